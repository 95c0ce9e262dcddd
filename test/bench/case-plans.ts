import type { DataSource } from 'typeorm';
import { CaseMap } from '../../src/cases/case-map.js';
import { CaseMarks } from '../../src/cases/case-marks.js';
import { CaseNumbers } from '../../src/cases/case-numbers.js';
import { CaseSteps } from '../../src/cases/case-steps.js';
import { Cases } from '../../src/cases/cases.js';
import { Deadlines } from '../../src/cases/deadlines.js';
import { openDates } from '../../src/cases/open-dates.js';
import { Reader } from '../../src/database/reader.js';
import { blocksOf, sourcesOf } from '../explained.js';
import { ExplainingReader } from '../explaining-reader.js';
import type { Ground } from './bench.js';
import type { SownCases } from './sown-cases.js';
import { type Row, short } from './table.js';

/** What the queries behind the pages of cases read, each with PostgreSQL's time for it. */
export async function explained(from: DataSource, { first, towns }: SownCases, say: Ground['say']): Promise<Row[]> {
  const today = new Date().toISOString().slice(0, 10);
  const reader = new ExplainingReader(from);
  const cases = new Cases(reader);
  const dates = (by: Reader, threads: readonly number[] | null): Promise<unknown> =>
    openDates({ reader: by, deadlines: new Deadlines(by) }, 'everyone', today, threads);
  const queries: [string, () => Promise<unknown>][] = [
    ['the list', () => cases.list('everyone', {})],
    ['the list of a town', () => cases.list('everyone', { town: towns[7] ?? '' })],
    ['how many of each status', () => cases.byStatus('everyone', {})],
    ['how many in each department', () => cases.byDepartment('everyone', {})],
    ['the map', () => new CaseMap(reader).of('everyone', {}, null)],
    ['the map of a department', () => new CaseMap(reader).of('everyone', {}, '69')],
    ['the file of all cases', () => new CaseMarks(reader).located('everyone', {})],
    ['the steps of a long case', () => new CaseSteps(reader).of('everyone', first)],
    ['numbers', () => new CaseNumbers(reader).of('everyone', today)],
    ['what comes in all cases', () => dates(reader, null)],
    ['what comes in a case that has changed', () => dates(reader, [first])],
  ];
  const rows: Row[] = [];
  for (const [what, ask] of queries) {
    const before = reader.explained.length;
    await ask();
    const plans = reader.explained.slice(before).filter((plan) => plan !== undefined);
    const time = plans.reduce((sum, plan) => sum + plan['Execution Time'], 0);
    const blocks = plans.reduce((sum, plan) => sum + blocksOf(plan), 0);
    say(`${what}: ${blocks} blocks, ${short(time, 'ms')}: ${[...new Set(plans.flatMap(sourcesOf))].join(', ')}`);
    rows.push({ what, ours: short(time, 'ms'), floor: `${blocks} blocks` });
  }
  const started = performance.now();
  await dates(new Reader(from), null);
  const spent = performance.now() - started;
  return [...rows, { what: 'the same of all, read and counted', ours: short(spent, 'ms') }];
}
