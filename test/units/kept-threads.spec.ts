import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Reader } from '../../src/database/reader.js';
import type { News } from '../../src/events/news.js';
import { NewsWire } from '../../src/events/news-wire.js';
import { KeptThreads } from '../../src/threads/kept-threads.js';
import { Threads } from '../../src/threads/threads.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { Sower } from '../sow.js';
import { until } from '../until.js';

let db: TestDatabase;
let wire: NewsWire;
let kept: KeptThreads;
let category: number;
let thread: number;
let asked = 0;

beforeAll(async () => {
  db = await freshDatabase();
  const sower = new Sower(db.owner);
  category = await sower.category('villes');
  thread = await sower.thread(category, 3, new Date());
});
afterAll(() => db.close());
beforeEach(async () => {
  asked = 0;
  wire = new NewsWire({ ...db.connections.reader, application_name: 'kept-threads' });
  const counting: Pick<Reader, 'query'> = {
    query: (sql, parameters) => {
      asked++;
      return db.reader.query(sql, parameters);
    },
  };
  kept = new KeptThreads(new Threads(counting as Reader), wire);
  await wire.onModuleInit();
});
afterEach(() => wire.onApplicationShutdown());

test('a thread is read once, and not again for what waits at the desk', async () => {
  expect((await kept.of('everyone', thread))?.id).toBe(thread);
  wire.hearAhead({ news: 'QueueChanged', category, submission: 'one' });
  expect((await kept.of('everyone', thread))?.id).toBe(thread);
  expect(asked).toBe(1);
});

test.each<[string, () => News]>([
  ['locked', () => ({ news: 'ThreadChanged', category, thread })],
  ['answered', () => ({ news: 'PostPublished', category, thread, number: 4 })],
  ['merged into another one', () => ({ news: 'PostsMoved', category, thread, toCategory: category, toThread: 2 })],
  ['in a category that others may read', () => ({ news: 'CategoryChanged', category })],
])('it is read again once it is %s', async (_, told) => {
  await kept.of('everyone', thread);
  wire.hearAhead(told());
  await kept.of('everyone', thread);
  expect(asked).toBe(2);
});

test('whoever may not read it has no part in what is kept for others, and it is gone for all once it is hidden', async () => {
  await db.owner.query(`update category set audience = 'members' where id = $1`, [category]);
  expect((await kept.of('members', thread))?.id).toBe(thread);
  expect(await kept.of('everyone', thread)).toBeNull();
  await db.owner.query(`update category set audience = 'staff' where id = $1`, [category]);
  await db.owner.query(`select pg_notify('palabre_news', $1)`, [
    JSON.stringify({ news: 'CategoryChanged', category }),
  ]);
  await until(async () => expect(await kept.of('members', thread)).toBeNull());
});
