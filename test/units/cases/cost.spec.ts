import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMap } from '../../../src/cases/case-map.js';
import { CaseMarks } from '../../../src/cases/case-marks.js';
import { CaseNumbers } from '../../../src/cases/case-numbers.js';
import { Cases } from '../../../src/cases/cases.js';
import type { CaseFilter } from '../../../src/cases/case-filter.js';
import { Deadlines } from '../../../src/cases/deadlines.js';
import { openDates } from '../../../src/cases/open-dates.js';
import { plusDays } from '../../../src/clock/day.js';
import { sowCases } from '../../bench/sown-cases.js';
import { DeskRoom } from '../../desk-room.js';
import { ExplainingReader } from '../../explaining-reader.js';

const CASES = 1_500;
const TODAY = new Date().toISOString().slice(0, 10);

let room: DeskRoom;

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.category('held');
  const [ada, nadia] = [await room.member('Ada'), await room.member('Nadia', 'moderator')];
  await room.thread('held', 'Un sujet', 'Premier message', ada, nadia);
  await sowCases(room.db.owner, { cases: CASES, long: 1, stepsOfLong: 5 });
}, 60_000);
afterAll(() => room.close());

/** Blocks that all queries of an answer touch together. */
async function cost(ask: (reader: ExplainingReader) => Promise<unknown>): Promise<number> {
  const reader = new ExplainingReader(room.db.database.reader);
  await ask(reader);
  return reader.blocks.reduce((sum, blocks) => sum + blocks, 0);
}

const FILTERS: CaseFilter[] = [
  {},
  { departments: ['69'] },
  { departments: ['22', '29', '35', '56'] },
  { theme: 'cameras' },
  { theme: 'none' },
  { status: 'won' },
  { authority: 'prefecture' },
  { authority: 'other' },
  { since: plusDays(TODAY, -3) },
  { since: plusDays(TODAY, 3) },
];

type Ask = (reader: ExplainingReader, filter: CaseFilter) => Promise<unknown>;

const ANSWERS: [string, number, Ask][] = [
  ['the list', 700, (reader, filter) => new Cases(reader).list('everyone', filter)],
  ['its last rows', 700, (reader, filter) => new Cases(reader).latest('everyone', filter, 50)],
  ['how many of each status', 400, (reader, filter) => new Cases(reader).byStatus('everyone', filter)],
  ['how many in each department', 400, (reader, filter) => new Cases(reader).byDepartment('everyone', filter)],
  ['the map', 400, (reader, filter) => new CaseMap(reader).of('everyone', filter, null)],
  ['the file of cases', 1_100, (reader, filter) => new CaseMarks(reader).located('everyone', filter)],
  ['the file of steps', 1_100, (reader, filter) => new CaseMarks(reader).steps('everyone', filter)],
];

// Of each case by itself it would be eleven blocks for a list, and three for what is counted.
describe.each([
  ['of which the database knows nothing yet', null],
  ['that it has looked at', 'analyze category'],
])('with categories %s', (_what, look) => {
  beforeAll(async () => {
    if (look !== null) await room.rows(look);
  });

  it.each(FILTERS)('no answer about the cases of %j reads them one by one', async (filter) => {
    for (const [what, most, ask] of ANSWERS) {
      const blocks = await cost((reader) => ask(reader, filter));
      expect([what, blocks, blocks <= most]).toEqual([what, blocks, true]);
    }
  });

  it('nor what is counted of all', async () => {
    expect(await cost((reader) => new CaseNumbers(reader).of('everyone', TODAY))).toBeLessThan(900);
    // Their steps are read as well, of 250 cases at a time.
    const deadlines = (reader: ExplainingReader) => ({ reader, deadlines: new Deadlines(reader) });
    const dates = await cost((reader) => openDates(deadlines(reader), 'everyone', TODAY, null));
    expect(dates).toBeLessThan(7_000);
  });
});
