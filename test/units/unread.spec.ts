import { Unread } from '../../src/threads/unread.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { Sower } from '../sow.js';

const NOW = new Date('2026-11-22T14:00:00Z');
let db: TestDatabase;
let sow: Sower;
let unread: Unread;
let member: number;
let thread: number;

beforeAll(async () => {
  db = await freshDatabase();
  sow = new Sower(db.owner);
  unread = new Unread(db.writer);
  member = await sow.member('Amina');
  thread = await sow.thread(await sow.category('villes'), 45, NOW);
});
afterAll(() => db.close());

const leftFor = async (who: number) => (await unread.of(who, [{ id: thread, lastNumber: 45 }])).get(thread);

test('a thread never opened is unread from its first post', async () => {
  expect(await leftFor(member)).toEqual({ count: 45, first: 1 });
});

test('reading moves the mark forward and never back', async () => {
  await unread.reached(member, thread, 40);
  expect(await leftFor(member)).toEqual({ count: 5, first: 41 });
  await unread.reached(member, thread, 20);
  expect(await leftFor(member)).toEqual({ count: 5, first: 41 });
  await unread.reached(member, thread, 45);
  expect(await leftFor(member)).toBeUndefined();
});

test('pages read at the same time leave the furthest mark', async () => {
  const other = await sow.member('Bruno');
  await Promise.all(Array.from({ length: 30 }, (_, n) => unread.reached(other, thread, ((n * 7) % 30) + 1)));
  expect(await leftFor(other)).toEqual({ count: 15, first: 31 });
});
