import { NewsWire } from '../../src/events/news-wire.js';
import { UsualDelay } from '../../src/threads/usual-delay.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { minutesBefore, Sower } from '../sow.js';

const NOW = new Date('2026-11-22T14:00:00Z');
const MINUTE = 60_000;
let db: TestDatabase;
let sow: Sower;
let wire: NewsWire;
let delay: UsualDelay;

beforeAll(async () => {
  db = await freshDatabase();
  sow = new Sower(db.owner);
  wire = new NewsWire({ ...db.connections.reader });
  await wire.onModuleInit();
  delay = new UsualDelay(db.reader, wire);
});
afterAll(async () => {
  await wire.onApplicationShutdown();
  await db.close();
});

const waited = (thread: number, minutes: number) =>
  db.owner.query(`update post set written_at = published_at - $2 * interval '1 minute' where thread_id = $1`, [
    thread,
    minutes,
  ]);

/** All that was told until now has been heard. */
async function caughtUp(): Promise<void> {
  const heard = new Promise<void>((resolve) => wire.on('PostPublished', ({ number }) => number === 2 && resolve()));
  await db.owner.query(
    `select pg_notify('palabre_news', '{"news":"PostPublished","category":1,"thread":1,"number":2}')`,
  );
  await heard;
}

test('is unknown before anything is published', async () => {
  expect(await delay.get()).toBeNull();
});

test('is not told of fewer than twenty publications that waited', async () => {
  const first = await sow.thread(await sow.category('debut'), 30, minutesBefore(NOW, 9000));
  await waited(first, 0);
  await db.owner.query(
    `update post set written_at = published_at - interval '7 minutes' where thread_id = $1 and number <= 19`,
    [first],
  );
  await caughtUp();
  expect(await delay.get()).toBeNull();
  await db.owner.query(
    `update post set written_at = published_at - interval '7 minutes' where thread_id = $1 and number = 20`,
    [first],
  );
  await caughtUp();
  expect(await delay.get()).toBe(7 * MINUTE);
});

test('is the median of the last hundred publications that everyone may read, and follows the news', async () => {
  const open = await sow.category('villes');
  const staff = await sow.category('equipe', 'staff');
  const old = await sow.thread(open, 110, minutesBefore(NOW, 5000));
  await waited(old, 600);
  await caughtUp();
  expect(await delay.get()).toBe(10 * 60 * MINUTE);
  const recent = await sow.thread(open, 52, minutesBefore(NOW, 10));
  await waited(recent, 12);
  const hidden = await sow.thread(staff, 60, NOW);
  await waited(hidden, 1);
  await caughtUp();
  expect(await delay.get()).toBe(12 * MINUTE);
});

test('is kept between two news, and never shorter than a minute', async () => {
  const quick = await sow.thread(await sow.category('vite'), 60, NOW);
  await caughtUp();
  expect(await delay.get()).toBe(10 * MINUTE);
  await waited(quick, 0.2);
  expect(await delay.get()).toBe(10 * MINUTE);
  await caughtUp();
  expect(await delay.get()).toBe(MINUTE);
});

test('is that of what waited: what nothing held says nothing about it', async () => {
  const free = await sow.thread(await sow.category('libre'), 80, minutesBefore(NOW, -60));
  await waited(free, 0);
  const held = await sow.thread(await sow.category('relu'), 20, minutesBefore(NOW, -60));
  await waited(held, 25);
  await caughtUp();
  expect(await delay.get()).toBe(25 * MINUTE);
});
