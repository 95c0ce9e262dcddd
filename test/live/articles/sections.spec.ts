import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { hostSite, signed } from '../../host-site.js';
import { openWorld, type Person, type World } from '../../world.js';
import { Listener } from '../kit/listener.js';

const FEUILLE = 'https://feuille.example';
const PRUDENT = 'https://prudent.example';
let world: World;
let moderator: Person;
let forum: number;
const listeners: Listener[] = [];

async function from(origin: string, cookie?: string): Promise<Listener> {
  const listener = await Listener.open(world.url, { origin, cookie });
  listeners.push(listener);
  return listener;
}

beforeAll(async () => {
  world = await openWorld();
  await hostSite(world.db.owner, {
    slug: 'feuille',
    category: await world.category({ slug: 'feuille' }),
    origins: [FEUILLE],
  });
  await hostSite(world.db.owner, {
    slug: 'prudent',
    category: await world.category({ slug: 'prudent' }),
    origins: [PRUDENT, FEUILLE],
  });
  await hostSite(world.db.owner, {
    slug: 'entre-nous',
    category: await world.category({ slug: 'entre-nous', audience: 'members' }),
    origins: ['https://nous.example'],
  });
  await world.category({ slug: 'villes', hold: 'nobody' });
  moderator = await world.member('Nadia', { role: 'moderator' });
  forum = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
});
afterEach(() => listeners.splice(0).forEach((listener) => listener.close()));
afterAll(() => world.close());

describe('a page elsewhere', () => {
  test('is let in when its origin is one of a site’s, exactly, and everyone may read the site', async () => {
    await from(FEUILLE);
    for (const origin of [
      'https://feuille.example:444',
      'http://feuille.example',
      'https://www.feuille.example',
      'https://nous.example',
      'null',
    ])
      await expect(Listener.open(world.url, { origin })).rejects.toThrow();
  });

  test('hears of its own sites’ sections and of nothing else, whoever’s cookie comes along', async () => {
    const page = await from(PRUDENT, moderator.cookie);
    expect(await page.join('section:prudent/331')).toEqual({ ok: true });
    for (const room of [
      'section:feuille/331',
      'section:nowhere/331',
      `thread:${forum}`,
      'category:villes',
      'category:prudent',
      'desk',
      'follow:AAAA',
    ])
      expect([room, await page.join(room)]).toEqual([room, { error: 'not-found' }]);
    expect(await (await from(FEUILLE)).join('section:prudent/331')).toEqual({ ok: true });
  });

  test('names a section as an address does, and nothing that is none', async () => {
    const page = await from(FEUILLE);
    expect(await page.join(`section:feuille/${encodeURIComponent('été / à Brézin ?')}`)).toEqual({ ok: true });
    for (const room of [
      'section:feuille',
      'section:feuille/',
      'section:feuille/a/b',
      'section:feuille/%',
      'section:feuille/%0A',
      'section:Feuille/331',
      `section:feuille/${'a'.repeat(201)}`,
    ])
      expect([room, await page.join(room)]).toEqual([room, { error: 'malformed' }]);
  });
});

describe('the room of a section', () => {
  test('hears that something changed, never what, from the first published comment on', async () => {
    const page = await from(FEUILLE);
    await page.join('section:feuille/12');
    await page.join('section:feuille/13');
    const article = signed('feuille', '12');
    const { thread, number } = await world.comment(article, 'Le bruit de la perceuse.');
    await page.hear('section-changed');
    await world.comment(article, 'Et le lendemain aussi.');
    await page.hear('section-changed', 2);
    const removal = await world
      .visitor(moderator.cookie)
      .post(`/desk/thread/${thread}/posts/${number}/removal`, { reason: 'personal-data', remark: '' });
    expect(removal.status).toBe(303);
    await page.hear('section-changed', 3);
    await page.settle();
    expect(page.frames).toEqual(Array(3).fill({ event: 'section-changed', message: { room: 'section:feuille/12' } }));
  });

  test('is silent about what waits', async () => {
    const page = await from(FEUILLE);
    await page.join('section:feuille/14');
    const { thread } = await world.comment(signed('feuille', '15'), 'Ailleurs, un mot.');
    const sent = await world.visitor().post(`/thread/${thread}/replies`, {
      text: 'Ceci attend encore.',
      name: '',
      email: '',
      key: 'key-of-what-waits-1',
    });
    expect(sent.status).toBe(303);
    await page.settle();
    expect(page.frames).toEqual([]);
  });
});
