import { Agenda, type AgendaFilter } from '../../src/workshops/agenda.js';
import { Workshops } from '../../src/workshops/workshops.js';
import { blocksOf, sourcesOf } from '../explained.js';
import type { ExplainingReader } from '../explaining-reader.js';
import type { Ground } from './bench.js';
import type { SownWorkshops } from './sown-workshops.js';
import { type Row, short } from './table.js';

const DAY = 86_400_000;

/** What the queries behind the agenda, calendars and workshops read, each with PostgreSQL's time for it. */
export async function explained(
  reader: ExplainingReader,
  { first, towns }: SownWorkshops,
  say: Ground['say'],
): Promise<Row[]> {
  const agenda = new Agenda(reader);
  const now = new Date();
  const dates = (filter: AgendaFilter, limit: number) => () => agenda.dates('everyone', filter, { limit });
  const [far] = await agenda.dates('everyone', { after: now }, { limit: 1, from: 4_950 });
  const queries: [string, () => Promise<unknown>][] = [
    ['the agenda', dates({ after: now }, 51)],
    ['its hundredth page', dates({ after: now, ...(far !== undefined && { beyond: far.date }) }, 51)],
    ['a town', dates({ after: now, town: towns[7] ?? '' }, 51)],
    [
      '500 dates of a calendar',
      dates({ after: new Date(now.getTime() - 90 * DAY), cancelledAfter: new Date(now.getTime() - 30 * DAY) }, 500),
    ],
    ['one workshop', () => new Workshops(reader).of(first)],
  ];
  const rows: Row[] = [];
  for (const [what, ask] of queries) {
    const before = reader.explained.length;
    await ask();
    const found = reader.explained.slice(before).filter((plan) => plan !== undefined);
    const time = found.reduce((sum, plan) => sum + plan['Execution Time'], 0);
    const blocks = found.reduce((sum, plan) => sum + blocksOf(plan), 0);
    say(`${what}: ${blocks} blocks, ${short(time, 'ms')}: ${found.flatMap(sourcesOf).join(', ')}`);
    rows.push({ what, ours: short(time, 'ms'), floor: `${blocks} blocks` });
  }
  return rows;
}
