import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { parseFeed } from '@rowanmanning/feed-parser';
import { strictly } from '../../strict-xml.js';
import { openWorld, type Person, type World } from '../../world.js';

const WORKSHOP = {
  title: 'Balade cartographique',
  text: 'Par deux, un trottoir chacun.',
  town: 'peltre',
  place: 'Parvis de la mairie',
  address: '3, quai des Secrets',
  online: '',
  reveal: 'day-before',
  access: 'Plain-pied',
  bring: '',
  language: 'Français',
  price: 'open',
  zone: '',
  start: '2026-12-12T14:00',
  end: '2026-12-12T17:00',
  seats: '15',
  count: 'number',
  admission: 'open',
  partTitle: 'Arpentage collectif',
  partTime: '14 h',
  partText: 'On se répartit les boussoles',
  partSeats: '',
  key: 'workshop-key-0001',
  action: 'send',
};

let world: World;
let amina: Person;
let workshop: number;
let fair: number;
let inner: number;

const address = (fields: Record<string, string>, path = '/search'): string =>
  `${path}?${new URLSearchParams(fields).toString()}`;
const get = (fields: Record<string, string>, path?: string) => world.visitor().get(address(fields, path));
const hits = async (fields: Record<string, string>): Promise<string[]> =>
  (await get(fields))
    .html()
    .querySelectorAll('article[data-thread]')
    .map((hit) => `${hit.getAttribute('data-thread')}:${hit.getAttribute('data-number')}`);

beforeAll(async () => {
  world = await openWorld();
  amina = await world.member('Amina', { role: 'administrator' });
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  await world.category({ slug: 'equipe', audience: 'staff', hold: 'nobody' });
  await world.db.owner.query(`update category set takes = '{thread,workshop}' where slug = 'villes'`);
  const by = amina.visitor;
  fair = await world.thread({ category: 'villes', title: 'La foire', text: 'Des #Caméras, et #drones.', by });
  world.clock.advance(60_000);
  await world.reply(fair, 'Encore des #caméras.');
  inner = await world.thread({ category: 'equipe', title: 'Dedans', text: 'Aussi des #caméras et #secrets.', by });
  const sent = await world.visitor(amina.cookie).post('/category/villes/workshops', WORKSHOP);
  expect(sent.status).toBe(303);
  workshop = inner + 1;
});
afterAll(() => world.close());

describe('a search for a tag', () => {
  test.each<Record<string, string>>([
    { q: '#caméras' },
    { q: '#CAMERAS' },
    { q: 'mot:cameras' },
    { q: 'tag:cameras' },
    { tag: 'caméras' },
  ])('%j finds the posts that have it, the newest first', async (fields) => {
    expect(await hits(fields)).toEqual([`${fair}:2`, `${fair}:1`]);
  });

  it('takes several, of which a post has all, beside words', async () => {
    expect(await hits({ q: '#cameras #drones' })).toEqual([`${fair}:1`]);
    expect(await hits({ q: '#cameras encore' })).toEqual([`${fair}:2`]);
    const form = (await get({ q: '#cameras #drones foire' })).html().querySelector('form.finding');
    expect(['q', 'tag'].map((name) => form?.querySelector(`[name="${name}"]`)?.getAttribute('value'))).toEqual([
      'foire',
      'cameras drones',
    ]);
  });

  it('answers for one that may not be read like for one that does not exist', async () => {
    const [hidden, none] = [await get({ tag: 'secrets' }), await get({ tag: 'nichtsda' })];
    expect(hidden.status).toBe(200);
    expect(hidden.text.replaceAll('secrets', 'X')).toBe(none.text.replaceAll('nichtsda', 'X'));
    expect((await get({ tag: '!' })).status).toBe(422);
  });
});

describe('a workshop is found', () => {
  test.each(['cartographique', 'trottoir', 'parvis', 'boussole', 'arpentage', 'Peltre'])('by « %s »', async (q) => {
    expect(await hits({ q, kind: 'workshop' })).toEqual([`${workshop}:1`]);
    expect(await hits({ q, kind: 'thread' })).toEqual([]);
  });

  it('by its kind and its town, and shows the passage that answers', async () => {
    expect(await hits({ town: '57534' })).toEqual([`${workshop}:1`]);
    expect(await hits({ q: 'commune:peltre type:atelier' })).toEqual([`${workshop}:1`]);
    expect(await hits({ town: '57463' })).toEqual([]);
    expect((await get({ town: 'nulle part' })).status).toBe(422);
    const marked = (await get({ q: 'boussoles' })).html().querySelectorAll('mark');
    expect(marked.map(({ text }) => text)).toEqual(['boussoles']);
  });

  it('never by what is secret of it', async () => {
    expect(await hits({ q: 'quai' })).toEqual([]);
    const { rows } = await world.db.owner.query<{ words: string }>('select words::text from searched');
    expect(JSON.stringify(rows)).not.toContain('quai');
  });

  it('as its programme changes, and no more when it is gone', async () => {
    const { owner } = world.db;
    await owner.query(`update workshop_part set text = 'Des compas' where thread_id = $1`, [workshop]);
    expect(await hits({ q: 'boussoles' })).toEqual([]);
    expect(await hits({ q: 'compas' })).toEqual([`${workshop}:1`]);
    await owner.query('delete from workshop_part where thread_id = $1', [workshop]);
    expect(await hits({ q: 'compas' })).toEqual([]);
  });
});

describe('what is wrong with a sign in the box', () => {
  test.each(['type:machin', 'avant:hier', 'apres:2026-02-30'])(
    '%s is said, and nothing typed is lost',
    async (sign) => {
      const page = await get({ q: `foire ${sign} auteur:amina` });
      expect(page.status).toBe(422);
      const form = page.html().querySelector('form.finding');
      expect(form?.querySelector('[name="q"]')?.getAttribute('value')).toBe(`foire ${sign}`);
      expect(form?.querySelector('[name="author"]')?.getAttribute('value')).toBe('amina');
      expect(form?.querySelector('#s-q-why')?.text).toMatch(/(est|sont) suivi/);
    },
  );
});

describe('the feed of a search', () => {
  it('has what answers it and everyone may read, newest first, and is kept nowhere', async () => {
    for (const format of ['atom', 'rss']) {
      const answer = await get({ q: 'foire OR encore OR dedans' }, `/search/feed.${format}`);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      strictly(answer.text);
      const feed = parseFeed(answer.text);
      expect(feed.items.map(({ id }) => id?.split(':').slice(-2).join(':'))).toEqual([`${fair}:2`, `${fair}:1`]);
      expect(feed.url).toBe(`${world.config.publicUrl}/search?q=foire+OR+encore+OR+dedans`);
      expect(answer.headers.get('link')).toContain('rel="alternate"');
    }
  });

  it('is named on the page of results, and shows a moderator no more than anybody', async () => {
    const page = (await world.visitor(amina.cookie).get(address({ q: 'secrets' }))).html();
    const link = page.querySelector('link[type="application/atom+xml"]')?.getAttribute('href') ?? '';
    expect(link).toBe('/search/feed.atom?q=secrets');
    expect(page.querySelectorAll('article[data-thread]').length).toBe(1);
    const feed = await world.visitor(amina.cookie).get(link);
    expect(parseFeed(feed.text).items).toEqual([]);
    expect((await get({ q: 'type:machin' }, '/search/feed.atom')).status).toBe(422);
  });
});
