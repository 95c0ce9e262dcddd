import { parseFeed } from '@rowanmanning/feed-parser';
import RssParser from 'rss-parser';
import { strictly, textsOf } from '../../strict-xml.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let amina: Person;
let moderator: Person;
let thread: number;
let inner: number;

beforeAll(async () => {
  world = await openWorld();
  amina = await world.member('Amina & <Amina>');
  moderator = await world.member('Sage', { role: 'administrator' });
  await world.category({ slug: 'villes', name: 'Villes & champs', hold: 'nobody' });
  await world.category({ slug: 'ailleurs', name: 'Ailleurs', hold: 'nobody' });
  await world.category({ slug: 'entre-nous', audience: 'members', hold: 'nobody' });
  const by = amina.visitor;
  thread = await world.thread({ category: 'villes', title: 'Caméras <ici> & là', text: 'Un {{début}}.', by });
  world.clock.advance(60_000);
  await world.reply(thread, 'Une suite\u0001, voir [le début](/thread/1/posts/1) ]]> 🌳.');
  await world.thread({ category: 'ailleurs', title: 'Autre chose', text: 'Rien à voir.' });
  inner = await world.thread({ category: 'entre-nous', title: 'Dedans', text: 'Un secret.', by });
});
afterAll(() => world.close());

const get = (path: string, headers: Record<string, string> = {}) => world.visitor().get(path, headers);
const whole = (path: string): string => `${world.config.publicUrl}${path}`;
const userFeed = (): string => `/user/${encodeURIComponent(amina.name)}/feed`;

describe('a feed', () => {
  const pages: [string, () => string, number][] = [
    ['the forum', () => '/feed', 3],
    ['recent threads', () => '/recent/feed', 3],
    ['a category', () => '/category/villes/feed', 2],
    ['a thread', () => `/thread/${thread}/feed`, 2],
    ['a member', userFeed, 1],
  ];

  test.each(pages)('of %s is read by two readers and a strict parser, in Atom and in RSS', async (_, base, count) => {
    for (const format of ['atom', 'rss']) {
      const answer = await get(`${base()}.${format}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        `application/${format}+xml; charset=utf-8`,
      ]);
      const read = await new RssParser().parseString(answer.text);
      const other = parseFeed(answer.text);
      strictly(answer.text);
      expect(read.items).toHaveLength(count);
      expect(other.items.map(({ id, title, url }) => ({ id, title, url }))).toEqual(
        read.items.map((item) => ({ id: item['id'] ?? item.guid, title: item.title, url: item.link })),
      );
      expect(other.language).toBe('fr');
      expect(answer.text).not.toContain('secret');
      expect(strictly(answer.text).map(({ attributes }) => attributes)).toContainEqual({
        rel: 'self',
        type: `application/${format}+xml`,
        href: whole(`${base()}.${format}`),
      });
    }
  });

  it('has the whole text, its author by name, and links that lead here from anywhere', async () => {
    const { text } = await get(`/thread/${thread}/feed.atom`);
    const [reply, first] = textsOf(text, 'content');
    expect(first).toBe('<p>Un <strong>début</strong>.</p>');
    expect(reply).toContain(`href="${whole('/thread/1/posts/1')}"`);
    expect(reply).toContain('Une suite, voir');
    expect(reply).toContain(']]&gt; 🌳.');
    expect(textsOf(text, 'title')).toEqual([
      'Caméras <ici> & là – Palabre',
      'Caméras <ici> & là, nº 2',
      'Caméras <ici> & là',
    ]);
    expect(textsOf(text, 'name')).toEqual(['Sans pseudonyme', amina.name]);
  });

  it('names its entries for good: not by the address of the forum', async () => {
    const [atom, rss] = await Promise.all([get('/feed.atom'), get('/feed.rss')]);
    const ids = textsOf(atom.text, 'id');
    expect(ids[0]).toMatch(/^urn:palabre:[0-9a-f]{16}:forum$/);
    expect(ids.slice(1)).toContain(ids[0]?.replace('forum', `post:${thread}:2`));
    expect(textsOf(rss.text, 'guid')).toEqual(ids.slice(1));
  });

  it('is kept: the same name and nothing else while nothing happens, and another one at the next post', async () => {
    const path = '/category/ailleurs/feed.atom';
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    await world.thread({ category: 'ailleurs', title: 'Encore autre chose', text: 'Toujours rien.' });
    const next = await get(path, { 'if-none-match': etag });
    expect([next.status, next.text.includes('Encore autre chose')]).toEqual([200, true]);
  });

  it('loses what is taken down at its next answer, and says when a text has changed', async () => {
    const desk = world.visitor(moderator.cookie);
    const at = `/thread/${thread}/posts/2`;
    const edited = await world.thread({ category: 'ailleurs', title: 'À reprendre', text: 'Premier jet.' });
    const paths = ['/feed.atom', '/recent/feed.rss', '/category/villes/feed.rss', `/thread/${thread}/feed.atom`];
    for (const path of paths) expect((await get(path)).text).toContain('Une suite');
    expect((await desk.post(`/desk${at}/removal`, { reason: 'off-topic', remark: '' })).status).toBe(303);
    for (const path of paths) expect((await get(path)).text).not.toContain('Une suite');
    world.clock.advance(3_600_000);
    const change = { text: 'Second jet.', title: 'À reprendre', version: '0', remark: 'Pour être clair.' };
    expect((await desk.post(`/desk/thread/${edited}/posts/1/correction`, change)).status).toBe(303);
    const { text } = await get(`/thread/${edited}/feed.atom`);
    expect(textsOf(text, 'content')).toEqual(['<p>Second jet.</p>']);
    expect(textsOf(text, 'updated')).toEqual(Array(2).fill(world.clock.now().toISOString()));
  });

  it('is none of what is not for everyone, whoever asks', async () => {
    const quiet = await world.member('Muette');
    for (const path of ['/category/entre-nous', '/category/nulle', `/thread/${inner}`, '/thread/99', '/user/Muette'])
      for (const cookie of [null, quiet.cookie])
        expect([path, (await world.visitor(cookie).get(`${path}/feed.atom`)).status]).toEqual([path, 404]);
    expect((await world.visitor(amina.cookie).get('/feed.rss')).text).not.toContain('Dedans');
  });

  it('is named in the head of its page and at its foot, where it has one', async () => {
    for (const [path, base] of [
      ['/', ''],
      ['/recent', '/recent'],
      ['/category/villes', '/category/villes'],
      [`/thread/${thread}/cameras-ici-la`, `/thread/${thread}`],
    ]) {
      const page = (await get(path ?? '')).html();
      expect(page.querySelectorAll('link[rel="alternate"]').map((link) => link.getAttribute('href'))).toEqual([
        `${base}/feed.atom`,
        `${base}/feed.rss`,
      ]);
      expect(page.querySelector(`footer a[href="${base}/feed.atom"]`)).not.toBeNull();
    }
    const hidden = (await world.visitor(amina.cookie).get('/category/entre-nous')).html();
    expect(hidden.querySelectorAll('link[rel="alternate"]')).toEqual([]);
  });
});

describe('the maps', () => {
  it('list the feeds of all categories that everyone may read', async () => {
    const { text } = await get('/feeds.opml');
    const lines = strictly(text).filter(({ name }) => name === 'outline');
    expect(lines.map(({ attributes }) => [attributes['text'], attributes['xmlUrl']])).toEqual([
      ['Palabre', whole('/feed.atom')],
      ['Villes & champs', whole('/category/villes/feed.atom')],
      ['Ailleurs', whole('/category/ailleurs/feed.atom')],
    ]);
  });

  it('name every thread that everyone may read to search engines, with the day of its last change', async () => {
    const index = await get('/sitemap.xml');
    expect(textsOf(index.text, 'loc')).toEqual([whole('/sitemap.xml?part=0'), whole('/sitemap.xml?part=1')]);
    const { text } = await get('/sitemap.xml?part=1');
    expect(textsOf(text, 'loc')).toContain(whole(`/thread/${thread}/cameras-ici-la`));
    expect(text).not.toContain('dedans');
    expect(textsOf(text, 'lastmod')[0]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(textsOf((await get('/sitemap.xml?part=0')).text, 'loc')).toContain(whole('/category/villes'));
    for (const part of ['2', '99999999', 'x']) expect((await get(`/sitemap.xml?part=${part}`)).status).toBe(404);
    expect((await get('/robots.txt')).text).toContain(`Sitemap: ${whole('/sitemap.xml')}`);
  });

  it('show people every category that they may read', async () => {
    const [guest, member] = await Promise.all([get('/site-map'), world.visitor(amina.cookie).get('/site-map')]);
    expect(guest.text).toContain('href="/category/villes"');
    expect(guest.text).not.toContain('/category/entre-nous');
    expect(member.text).toContain('/category/entre-nous');
    expect(guest.html().querySelector('main a[href="/documents"]')?.text).toBe('Documents');
    const places = (part: string) =>
      guest
        .html()
        .querySelectorAll(`section[aria-labelledby="${part}"] a`)
        .map((link) => link.getAttribute('href'));
    expect(places('cases')).toEqual(['/cases', '/map', '/deadlines', '/letters', '/documents']);
    expect(places('agenda').every((place) => place?.startsWith('/workshops'))).toBe(true);
    expect((await get('/')).html().querySelector('footer a[href="/site-map"]')?.text).toBe('Plan du site');
  });
});
