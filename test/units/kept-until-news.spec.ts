import { KeptUntilNews } from '../../src/events/kept-until-news.js';
import type { News } from '../../src/events/news.js';
import { NewsWire } from '../../src/events/news-wire.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { until } from '../until.js';

let db: TestDatabase;
let wire: NewsWire;
let kept: KeptUntilNews<number, string>;
let read: string[] = [];

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  read = [];
  wire = new NewsWire({ ...db.connections.reader, application_name: 'kept-until-news' });
  kept = new KeptUntilNews(wire, {
    most: 10,
    untrue: (heard) => {
      if (heard.news === 'NoticesChanged') return [heard.member];
      return heard.news === 'QueueChanged' ? 'all' : [];
    },
  });
  await wire.onModuleInit();
});
afterEach(() => wire.onApplicationShutdown());

const notices = (member: number): News => ({ news: 'NoticesChanged', member });
const ask = (key: number) =>
  kept.get(key, () => {
    read.push(`${key}`);
    return Promise.resolve(`answer ${read.length}`);
  });

test('an answer is read once for each key, until news are about it', async () => {
  expect([await ask(1), await ask(1), await ask(2)]).toEqual(['answer 1', 'answer 1', 'answer 2']);
  wire.hearAhead(notices(1));
  wire.hearAhead({ news: 'SiteChanged' });
  expect([await ask(1), await ask(2)]).toEqual(['answer 3', 'answer 2']);
  wire.hearAhead({ news: 'QueueChanged', category: null, submission: 'one' });
  expect([await ask(1), await ask(2)]).toEqual(['answer 4', 'answer 5']);
});

test('news of another process are heard as well', async () => {
  expect(await ask(1)).toBe('answer 1');
  await db.owner.query(`select pg_notify('palabre_news', $1)`, [JSON.stringify(notices(1))]);
  await until(async () => expect(await ask(1)).not.toBe('answer 1'));
});

test('what was read before some news is answered and not kept', async () => {
  const old = await kept.get(1, () => {
    wire.hearAhead(notices(1));
    return Promise.resolve('before');
  });
  expect([old, await ask(1)]).toEqual(['before', 'answer 1']);
});

test('nothing is kept while no news arrive', async () => {
  const cut = new Promise<void>((resolve) => wire.onDeaf(resolve));
  const back = new Promise<void>((resolve) => wire.onMissed(resolve));
  await ask(1);
  await db.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kept-until-news'`,
  );
  await cut;
  expect([await ask(1), await ask(1)]).toEqual(['answer 2', 'answer 3']);
  await back;
  expect([await ask(1), await ask(1)]).toEqual(['answer 4', 'answer 4']);
});
