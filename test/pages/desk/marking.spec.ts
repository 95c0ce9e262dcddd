import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Browsing } from '../../browsing.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let nadia: Browsing;
let elsewhere: Browsing;
const guest = (): Browsing => world.visitor();

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  await world.category({ slug: 'relue', name: 'Relue' });
  ada = await world.member('Ada');
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  elsewhere = world.visitor((await world.member('Zoé', { role: 'moderator', categories: ['relue'] })).cookie);
});
afterAll(async () => {
  const all = await triedUndoings(world);
  await world.close();
  expect(wronglyOffered(all)).toEqual([]);
});

let opened = 0;
function open(category = 'villes'): Promise<number> {
  opened += 1;
  world.clock.advance(60_000);
  return world.thread({
    category,
    title: `Le sujet numéro ${opened}`,
    text: `Un premier message, ${opened}`,
    by: ada.visitor,
  });
}

async function pageOf(thread: number, who = guest()): Promise<Answer> {
  return who.get((await who.get(`/thread/${thread}`)).location ?? '');
}

async function rowsOf(path: string): Promise<{ pinned: number[]; others: number[]; next: string | null }> {
  const page = (await guest().get(path)).html();
  const ids = (selector: string) =>
    page.querySelectorAll(selector).map((row) => Number(row.getAttribute('data-thread')));
  return {
    pinned: ids('.pinned [data-thread]'),
    others: ids('ol.rows [data-thread]'),
    next: page.querySelector('a[rel="next"]')?.getAttribute('href') ?? null,
  };
}

describe('a locked thread', () => {
  it('is locked from its page by a form that says what will come of it, and open again by the line that says so', async () => {
    const thread = await open();
    expect((await pageOf(thread)).html().querySelector('[action$="/replies"]')).not.toBeNull();
    const link = (await pageOf(thread, nadia)).html().querySelector(`a[href="/desk/thread/${thread}"]`);
    expect(link?.text).toBe('Modérer ce sujet');
    const form = (await nadia.get(`/desk/thread/${thread}`)).html().querySelector('form[action$="/lock"]');
    expect(form?.text).toContain('Plus personne ne pourra y répondre, l’équipe non plus.');
    const answer = await nadia.post(`/desk/thread/${thread}/lock`, { locked: 'yes' });
    expect(answer.status).toBe(303);
    const page = (await nadia.get(answer.location ?? '')).html();
    expect(page.querySelector('[data-facts]')?.text).toContain('verrouillé');
    for (const who of [page, (await pageOf(thread)).html()])
      expect(who.querySelector('#reply + .hint')?.text).toBe(
        'Ce sujet est verrouillé\u00a0: il ne prend plus de réponses.',
      );
    const undo = page.querySelector('[data-done] form');
    expect(page.querySelector('[data-done]')?.text).toContain('Sujet verrouillé.');
    const back = await nadia.post(undo?.getAttribute('action') ?? '', {
      back: undo?.querySelector('[name="back"]')?.getAttribute('value') ?? '',
    });
    expect([back.status, back.location]).toEqual([
      303,
      expect.stringMatching(new RegExp(`^/thread/${thread}/.*done=\\d+$`)),
    ]);
    expect((await pageOf(thread)).html().querySelector('[action$="/replies"]')).not.toBeNull();
  });

  it('takes replies from nobody, gives the text back, and lets the team decide what waits', async () => {
    const thread = await open('relue');
    await guest().post(`/thread/${thread}/replies`, { text: 'Envoyé à temps', key: 'key-sent-in-time-1' });
    const [waiting] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where source = 'Envoyé à temps'`,
    );
    expect((await nadia.get(`/desk/thread/${thread}`)).html().querySelector('form[action$="/lock"]')?.text).toContain(
      '1\u00a0envoi qui attend pourra encore',
    );
    await nadia.post(`/desk/thread/${thread}/lock`, { locked: 'yes' });
    for (const who of [guest(), nadia]) {
      const late = await who.post(`/thread/${thread}/replies`, {
        text: 'Envoyé trop tard',
        key: 'key-sent-too-late-1',
      });
      expect(late.status).toBe(403);
      expect(late.html().querySelector('textarea')?.text).toContain('Envoyé trop tard');
    }
    expect(
      (
        await nadia.post(`/desk/submissions/${waiting?.id}/decision`, {
          decision: 'accept',
          version: '1',
          reply: 'Et une réponse',
        })
      ).status,
    ).toBe(403);
    expect(
      (await nadia.post(`/desk/submissions/${waiting?.id}/decision`, { decision: 'accept', version: '1' })).status,
    ).toBe(303);
    expect((await pageOf(thread)).text).toContain('Envoyé à temps');
    expect((await world.visitor(ada.cookie).get(`/thread/${thread}/posts/1/edits/new`)).status).toBe(200);
  });

  it('is locked once by two who do it at once, and only by whoever moderates there', async () => {
    const thread = await open();
    const both = await Promise.all(
      [nadia, nadia].map((who) => who.post(`/desk/thread/${thread}/lock`, { locked: 'yes' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await elsewhere.get(`/desk/thread/${thread}`)).status).toBe(404);
    expect((await elsewhere.post(`/desk/thread/${thread}/lock`, { locked: 'no' })).status).toBe(404);
    expect((await pageOf(thread, elsewhere)).text).not.toContain('Modérer ce sujet');
    expect((await nadia.post(`/desk/thread/${thread}/lock`, { locked: 'perhaps' })).status).toBe(422);
    const [row] = await world.writer.query(
      `select decision, thread_id, number, detail from desk.decision where thread_id = $1 and decision = 'lock'`,
      [thread],
    );
    expect(row).toEqual({ decision: 'lock', thread_id: thread, number: null, detail: null });
    expect((await nadia.get('/desk/log?decision=lock')).text).toContain('Le sujet numéro');
  });
});

describe('pinned threads', () => {
  it('stand on top of their category, on its first page alone, and in no other place twice', async () => {
    await world.category({ slug: 'large', name: 'Large', hold: 'nobody' });
    const threads: number[] = [];
    for (let n = 0; n < 23; n += 1) threads.push(await open('large'));
    const [oldest = 0, second = 0] = threads;
    for (const thread of [oldest, second]) {
      world.clock.advance(1000);
      expect((await nadia.post(`/desk/thread/${thread}/pin`, { pinned: 'yes' })).status).toBe(303);
    }
    const first = await rowsOf('/category/large');
    expect(first.pinned).toEqual([second, oldest]);
    expect(first.others).toEqual(threads.slice(3).reverse());
    const next = await rowsOf(first.next ?? '');
    expect([next.pinned, next.others, next.next]).toEqual([[], [threads[2]], null]);
    // Elsewhere they stand by date.
    const recent = (await guest().get('/recent'))
      .html()
      .querySelectorAll('[data-thread]')
      .map((row) => Number(row.getAttribute('data-thread')));
    expect(recent).toEqual(threads.slice(3).reverse());

    const unpinned = await nadia.post(`/desk/thread/${oldest}/pin`, { pinned: 'no' });
    expect((await rowsOf('/category/large')).pinned).toEqual([second]);
    const done = new URL(unpinned.location ?? '', world.url).searchParams.get('done');
    world.clock.advance(1000);
    expect((await nadia.post(`/desk/decisions/${done}/undo`, { back: '/desk/log' })).status).toBe(303);
    // In its old place among them.
    expect((await rowsOf('/category/large')).pinned).toEqual([second, oldest]);
  });

  it('are few: the sixth is refused with a word, and undoing has to wait for room as well', async () => {
    await world.category({ slug: 'pleine', hold: 'nobody' });
    const threads: number[] = [];
    for (let n = 0; n < 6; n += 1) threads.push(await open('pleine'));
    const answers = await Promise.all(
      threads.map((thread) => nadia.post(`/desk/thread/${thread}/pin`, { pinned: 'yes' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 303, 303, 303, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.html().querySelector('[role="alert"]')?.text).toContain('Pas plus de 5 sujets épinglés');
    const [pinned = 0] = (await rowsOf('/category/pleine')).pinned;
    const left = threads.find((_, index) => answers[index]?.status === 409) ?? 0;
    const unpinned = await nadia.post(`/desk/thread/${pinned}/pin`, { pinned: 'no' });
    await nadia.post(`/desk/thread/${left}/pin`, { pinned: 'yes' });
    const done = new URL(unpinned.location ?? '', world.url).searchParams.get('done');
    expect((await nadia.post(`/desk/decisions/${done}/undo`, { back: '' })).status).toBe(409);
    // Something later stands above the first pin of it, too.
    const [first] = await world.writer.query<{ id: string }>(
      `select id::text from desk.decision where thread_id = $1 and decision = 'pin'`,
      [pinned],
    );
    const tooLate = await nadia.post(`/desk/decisions/${first?.id}/undo`, { back: '' });
    expect([tooLate.status, tooLate.text.includes('décidé de nouveau')]).toEqual([409, true]);
  });
});
