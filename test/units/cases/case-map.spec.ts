import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { CaseMap } from '../../../src/cases/case-map.js';
import { Cases } from '../../../src/cases/cases.js';
import { drawnDepartment } from '../../../src/cases/map/france-grid.js';
import { type CaseFilter, DEPARTMENT_OF } from '../../../src/cases/case-filter.js';
import { slugOfKey, townSlug } from '../../../src/towns/town-row.js';
import { sowCases } from '../../bench/sown-cases.js';
import { CaseRoom } from '../../case-room.js';

/** A case as the tables have it, with the row of its town. */
interface Row {
  thread: number;
  town: string | null;
  department: string | null;
  status: string;
  latitude: number | null;
  townLatitude: number | null;
}

let room: CaseRoom;
let rows: Row[];

/** 240 cases in 200 towns and one abroad; of twenty in one town some differ, of twenty in another none do. */
beforeAll(async () => {
  room = await CaseRoom.open();
  await room.opened('Liège');
  const { owner } = room.desk.db;
  const { first } = await sowCases(owner, { cases: 240, long: 1, stepsOfLong: 4 });
  const put = (from: number, sql: string): Promise<unknown> =>
    owner.query(`update local_case set ${sql} where thread_id >= $1 and thread_id < $1 + 20`, [first + from]);
  await put(200, `town_code = '57463'`);
  await put(220, `town_code = '67482', status = 'won'`);
  await put(100, 'latitude = 46.5, longitude = 2.5');
  await owner.query(`update thread set retired = true where id = $1`, [first + 7]);
  rows = await room.desk.rows<Row>(
    `select l.thread_id as thread, l.town_code as town, o.department_code as department, l.status, l.latitude,
       o.latitude as "townLatitude"
     from local_case l join thread t on t.id = l.thread_id and not t.retired left join town o on o.code = l.town_code`,
  );
});
afterAll(() => room.desk.close());

const counted = (of: readonly (string | null)[]): Record<string, number> =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        of.filter((each) => each !== null),
        String,
      ),
    ].map(([key, { length }]) => [key, length]),
  );

const isOne = (of: readonly Row[]): string | null =>
  of.every(({ status }) => status === of[0]?.status) ? (of[0]?.status ?? null) : null;

/** The same, one case after the other. */
function byHand(here: string | null, status: string | undefined) {
  const wanted = rows.filter((row) => status === undefined || row.status === status);
  const shown = wanted.filter(({ department, town }) => town !== null && (here === null || department === here));
  const towns = Map.groupBy(shown, ({ town }) => town ?? '');
  const groups = towns.size > 150 ? Map.groupBy(shown, ({ department }) => department ?? '') : towns;
  const marks = [...groups.values()].map((of) => ({
    town: towns.size > 150 ? null : (of[0]?.town ?? null),
    department: of[0]?.department ?? '',
    count: of.length,
    status: isOne(of),
  }));
  return {
    byDepartment: counted(wanted.map(({ department }) => department)),
    byStatus: counted(rows.filter(({ department }) => here === null || department === here).map((row) => row.status)),
    marks: marks
      .filter(({ department }) => drawnDepartment(department) !== null)
      .map((each) => JSON.stringify(each))
      .toSorted(),
  };
}

async function mapped(filter: CaseFilter, here: string | null) {
  const { byDepartment, byStatus, marks } = await new CaseMap(room.desk.db.reader).of('everyone', filter, here);
  return {
    byDepartment: Object.fromEntries(byDepartment),
    byStatus: Object.fromEntries(byStatus),
    marks: marks
      .map(({ town, department, count, status }) =>
        JSON.stringify({ town: town?.code ?? null, department, count, status }),
      )
      .toSorted(),
  };
}

describe('what the map shows', () => {
  test.each([
    ['of all cases', null, {}],
    ['of all with a status', null, { status: 'won' }],
    ['of a department', '57', {}],
    ['of a department with a status', '67', { status: 'won' }],
    ['of a department without that status', '67', { status: 'lost' }],
    ['of an overseas department', '974', {}],
  ] as const)('%s is what one counts by hand', async (_, here, filter) => {
    const hand = byHand(here, 'status' in filter ? filter.status : undefined);
    expect(await mapped(filter, here)).toEqual(hand);
  });

  it('is gathered by department where the towns are many, in the middle of each', async () => {
    const { marks } = await new CaseMap(room.desk.db.reader).of('everyone', {}, null);
    expect(marks.length).toBeGreaterThan(40);
    for (const { town, department, latitude, longitude } of marks)
      expect([town, { latitude, longitude }]).toEqual([null, drawnDepartment(department)?.middle]);
  });

  it('stands where a case alone says, and in the middle of the town otherwise', async () => {
    const { marks } = await new CaseMap(room.desk.db.reader).of('everyone', { status: 'won' }, null);
    expect(marks.length).toBeGreaterThan(10);
    for (const { town, count, latitude } of marks) {
      const of = rows.filter((row) => row.town === town?.code && row.status === 'won');
      expect(latitude).toBeCloseTo((count === 1 ? of[0]?.latitude : null) ?? of[0]?.townLatitude ?? 0, 4);
    }
    expect(marks.some(({ latitude }) => latitude === 46.5)).toBe(true);
  });

  it('is nothing that its audience may not read', async () => {
    await room.desk.rows(`update category set audience = 'members' where slug = 'bench-cases'`);
    const { reader } = room.desk.db;
    const shown = async (audience: 'everyone' | 'members') => {
      const { byStatus, byDepartment, marks } = await new CaseMap(reader).of(audience, {}, null);
      return [[...byStatus.values()].reduce((sum, count) => sum + count, 0), byDepartment.size > 0, marks.length > 0];
    };
    expect(await shown('everyone')).toEqual([1, false, false]);
    expect(await shown('members')).toEqual([rows.length, true, true]);
    await room.desk.rows(`update category set audience = 'everyone' where slug = 'bench-cases'`);
  });
});

it('a department is read from the code of its towns, as their rows have it', async () => {
  const { reader } = room.desk.db;
  const all = Object.fromEntries(await new Cases(reader).byDepartment('everyone', {}));
  expect(all).toEqual(counted(rows.map(({ department }) => department)));
  const listed = async (filter: CaseFilter): Promise<number[]> =>
    (await new Cases(reader).latest('everyone', filter, 500)).map(({ thread }) => thread.id).toSorted((a, b) => a - b);
  const of = (department: string): number[] =>
    rows
      .filter((row) => row.department === department)
      .map(({ thread }) => thread)
      .toSorted((a, b) => a - b);
  for (const department of ['57', '67', '2A', '974'])
    expect(await listed({ departments: [department] })).toEqual(of(department));
  const corsica = [...of('2A'), ...of('2B')].toSorted((a, b) => a - b);
  expect(await listed({ departments: ['2A', '2B'] })).toEqual(corsica);
});

it('each town of France has the department that its code says, and the address that its name makes', async () => {
  const wrong = await room.desk.rows(
    `select l.town_code from (select code as town_code, department_code from town) l
     where l.department_code <> ${DEPARTMENT_OF}`,
  );
  expect(wrong).toEqual([]);
  const towns = await room.desk.rows<{ name: string; key: string }>('select name, key from town');
  expect(towns.filter(({ name, key }) => slugOfKey(key) !== townSlug(name))).toEqual([]);
});
