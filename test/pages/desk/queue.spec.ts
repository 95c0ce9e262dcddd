import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HTMLElement } from 'node-html-parser';
import type { Browsing } from '../../browsing.js';
import { Listener } from '../../live/kit/listener.js';
import { openWorld, type Person, type World } from '../../world.js';

const MINUTE = 60_000;

let world: World;
let ada: Person;
let nadia: Browsing;
let omar: Browsing;
let thread: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'ailleurs', name: 'Ailleurs' });
  ada = await world.member('Ada');
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  omar = world.visitor((await world.member('Omar', { role: 'moderator', categories: ['villes'] })).cookie);
  thread = await world.thread({
    category: 'villes',
    title: 'Un sujet',
    text: 'Premier message, à la mairie.',
    by: ada.visitor,
  });
  world.clock.advance(-30 * 60 * MINUTE);
  await send(`/thread/${thread}/replies`, { text: 'Une très vieille réponse, élégante.', name: 'Solveig' });
  world.clock.advance(24 * 60 * MINUTE);
  await send(`/thread/${thread}/replies`, { text: 'Voir [le plan](https://plan.example/a).', name: 'Lou' });
  await send(`/category/ailleurs/threads`, { title: 'Un œuvre d’ailleurs', text: 'Quelque chose.', name: 'Lou' });
  world.clock.advance(6 * 60 * MINUTE);
  await send(`/thread/${thread}/replies`, { text: 'Une réponse d’Ada.' }, ada.cookie);
  await world.visitor(ada.cookie).post(`/thread/${thread}/posts/1/edits`, {
    title: 'Un sujet',
    text: 'Premier message, à la <b>préfecture</b>.',
    version: '0',
    key: 'key-of-an-edit-1',
  });
}, 60_000);
afterAll(() => world.close());

async function send(path: string, fields: Record<string, string>, cookie: string | null = null): Promise<void> {
  sent += 1;
  const answer = await world.visitor(cookie).post(path, { key: `key-of-the-queue-${sent}`, ...fields });
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
}

async function page(path: string, who: Browsing = nadia): Promise<HTMLElement> {
  const answer = await who.get(path);
  expect(answer.status).toBe(200);
  return answer.html();
}

function cards(of: HTMLElement): string[] {
  return of.querySelectorAll('article[data-submission]').map((card) => card.getAttribute('data-submission') ?? '');
}

/** « Réponses 3 »: the words of each filter with its count. */
function tabs(of: HTMLElement): string[] {
  return of.querySelectorAll('.tabs a').map((tab) => tab.text.trim());
}

async function id(text: string): Promise<string> {
  const [row] = await world.writer.query<{ id: string }>(
    `select id from desk.submission where source like $1 and status = 'waiting'`,
    [`${text}%`],
  );
  return row?.id ?? '';
}

function claim(
  who: Browsing,
  submission: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  return who.post(`/desk/submissions/${submission}/claim`, fields, headers);
}

describe('the filters of the queue', () => {
  it('are plain links with what would be seen under each', async () => {
    const all = await page('/desk');
    expect(cards(all)).toHaveLength(5);
    expect(tabs(all)).toEqual(
      [
        'Tous 5',
        'Sujets 1',
        'Réponses 3',
        'Modifications 1',
        'Plus d’une heure 3',
        'Plus de\u00A05\u00A0h 3',
        'Plus d’un jour 1',
        'Avec des liens 1',
        'Villes 4',
        'Ailleurs 1',
      ].map((tab) => tab.replace('de\u00A05', 'de 5')),
    );
    expect(all.querySelector('.desk-head')?.text).toMatch(
      /le plus ancien\u00A0: environ 30\sh.*attente médiane\u00A0: environ 6\sh/,
    );
    const replies = await page(all.querySelectorAll('.tabs a')[2]?.getAttribute('href') ?? '');
    expect(cards(replies)).toHaveLength(3);
    expect(tabs(replies)).toContain('Plus d’un jour 1');
    expect(tabs(replies)).toContain('Sujets 1');
    const late = replies.querySelectorAll('.tabs a').find((tab) => tab.text.startsWith('Plus d’un jour'));
    expect(late?.getAttribute('href')).toBe('/desk?kind=reply&older=1d');
  });

  it.each([
    ['?kind=edit', 1],
    ['?category=ailleurs', 1],
    ['?older=1h', 3],
    ['?older=1d', 1],
    ['?author=Lou', 2],
    ['?author=Ada', 2],
    ['?links=1', 1],
    ['?q=ELEGANT', 1],
    ['?q=vieille+reponse', 1],
    ['?q=oeuvre', 1],
    ['?q=rien+de+tel', 0],
    ['?q=%22%27%3A*+%26', 5],
    ['?category=villes&kind=reply&author=Lou', 1],
    ['?kind=thread&category=villes', 0],
  ])('%s shows %i', async (query, count) => {
    expect(cards(await page(`/desk${query}`))).toHaveLength(count);
  });

  it('know nothing of categories that somebody does not moderate', async () => {
    const his = await page('/desk', omar);
    expect(cards(his)).toHaveLength(4);
    expect(his.querySelector('.filters')?.text).not.toContain('Ailleurs');
    expect(cards(await page('/desk?category=ailleurs', omar))).toEqual([]);
    expect(cards(await page('/desk?q=oeuvre', omar))).toEqual([]);
    const other = await id('Quelque chose');
    expect((await omar.get(`/desk/submissions/${other}/context`)).status).toBe(404);
    expect((await claim(omar, other)).status).toBe(404);
    expect(cards(await page('/desk?q=oeuvre'))).toEqual([other]);
  });

  it('that nobody offered are answered with not found', async () => {
    for (const query of ['?kind=poll', '?older=2h', '?links=yes', '?before=x'])
      expect((await nadia.get(`/desk${query}`)).status).toBe(404);
  });

  it('survive a decision, with the next card in hand', async () => {
    const filtered = await page('/desk?kind=reply&category=villes');
    const [first = '', second = ''] = cards(filtered);
    const back = filtered.querySelector(`#s-${first} input[name="back"]`)?.getAttribute('value') ?? '';
    expect(back).toBe('/desk?kind=reply&category=villes');
    const answer = await nadia.post(`/desk/submissions/${first}/decision`, { version: '1', decision: 'spam', back });
    expect(answer.status).toBe(303);
    const to = new URL(answer.location ?? '', world.url);
    expect(to.hash).toBe(`#s-${second}`);
    expect([to.searchParams.get('kind'), to.searchParams.get('category'), to.searchParams.get('hand')]).toEqual([
      'reply',
      'villes',
      second,
    ]);
    expect(to.searchParams.get('done')).not.toBeNull();
    const after = await page(to.pathname + to.search);
    expect(cards(after)[0]).toBe(second);
    expect(after.querySelector('article.here')?.id).toBe(`s-${second}`);
    expect(after.querySelectorAll('[accesskey]').map((act) => act.getAttribute('accesskey'))).toEqual(
      expect.arrayContaining(['a', 'r', 'n', 'e', 's', 'o', 'j']),
    );
    expect((await page('/desk?keys=off')).querySelectorAll('[accesskey]')).toEqual([]);
  });

  it('lead nowhere else than to the desk afterwards', async () => {
    const reply = await id('Une réponse d’Ada');
    for (const back of ['https://elsewhere.example/desk', '//elsewhere.example/desk', '/me']) {
      expect((await claim(nadia, reply, { back })).location).toMatch(/^\/desk(\?|$)/);
    }
    await claim(nadia, reply, { action: 'release' });
  });
});

describe('the card of an edit', () => {
  it('marks by words what goes and what comes, and shows both texts without a script', async () => {
    const card = (await page('/desk?kind=edit')).querySelector('article[data-submission]');
    const inline = card?.querySelector('.said > .changes');
    expect(
      inline
        ?.querySelectorAll('del')
        .map((each) => each.text)
        .join('|'),
    ).toContain('mairie');
    expect(inline?.innerHTML).toContain('&lt;b>préfecture&lt;/b>');
    expect(card?.querySelector('b:not(.card-head b)')).toBeNull();
    expect(card?.querySelectorAll('details.both .compare > div')).toHaveLength(2);
  });
});

describe('the context of a card', () => {
  it('is the thread so far and the history of its author, in a page of its own', async () => {
    const edit = await page(`/desk/submissions/${await id('Une réponse d’Ada')}/context`);
    expect(edit.text).toContain('Premier message, à la mairie.');
    expect(edit.text).toMatch(/Ada,\s*1\spublié,\s*2\smessages en attente/);
    const guest = await page(`/desk/submissions/${await id('Voir')}/context`);
    expect(guest.text).toContain('Rien ne relie entre eux les messages envoyés sans compte.');
  });
});

describe('a claim', () => {
  it('says to the others who is at work since when, to oneself that one is, and is over after five minutes', async () => {
    const reply = await id('Voir');
    expect((await claim(nadia, reply)).location).toBe(`/desk?hand=${reply}#s-${reply}`);
    world.clock.advance(2 * MINUTE);
    const theirs = (await page('/desk', omar)).querySelector(`[data-submission="${reply}"]`);
    expect(theirs?.text).toMatch(/Nadia s’en occupe depuis 2\smin/);
    expect(theirs?.querySelector('button[name="decision"]')).toBeNull();
    expect((await page('/desk')).querySelector(`[data-submission="${reply}"]`)?.text).toContain(
      'Vous vous en occupez',
    );
    world.clock.advance(3 * MINUTE);
    expect((await page('/desk', omar)).querySelector(`[data-submission="${reply}"]`)?.text).not.toContain(
      's’en occupe depuis',
    );
  });

  it('lives on while the card is open, is taken over only by whoever says so, and is let go', async () => {
    const reply = await id('Voir');
    const holder = async () =>
      (
        await world.writer.query<{ name: string }>(
          `select m.name from desk.claim c join member m on m.id = c.member_id where submission_id = $1
            and until > $2`,
          [reply, world.clock.now()],
        )
      )[0]?.name;
    await claim(nadia, reply, { action: 'keep' });
    world.clock.advance(4 * MINUTE);
    expect((await claim(nadia, reply, { action: 'keep' })).status).toBe(204);
    world.clock.advance(4 * MINUTE);
    await claim(omar, reply, { action: 'keep' });
    expect(await holder()).toBe('Nadia');
    expect((await claim(omar, reply, {}, { accept: 'application/json' })).status).toBe(204);
    await claim(nadia, reply, { action: 'keep' });
    await claim(nadia, reply, { action: 'release' });
    expect(await holder()).toBe('Omar');
    await claim(omar, reply, { action: 'release' });
    expect(await holder()).toBeUndefined();
  });

  it('is a hint: a colleague decides all the same, and what is decided can’t be claimed', async () => {
    const reply = await id('Voir');
    await claim(nadia, reply);
    expect((await omar.post(`/desk/submissions/${reply}/decision`, { version: '1', decision: 'spam' })).status).toBe(
      303,
    );
    expect((await claim(nadia, reply)).status).toBe(409);
    // An open card says it by itself, and the decision may have been quicker.
    expect((await claim(nadia, reply, { action: 'release' })).status).toBe(303);
    expect((await claim(nadia, reply, { action: 'keep' })).status).toBe(204);
    expect(await world.writer.query('select 1 from desk.claim where submission_id = $1', [reply])).toEqual([]);
    expect((await world.visitor(ada.cookie).post(`/desk/submissions/${reply}/claim`)).status).toBe(404);
  });

  it('is told live to the desks that see it and to no other', async () => {
    const listen = (role: string, categories: string[]) =>
      world
        .member(role, { role: 'moderator', categories })
        .then(({ cookie }) => Listener.in(world.url, ['desk'], { cookie }));
    const [here, there] = [await listen('Iris', ['villes']), await listen('Zoé', ['ailleurs'])];
    const reply = await id('Une réponse d’Ada');
    await claim(nadia, reply);
    expect(await here.hear('claim-changed')).toEqual({ submission: reply });
    world.clock.advance(MINUTE);
    await claim(nadia, reply, { action: 'keep' });
    await here.settle();
    await there.settle();
    expect([here.of('claim-changed').length, there.frames]).toEqual([1, []]);
    here.close();
    there.close();
    await claim(nadia, reply, { action: 'release' });
  });

  it('can be for the five oldest that nobody has, within the filter', async () => {
    for (let each = 1; each <= 7; each++) {
      world.clock.advance(MINUTE);
      await send(`/thread/${thread}/replies`, { text: `Cinq plus anciennes, la ${each}e.`, name: 'Cinq' });
    }
    const list = cards(await page('/desk?author=Cinq'));
    await claim(omar, list[1] ?? '');
    const claims = async () => (await world.db.owner.query('select submission_id from desk.claim order by 1')).rows;
    const before = await claims();
    for (const back of ['/desk?kind=zzz', '//evil.example/desk', '/desk?kind=reply&kind=edit'])
      expect([back, (await nadia.post('/desk/claims', { back })).status]).toEqual([back, 404]);
    expect(await claims()).toEqual(before);
    const answer = await nadia.post('/desk/claims', { back: '/desk?author=Cinq' });
    expect(answer.location).toBe(`/desk?author=Cinq&hand=${list[0]}#s-${list[0]}`);
    const mine = (await page('/desk?author=Cinq'))
      .querySelectorAll('article')
      .filter((card) => card.text.includes('Vous vous en occupez'));
    expect(mine.map((card) => card.getAttribute('data-submission'))).toEqual(
      [0, 2, 3, 4, 5].map((place) => list[place]),
    );
  });
});

describe('who is at the desk', () => {
  it('is said to colleagues who share a category, for as long as they look at it', async () => {
    const zoe = world.visitor((await world.member('Yann', { role: 'moderator', categories: ['ailleurs'] })).cookie);
    world.clock.advance(10 * MINUTE);
    await nadia.get('/desk');
    expect((await page('/desk', omar)).querySelector('.desk-head')?.text).toContain(
      '1\u00A0collègue ici\u00A0: Nadia',
    );
    expect((await page('/desk', zoe)).querySelector('.desk-head')?.text).toContain('1\u00A0collègue ici\u00A0: Nadia');
    expect((await page('/desk')).querySelector('.desk-head')?.text).toContain(
      '2\u00A0collègues ici\u00A0: Omar, Yann',
    );
    expect((await page('/desk', omar)).querySelector('.desk-head')?.text).not.toContain('Yann');
    world.clock.advance(4 * MINUTE);
    expect((await page('/desk', omar)).querySelector('.desk-head')?.text).not.toContain('Nadia');
  });
});
