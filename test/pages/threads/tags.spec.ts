import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let member: Person;
let moderator: Person;
let first: number;
let second: number;
let inner: number;

beforeAll(async () => {
  world = await openWorld();
  member = await world.member('Amina');
  moderator = await world.member('Sage', { role: 'administrator' });
  await world.category({ slug: 'villes', hold: 'nobody' });
  await world.category({ slug: 'attente' });
  await world.category({ slug: 'entre-nous', audience: 'members', hold: 'nobody' });
  first = await world.thread({ category: 'villes', title: 'Le marché', text: 'Des #Caméras partout. #métro' });
  await world.reply(first, 'Trop de #caméras, et #cameras encore.');
  await world.reply(first, 'Vos #caméras…');
  second = await world.thread({
    category: 'villes',
    title: 'La gare',
    text: `Comme [ici](/thread/${first}/posts/1) et [là](/thread/${first}/posts/2).`,
  });
  const by = member.visitor;
  inner = await world.thread({
    category: 'entre-nous',
    title: 'Dedans',
    text: `Entre nous : #secret, #CAMERAS, [ceci](/thread/${first}/posts/1).`,
    by,
  });
});
afterAll(() => world.close());

const get = (path: string, cookie: string | null = null) => world.visitor(cookie).get(path);
const addressOf = async (thread: number): Promise<string> =>
  (await get(`/thread/${thread}`, member.cookie)).location ?? '';
const cited = async (thread: number, number: number, cookie: string | null = null): Promise<string[]> =>
  (await get(await addressOf(thread), cookie))
    .html()
    .querySelectorAll(`#post-${number} .cited-in a`)
    .map((link) => `${link.text} ${link.getAttribute('href')}`);

describe('a tag', () => {
  it('has a page with its posts, under one address and the spelling that most of them have', async () => {
    const page = (await get('/tag/cameras')).html();
    expect(page.querySelector('h1')?.text).toBe('#caméras');
    expect(page.querySelectorAll('.rows h3 a').map((link) => link.getAttribute('href'))).toEqual(
      [3, 2, 1].map((number) => `/thread/${first}/posts/${number}`),
    );
    for (const spelling of ['Cam%C3%A9ras', 'CAMERAS']) {
      const lead = await get(`/tag/${spelling}`);
      expect([lead.status, lead.location]).toEqual([301, '/tag/cameras']);
    }
    expect((await get('/tag/cameras/feed.atom')).text.match(/<entry>/g)).toHaveLength(3);
    expect(page.querySelector('link[rel="alternate"]')?.getAttribute('href')).toBe('/tag/cameras/feed.atom');
  });

  it('is none where no post for this visitor has it, and counts what they may read', async () => {
    const none = await get('/tag/nulle-part');
    for (const word of ['secret', 'jamais', '5', 'x']) {
      const answer = await get(`/tag/${word}`);
      expect([word, answer.status, (await get(`/tag/${word}/feed.rss`)).status]).toEqual([word, none.status, 404]);
    }
    expect((await get('/tag/secret', member.cookie)).status).toBe(200);
    const tags = async (cookie: string | null) =>
      (await get('/tags', cookie))
        .html()
        .querySelectorAll('.tags li')
        .map((line) => line.text);
    expect(await tags(null)).toEqual(['#caméras 3', '#métro 1']);
    expect(await tags(member.cookie)).toEqual(['#caméras 4', '#métro 1', '#secret 1']);
  });

  it('goes with the post that had it', async () => {
    const desk = world.visitor(moderator.cookie);
    const thread = await world.thread({ category: 'villes', title: 'Un jour', text: 'Un #éphémère.' });
    expect((await get('/tag/ephemere')).status).toBe(200);
    await desk.post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'off-topic', remark: '' });
    expect((await get('/tag/ephemere')).status).toBe(404);
    await desk.post(`/desk/thread/${thread}/posts/1/restoration`);
    expect((await get('/tag/ephemere')).status).toBe(200);
    await desk.post(`/desk/thread/${thread}/posts/1/correction`, {
      title: 'Un jour',
      text: 'Plus rien.',
      version: '2',
      remark: 'Sans mot.',
    });
    expect((await get('/tag/ephemere')).status).toBe(404);
  });

  it('waits with what waits', async () => {
    const text = 'Un #inattendu.';
    await world.visitor().post('/category/attente/threads', { title: 'En attente', text, key: 'key-of-a-tag-1' });
    expect((await get('/tag/inattendu', moderator.cookie)).status).toBe(404);
  });
});

describe('a post that others quote or link', () => {
  it('says where, to those who may read it there', async () => {
    expect(await cited(first, 1)).toEqual([`La gare, nº 1 /thread/${second}/posts/1`]);
    expect(await cited(first, 1, member.cookie)).toEqual([
      `Dedans, nº 1 /thread/${inner}/posts/1`,
      `La gare, nº 1 /thread/${second}/posts/1`,
    ]);
    world.clock.advance(60_000);
    const answer = await world.reply(first, `> Trop\n>\n> [nº 2](/thread/${first}/posts/2)\n\nOui.`);
    expect(await cited(first, 2)).toEqual([
      `nº\u00a0${answer} /thread/${first}/posts/${answer}`,
      `La gare, nº 1 /thread/${second}/posts/1`,
    ]);
  });

  it('says so no more when that one is taken down, on its kept page too', async () => {
    const desk = world.visitor(moderator.cookie);
    await desk.post(`/desk/thread/${second}/posts/1/removal`, { reason: 'off-topic', remark: '' });
    expect(await cited(first, 1)).toEqual([]);
    await desk.post(`/desk/thread/${second}/posts/1/restoration`);
    // What quotes it anew is heard of when the news of it arrive.
    await until(async () => expect(await cited(first, 1)).toEqual([`La gare, nº 1 /thread/${second}/posts/1`]));
  });
});
