import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Removals } from '../../../src/desk/decisions/removals.js';
import { NewsWire } from '../../../src/events/news-wire.js';
import { PageCache } from '../../../src/web/kit/page-cache/page-cache.js';
import { until } from '../../until.js';
import { askRaw } from '../../wire.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let member: Person;
let moderator: Person;
let thread: number;
let address: string;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  member = await world.member('Amina');
  moderator = await world.member('Odile', { role: 'administrator' });
});
afterAll(() => world.close());
beforeEach(async () => {
  thread = await world.thread({
    category: 'villes',
    title: 'Quarante-deux caméras',
    text: 'Qui a lu la délibération ?',
    by: member.visitor,
  });
  address = `/thread/${thread}/quarante-deux-cameras`;
  await forgetAll();
});

const kept = () => world.app.get(PageCache).forGuests;
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  askRaw(world.url + path, { method, headers });
const textOf = async (path: string) => (await ask(path)).body.toString();

/** News of the site drop everything, and come after all that were told before. */
async function forgetAll(): Promise<void> {
  const heard = new Promise<void>((resolve) => world.app.get(NewsWire).on('SiteChanged', () => resolve()));
  await world.db.owner.query(`select pg_notify('palabre_news', '{"news":"SiteChanged"}')`);
  await heard;
  expect(kept().size.pages).toBe(0);
}

/** Holds the tables of what is published, so that nothing can be read but from memory. */
async function whileLocked<T>(work: () => Promise<T>): Promise<T> {
  await world.db.owner.query('begin');
  await world.db.owner.query('lock table thread, post, category in access exclusive mode');
  try {
    return await work();
  } finally {
    await world.db.owner.query('rollback');
  }
}

test.each(['/', '/recent', '/category/villes', '/user/Amina', 'the thread'])(
  '%s is drawn once and then given to guests without a query',
  async (path) => {
    const asked = path === 'the thread' ? address : path;
    const first = await ask(asked);
    expect(first.status).toBe(200);
    const second = await whileLocked(() => ask(asked));
    expect([second.status, second.body.equals(first.body)]).toEqual([200, true]);
    expect({ ...second.headers, date: '' }).toEqual({ ...first.headers, date: '' });
    expect(second.headers['content-security-policy']).toContain("default-src 'none'");
  },
);

test('codings are asked for in letters of any case (RFC 9110, 8.4.1)', async () => {
  const said = ['GZIP', 'Gzip, Deflate, BR', 'br;Q=0, GZip;Q=1', 'gzip;q=0, X-BR'];
  const kept = await Promise.all(said.map((encoding) => ask(address, { 'accept-encoding': encoding })));
  expect(kept.map(({ headers }) => headers['content-encoding'])).toEqual(['gzip', 'br', 'gzip', undefined]);
  const [drawn, made] = await Promise.all(
    ['ZSTD', 'GZIP'].map((encoding) => ask('/nothing/here', { 'accept-encoding': encoding })),
  );
  expect([drawn, made].map((answer) => answer?.headers['content-encoding'])).toEqual(['zstd', 'gzip']);
});

test('it is compressed once for each encoding, and each is the same page', async () => {
  const plain = await ask(address);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const br = await ask(address, { 'accept-encoding': 'gzip, deflate, br, zstd' });
  const gzip = await ask(address, { 'accept-encoding': 'gzip;q=1.0, br;q=0' });
  expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
  expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
  for (const { headers, body } of [plain, br, gzip]) {
    expect(headers).toMatchObject({
      vary: 'Accept-Encoding, Cookie',
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-length': String(body.length),
    });
    expect(headers['set-cookie']).toBeUndefined();
  }
});

test('a browser that has it already gets 304 until it changes', async () => {
  const headers = { 'accept-encoding': 'br' };
  const etag = String((await ask(address, headers)).headers.etag);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const answer = await ask(address, { ...headers, 'if-none-match': known });
    expect([answer.status, answer.body.length, answer.headers.etag]).toEqual([304, 0, etag]);
    expect(answer.headers.vary).toBe('Accept-Encoding, Cookie');
  }
  expect((await ask(address, { ...headers, 'if-none-match': '"other"' })).status).toBe(200);
  await world.reply(thread, 'Moi, hier soir.');
  await until(async () => expect((await ask(address, { ...headers, 'if-none-match': etag })).status).toBe(200));
});

test('HEAD is answered with the headers of GET, before and after it is kept', async () => {
  const cold = await ask(address, {}, 'HEAD');
  const page = await ask(address);
  const warm = await ask(address, {}, 'HEAD');
  for (const { status, headers, body } of [cold, warm]) {
    expect([status, body.length]).toEqual([200, 0]);
    expect({ ...headers, date: '' }).toEqual({ ...page.headers, date: '' });
  }
});

test('what is published, changed or taken down leaves no old page behind', async () => {
  const pages = [address, '/', '/recent', '/category/villes', '/user/Amina'];
  const reply = await world.reply(thread, 'La Voisine du quatorze', member.visitor);
  await until(async () => expect(await textOf(address)).toContain('La Voisine du quatorze'));
  for (const path of pages) await until(async () => expect(await textOf(path)).toContain('La Voisine du quatorze'));
  const why = { reason: 'personal-data' as const, remark: '' };
  await world.app.get(Removals, { strict: false }).takeDown(moderator.visitor, thread, reply, why, world.clock.now());
  for (const path of pages)
    await until(async () => expect(await textOf(path)).not.toContain('La Voisine du quatorze'));
  await world.app.get(Removals, { strict: false }).restore(moderator.visitor, thread, reply, world.clock.now());
  await until(async () => expect(await textOf(address)).toContain('La Voisine du quatorze'));
});

test('whoever publishes reads it at once, without waiting for the news to come round', async () => {
  for (let n = 1; n <= 15; n++) {
    await textOf(address);
    await world.reply(thread, `Réponse numéro ${n}.`, member.visitor);
    expect(await textOf(address)).toContain(`Réponse numéro ${n}.`);
  }
});

test('a page that was read before some news and finished after it is not kept', async () => {
  const { owner } = world.db;
  await owner.query('begin');
  // The drawing reads the thread's title, and then stands before the posts until this transaction ends.
  await owner.query('lock table post in access exclusive mode');
  const drawn = textOf(address);
  await until(async () => {
    const { rows } = await owner.query("select 1 from pg_locks where not granted and relation = 'post'::regclass");
    expect(rows).toHaveLength(1);
  });
  await owner.query(`update thread set title = 'Trente-huit caméras', changes = changes + 1 where id = $1`, [thread]);
  await owner.query(`select pg_notify('palabre_news', $1)`, [
    JSON.stringify({ news: 'PostChanged', category: 1, thread, number: 1 }),
  ]);
  await owner.query('commit');
  // The danger is there: this page was read before and is finished after.
  expect(await drawn).toContain('Quarante-deux caméras</h1>');
  await until(async () => expect(await textOf(address)).toContain('Trente-huit caméras</h1>'));
});

test('only the one right spelling of an address is kept', async () => {
  for (const odd of [
    `${address}?utm_source=x`,
    `${address}?page=1`,
    '/recent?x',
    '/category/villes?before=',
    `/thread/${thread}/%71uarante-deux-cameras`,
    '/user/%41mina',
  ])
    await ask(odd);
  expect(kept().size.pages).toBe(0);
  await ask(address);
  expect(kept().size.pages).toBe(1);
});

test('what is not there is never kept, and never to be kept by others', async () => {
  for (const path of ['/thread/999999/x', '/user/Personne', '/category/nulle-part', '/recent?before=x']) {
    const answer = await ask(path);
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-store']);
  }
  expect(kept().size.pages).toBe(0);
});

test('a kept page does not outlive its smallest relative date', async () => {
  expect(await textOf(address)).toMatch(/à l’instant|instant/);
  world.clock.advance(61_000);
  expect(await textOf(address)).toMatch(/il y a 1\s*min/);
});

test('while the news are cut off nothing old is given, nor afterwards', async () => {
  expect(await textOf(address)).toContain('délibération');
  const cut = await world.db.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
      and query ilike 'listen %'`,
  );
  expect(cut.rowCount).toBe(1);
  // Without a word of news: nobody could have heard them.
  await world.db.owner.query(`update post set html = '<p>retiré</p>' where thread_id = $1`, [thread]);
  await until(async () => expect(await textOf(address)).toContain('<p>retiré</p>'));
  await until(async () => {
    await textOf(address);
    expect(kept().size.pages).toBeGreaterThan(0);
  }, 5_000);
  await world.reply(thread, 'De nouveau entendu.', member.visitor);
  await until(async () => expect(await textOf(address)).toContain('De nouveau entendu.'));
});

test('a member who changes their language in a loop takes no kept page from anybody', async () => {
  await textOf('/');
  await textOf(address);
  const before = kept().size.pages;
  const amina = world.visitor(member.cookie);
  for (const language of ['en', 'fr', 'en', '']) expect((await amina.post('/me', { language })).status).toBe(303);
  expect((await amina.get('/me')).text).toContain('lang="fr"');
  expect(kept().size.pages).toBe(before);
});

test('a changed category drops the pages that show it, and no thread of another one', async () => {
  const { owner } = world.db;
  const other = await world.category({ slug: `autre-${thread}`, name: 'Autre nom', hold: 'nobody' });
  const elsewhere = await world.thread({ category: `autre-${thread}`, title: 'Ailleurs', text: 'Un mot.' });
  const there = `/thread/${elsewhere}/ailleurs`;
  const paths = ['/', '/recent', `/category/autre-${thread}`, there];
  for (const path of paths) expect(await textOf(path)).toContain('Autre nom');
  await textOf(address);
  await owner.query("update category set name = 'Nouveau nom' where id = $1", [other]);
  await owner.query("select pg_notify('palabre_news', $1)", [
    JSON.stringify({ news: 'CategoryChanged', category: other }),
  ]);
  for (const path of paths)
    await until(async () => {
      const text = await textOf(path);
      expect(text).toContain('Nouveau nom');
      expect(text).not.toContain('Autre nom');
    });
  await whileLocked(async () => expect((await ask(address)).status).toBe(200));
  // A narrower audience is such a change.
  await owner.query("update category set audience = 'staff' where id = $1", [other]);
  await owner.query("select pg_notify('palabre_news', $1)", [
    JSON.stringify({ news: 'CategoryChanged', category: other }),
  ]);
  await until(async () => expect((await ask(there)).status).toBe(404));
  for (const path of ['/', '/recent'])
    await until(async () => expect(await textOf(path)).not.toContain('Nouveau nom'));
});

test('news that this process does not know count as missed', async () => {
  await textOf('/');
  await textOf(address);
  expect(kept().size.pages).toBeGreaterThan(0);
  const missed = new Promise<void>((resolve) => world.app.get(NewsWire).onMissed(resolve));
  await world.db.owner.query(`select pg_notify('palabre_news', '{"news":"PostUnsaid","thread":1}')`);
  await missed;
  expect(kept().size.pages).toBe(0);
});
