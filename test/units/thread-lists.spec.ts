import { NotFound } from '../../src/errors/errors.js';
import { Threads } from '../../src/threads/threads.js';
import type { Audience } from '../../src/threads/visible.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { minutesBefore, Sower } from '../sow.js';

const NOW = new Date('2026-11-22T14:00:00Z');
let db: TestDatabase;
let sow: Sower;
let threads: Threads;
let staff: number;
let hidden: number;

beforeAll(async () => {
  db = await freshDatabase();
  sow = new Sower(db.owner);
  threads = new Threads(db.reader);
  const open = await sow.category('villes', 'everyone', 2);
  const inner = await sow.category('entre-nous', 'members', 1);
  staff = await sow.category('equipe', 'staff', 3);
  const amina = await sow.member('Amina');
  await sow.thread(open, 30, minutesBefore(NOW, 500), amina);
  for (let n = 1; n <= 45; n++) await sow.thread(open, 2, minutesBefore(NOW, 100 + n));
  hidden = await sow.thread(staff, 3, minutesBefore(NOW, 5), amina);
  await sow.thread(inner, 3, minutesBefore(NOW, 9));
});
afterAll(() => db.close());

async function allRecent(audience: Audience): Promise<{ ids: number[]; slices: number }> {
  const ids: number[] = [];
  let cursor: string | null = null;
  let slices = 0;
  do {
    const slice = await threads.for(audience).recent(cursor);
    ids.push(...slice.rows.map((row) => row.thread.id));
    cursor = slice.next;
    slices++;
  } while (cursor !== null);
  return { ids, slices };
}

test.each([
  ['everyone', 46],
  ['members', 47],
  ['staff', 48],
] as const)(
  'the last threads shown to %s are theirs, and the cursor loses and repeats none',
  async (audience, count) => {
    const { ids, slices } = await allRecent(audience);
    expect(slices).toBe(3);
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(ids.includes(hidden)).toBe(audience === 'staff');
  },
);

test('a cursor tells moments apart that a Date would round together', async () => {
  const close = await sow.category('minute', 'staff');
  for (let n = 0; n < 25; n++) {
    const id = await sow.thread(close, 1, NOW);
    await db.owner.query(
      `update thread set last_post_at = $2::timestamptz + $3 * interval '1 microsecond' where id = $1`,
      [id, NOW, n % 7],
    );
  }
  const first = await threads.for('staff').inCategory(close);
  const second = await threads.for('staff').inCategory(close, first.next);
  expect(new Set([...first.rows, ...second.rows].map((row) => row.thread.id)).size).toBe(25);
  expect(second).toMatchObject({ next: null, rows: { length: 5 } });
});

test('a row names the last post that still stands', async () => {
  const room = await sow.category('retraits', 'staff');
  const id = await sow.thread(room, 3, NOW);
  const row = async () => (await threads.for('staff').inCategory(room)).rows[0];
  expect((await row())?.last?.number).toBe(3);
  await sow.change(id, 3, `gone = 'taken-down', html = '', source = '', excerpt = ''`);
  expect((await row())?.last).toMatchObject({
    number: 2,
    author: { name: 'Voisine', role: 'guest' },
    excerpt: 'Texte 2',
  });
  for (const number of [1, 2]) await sow.change(id, number, `gone = 'withdrawn'`);
  expect(await row()).toMatchObject({ last: null });
});

test('the home page gets the last threads of each category in one query', async () => {
  const rows = await threads.for('members').latestByCategory(3);
  expect(rows.map((row) => row.thread.category.slug)).toEqual(['entre-nous', 'villes', 'villes', 'villes']);
  expect(rows[1]!.thread.lastPostAt.getTime()).toBeGreaterThan(rows[2]!.thread.lastPostAt.getTime());
});

test.each([
  '',
  'x',
  '1',
  '1-',
  '-1',
  '1-1-1-1',
  '01-1',
  '1-01',
  'A-1',
  'zzzzzzzzzzzz-1',
  '1-zzzzzzz',
  '1-1 ',
  '../1-1',
  "1-1'",
  'é-1',
])('«%s» is no cursor', async (cursor) => {
  await expect(threads.for().recent(cursor)).rejects.toBeInstanceOf(NotFound);
  await expect(threads.for().inCategory(1, cursor)).rejects.toBeInstanceOf(NotFound);
  await expect(threads.for().byMember('amina', cursor)).rejects.toBeInstanceOf(NotFound);
});

test("a member's posts are those that the audience may read; a member without any is like no member", async () => {
  const bruno = await sow.member('Bruno');
  await sow.thread(staff, 2, NOW, bruno);
  expect(await threads.for('everyone').byMember('bruno')).toBeNull();
  expect(await threads.for('everyone').byMember('nobody')).toBeNull();
  expect((await threads.for('staff').byMember('bruno'))?.posts.rows).toHaveLength(2);
  const amina = await threads.for('everyone').byMember('amina');
  expect(amina).toMatchObject({ name: 'Amina', role: 'member' });
  expect(amina?.posts.rows.map((row) => row.number)).toEqual(Array.from({ length: 20 }, (_, n) => 30 - n));
  const next = await threads.for('everyone').byMember('amina', amina?.posts.next);
  expect(next?.posts).toMatchObject({ next: null, rows: { length: 10, 0: { number: 10 } } });
});
