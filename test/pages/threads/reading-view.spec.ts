import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { minutesBefore, Sower } from '../../sow.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let amina: Person;
let talk: number;
let giant: number;
let inner: number;

const get = (path: string, who: Person | null = null) => world.visitor(who?.cookie).get(path);
const slugOf = (thread: number) => `/thread/${thread}/sujet-${thread}`;
const numbersOn = async (path: string) =>
  (await get(path))
    .html()
    .querySelectorAll('.spoken-all > li')
    .map((post) => Number(post.getAttribute('data-number')));

beforeAll(async () => {
  world = await openWorld();
  const sow = new Sower(world.db.owner);
  const towns = await world.category({ slug: 'villes', name: 'Villes' });
  const members = await world.category({ slug: 'membres', name: 'Entre membres', audience: 'members' });
  amina = await world.member('Amina');
  giant = await sow.thread(towns, 1100, minutesBefore(world.clock.now(), 5));
  inner = await sow.thread(members, 2, minutesBefore(world.clock.now(), 4), amina.id);
  const text = `Une histoire. ${'mot '.repeat(460)}`;
  talk = await world.thread({ category: 'villes', title: 'À lire', text, by: amina.visitor });
  await world.reply(talk, `> Une histoire.\n>\n> [Amina, nº 1](/thread/${talk}/posts/1)\n\nEt la suite ?`);
  await world.reply(talk, `> Ailleurs.\n>\n> [Ailleurs, nº 1](/thread/${giant}/posts/1)\n\nVoilà.`, amina.visitor);
});
afterAll(() => world.close());

describe('a thread as one text', () => {
  test('says how long it is to read, as the thread itself does', async () => {
    const [thread, text] = [await get(`/thread/${talk}/a-lire`), await get(`/thread/${talk}/a-lire?view=reading`)];
    const line = thread.html().querySelector('.shapes');
    expect(line?.text).toContain('3 min de lecture');
    expect(line?.querySelectorAll('a').map((link) => [link.text, link.getAttribute('href')])).toEqual([
      ['Lire d’une traite', `/thread/${talk}/a-lire?view=reading`],
      ['Imprimer', `/thread/${talk}/a-lire?view=reading#print`],
      ['PDF', `/thread/${talk}/thread.pdf`],
      ['EPUB', `/thread/${talk}/thread.epub`],
      ['Texte', `/thread/${talk}/thread.md`],
    ]);
    const page = text.html();
    const [posts, minutes, days] = page.querySelectorAll('.title .meta span').map((fact) => fact.text);
    expect([posts?.replace(/\s/, ' '), minutes, days]).toEqual(['3 messages', '3 min de lecture', '22 novembre 2026']);
    expect(text.headers.get('link')).toBe(`</thread/${talk}/a-lire?view=reading>; rel="canonical"`);
  });

  test('counts the words again when posts come, change and go', async () => {
    const words = async () => {
      const { rows } = await world.db.owner.query<{ words: number }>('select words from thread where id = $1', [talk]);
      return rows[0]?.words;
    };
    const before = (await words()) ?? 0;
    const number = await world.reply(talk, 'Trois mots ici.');
    expect(await words()).toBe(before + 3);
    const change = (set: string) =>
      world.db.owner.query(`update post set ${set} where thread_id = $1 and number = $2`, [talk, number]);
    await change(`source = 'Deux mots'`);
    expect(await words()).toBe(before + 2);
    await change(`gone = 'withdrawn', source = ''`);
    expect(await words()).toBe(before);
  });

  test('folds what is quoted from above, and nothing else', async () => {
    const page = (await get(`/thread/${talk}/a-lire?view=reading`)).html();
    const folded = page.querySelectorAll('details.quoted');
    expect(folded.map((quote) => quote.querySelector('summary')?.text)).toEqual([
      expect.stringMatching(/^Cite le nº\s2|^Cite le nº\s1/),
    ]);
    expect(folded[0]?.querySelector('blockquote')?.text).toContain('Une histoire.');
    expect(page.querySelector('#post-2')?.text).toContain('Et la suite');
    expect(page.querySelector('#post-3 > .text blockquote')?.text).toContain('Ailleurs.');
  });

  test('has contents, and no relative date that grows old', async () => {
    const page = (await get(`/thread/${talk}/a-lire?view=reading`)).html();
    expect(page.querySelectorAll('.contents a').map((link) => link.getAttribute('href'))).toContain('#post-3');
    expect(page.querySelector('.reading')?.text).not.toContain('il y a');
  });

  test('has five hundred posts on a page, each page under one address', async () => {
    expect((await numbersOn(`${slugOf(giant)}?view=reading`)).length).toBe(500);
    expect((await numbersOn(`${slugOf(giant)}?view=reading&part=3`))[0]).toBe(1001);
    const leads: [string, string][] = [
      [`/thread/${giant}?view=reading&part=2`, `${slugOf(giant)}?view=reading&part=2`],
      [`${slugOf(giant)}?view=reading&part=1`, `${slugOf(giant)}?view=reading`],
      [`/thread/${talk}/a-lire?view=reading&author=AMINA`, `/thread/${talk}/a-lire?view=reading&author=Amina`],
    ];
    for (const [asked, right] of leads) expect((await get(asked)).location).toBe(right);
    for (const query of ['view=reading&part=4', 'view=reading&part=0', 'view=autre', 'view=reading&author=Bob'])
      expect((await get(`${slugOf(giant)}?${query}`)).status).toBe(404);
  });

  test('is one person’s text where that is asked for', async () => {
    expect(await numbersOn(`/thread/${talk}/a-lire?view=reading&author=Amina`)).toEqual([1, 3]);
    expect(await numbersOn(`${slugOf(giant)}?view=reading&author=voisine`)).toEqual([]);
    expect((await numbersOn(`${slugOf(giant)}?view=reading&author=Voisine&part=3`)).length).toBe(100);
  });

  test('is there for those who may read it, and says so where not everyone may', async () => {
    expect((await get(`${slugOf(inner)}?view=reading`)).status).toBe(404);
    const page = await get(`${slugOf(inner)}?view=reading`, amina);
    expect(page.text).toContain('Réservé aux membres du forum');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });
});

describe('what somebody has opened', () => {
  const opened = async (who: Person | null) =>
    (await get('/user/Amina?show=threads', who))
      .html()
      .querySelectorAll('[data-thread]')
      .map((row) => Number(row.getAttribute('data-thread')));

  test('stands on their page, for those who may read it', async () => {
    expect(await opened(null)).toEqual([talk]);
    expect(await opened(amina)).toEqual([talk, inner]);
    expect((await get('/user/amina?show=threads')).location).toBe('/user/Amina?show=threads');
    expect((await get('/user/Amina?show=rien')).status).toBe(404);
    expect((await get('/user/Amina?show=threads&before=x')).status).toBe(404);
  });
});
