import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { LexiconCount } from '../../../src/publishing/upkeep/lexicon-count.js';
import { cutsOf, isOneLetterApart } from '../../../src/search/cuts.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let amina: Person;
let sage: Person;
let talk: number;

const get = (path: string, who: Person | null = null) => world.visitor(who?.cookie).get(path);
const suggested = async (q: string, who: Person | null = null): Promise<string[]> =>
  (await get(`/search?q=${encodeURIComponent(q)}`, who))
    .html()
    .querySelectorAll('[data-suggestion] a')
    .map((link) => decodeURIComponent(link.getAttribute('href') ?? ''));
const similar = async (title: string, who: Person | null = null): Promise<string[]> =>
  (await get(`/search/similar?title=${encodeURIComponent(title)}`, who))
    .html()
    .querySelectorAll('a')
    .map((link) => link.text);
const lexicon = async (): Promise<string[]> =>
  (await world.db.owner.query<{ word: string }>('select word from lexicon order by word')).rows.map(
    ({ word }) => word,
  );

beforeAll(async () => {
  world = await openWorld();
  amina = await world.member('Amina');
  sage = await world.member('Sage', { role: 'administrator' });
  const basile = await world.member('Basile');
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  await world.category({ slug: 'equipe', audience: 'staff', hold: 'nobody' });
  talk = await world.thread({
    category: 'villes',
    title: 'Caméras du marché',
    text: 'Le #lampadaire.',
    by: amina.visitor,
  });
  for (const by of [basile.visitor, sage.visitor])
    await world.reply(talk, 'Un lampadaire encore, #lampadaire #lampions.', by);
  // One person alone, and three whom not everyone may read.
  for (const text of ['giroflée', 'giroflée', 'giroflée']) await world.reply(talk, text, amina.visitor);
  const inner = await world.thread({ category: 'equipe', title: 'Dedans', text: 'ornithorynque', by: sage.visitor });
  for (const by of [amina.visitor, basile.visitor]) await world.reply(inner, 'ornithorynque', by).catch(() => 0);
  await world.thread({ category: 'equipe', title: 'Caméras du marché, entre nous', text: 'Chut.', by: sage.visitor });
  await world.thread({ category: 'villes', title: 'Les caméras', text: 'Ailleurs.', by: amina.visitor });
  await world.app.get(LexiconCount, { strict: false }).count();
});
afterAll(() => world.close());

describe('two words are one letter apart', () => {
  test.each([
    ['lampadaire', 'lampadair', true],
    ['lampadaire', 'lanpadaire', true],
    ['lampadaire', 'lampadiare', true],
    ['lampadaire', 'lampadaires', true],
    ['lampadaire', 'lampadaire', false],
    ['lampadaire', 'lanpadair', false],
  ])('%s and %s: %s', (one, other, so) => {
    expect(isOneLetterApart(one, other)).toBe(so);
    if (so) expect(cutsOf(one).some((cut) => cutsOf(other).includes(cut))).toBe(true);
  });
});

describe('the lexicon', () => {
  it('has the words that three people have used in three posts which everyone may read, and no other', async () => {
    const words = await lexicon();
    expect(words).toContain('lampadaire');
    for (const word of ['giroflee', 'ornithorynque', 'lampions', 'marche']) expect(words).not.toContain(word);
  });

  it('is counted anew: what was taken down is in it no more', async () => {
    await world.db.owner.query('begin');
    await world.db.owner.query(`delete from searched where thread_id = $1 and number = 2`, [talk]);
    await world.db.owner.query('commit');
    await world.app.get(LexiconCount, { strict: false }).count();
    expect(await lexicon()).not.toContain('lampadaire');
    await world.db.owner.query('select search_again($1, 1, 10)', [talk]);
    await world.app.get(LexiconCount, { strict: false }).count();
    expect(await lexicon()).toContain('lampadaire');
  });
});

describe('a word that matches nothing', () => {
  it('offers one that differs by a letter, in its place', async () => {
    expect(await suggested('lanpadaire')).toEqual(['/search?q=lampadaire']);
    expect(await suggested('Un Lampadaier rouge')).toEqual(['/search?q=Un+lampadaire+rouge']);
    expect(await suggested('lampadaire')).toEqual([]);
    expect(await suggested('"lanpadaire"')).toEqual([]);
  });

  it('offers nothing that could tell of a single text, nor of one that not everyone may read', async () => {
    for (const word of ['girofléa', 'ornithorynqe']) {
      expect(await suggested(word)).toEqual([]);
      expect(await suggested(word, sage)).toEqual([]);
    }
  });
});

describe('threads like the one whose title is being written', () => {
  it('are found by their titles, the closest first, for this audience', async () => {
    expect(await similar('Des caméras au marché')).toEqual(['Caméras du marché', 'Les caméras']);
    expect(await similar('camera')).toEqual(['Les caméras', 'Caméras du marché']);
    expect(await similar('Des caméras au marché', sage)).toEqual([
      'Caméras du marché, entre nous',
      'Caméras du marché',
      'Les caméras',
    ]);
    for (const title of ['', 'le la les', '((', '"', "' | !&", 'x'.repeat(10_000)])
      expect(await similar(title)).toEqual([]);
  });

  it('are told nobody else: not kept, and to a page elsewhere what a guest is told', async () => {
    const answer = await world
      .visitor(sage.cookie)
      .get('/search/similar?title=cam%C3%A9ras+march%C3%A9', { origin: 'https://elsewhere.example' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.text).not.toContain('entre nous');
  });

  it('stand beside the preview, without a script', async () => {
    const preview = await world
      .visitor()
      .post('/category/villes/threads', { title: 'Les caméras du marché', text: 'Bonjour', action: 'preview' });
    expect(
      preview
        .html()
        .querySelectorAll('.similar a')
        .map(({ text }) => text),
    ).toEqual(['Caméras du marché', 'Les caméras']);
    const reply = await world.visitor().post(`/thread/${talk}/replies`, { text: 'Des caméras', action: 'preview' });
    expect([reply.status, reply.html().querySelector('.similar')]).toEqual([200, null]);
  });
});

describe('what completes a sign', () => {
  it('is the tags in use, and the members of the thread, by their beginning without accents', async () => {
    expect(JSON.parse((await get('/tags.json?q=LAMP')).text)).toEqual(['#lampadaire', '#lampions']);
    expect(JSON.parse((await get('/tags.json?q=x')).text)).toEqual([]);
    expect(JSON.parse((await get(`/thread/${talk}/people.json`)).text)).toEqual(['@Amina', '@Sage', '@Basile']);
    expect(JSON.parse((await get(`/thread/${talk}/people.json?q=ba`)).text)).toEqual(['@Basile']);
    expect((await get('/thread/999/people.json')).status).toBe(404);
  });
});

describe('a post that others quote', () => {
  it('says where, and the desk says so before it is taken down', async () => {
    await world.reply(talk, `Voir [là](/thread/${talk}/posts/1).`, amina.visitor);
    const page = (await get(`/thread/${talk}/cameras-du-marche`)).html();
    expect(page.querySelector('#post-1')?.text).toContain('Cité dans');
    const desk = (await get(`/desk/thread/${talk}/posts/1/removal`, sage)).html();
    expect(desk.querySelector('[data-quoted] a')?.getAttribute('href')).toMatch(
      new RegExp(`^/thread/${talk}/posts/\\d+$`),
    );
    const other = (await get(`/desk/thread/${talk}/posts/2/removal`, sage)).html();
    expect(other.querySelector('[data-quoted]')).toBe(null);
  });
});
