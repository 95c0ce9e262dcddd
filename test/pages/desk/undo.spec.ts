import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browsing } from '../../browsing.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let nadia: Browsing;
let omar: Browsing;
let elsewhere: Browsing;
let thread: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'ailleurs' });
  ada = await world.member('Ada');
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  omar = world.visitor((await world.member('Omar', { role: 'moderator', categories: ['villes'] })).cookie);
  elsewhere = world.visitor((await world.member('Zoé', { role: 'moderator', categories: ['ailleurs'] })).cookie);
  thread = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Premier message', by: ada.visitor });
});
afterAll(async () => {
  const all = await triedUndoings(world);
  await world.close();
  expect(wronglyOffered(all)).toEqual([]);
});

async function waiting(text: string, name = 'Lou'): Promise<{ id: string; location: string }> {
  sent += 1;
  const { location } = await world
    .visitor()
    .post(`/thread/${thread}/replies`, { text, name, key: `key-of-an-undo-${sent}` });
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission where source = $1 order by written_at desc',
    [text],
  );
  return { id: row?.id ?? '', location: location ?? '' };
}

/** Decides, and answers the row of the log that the desk is sent back with. */
async function decided(who: Browsing, id: string, fields: Record<string, string>): Promise<string> {
  const answer = await who.post(`/desk/submissions/${id}/decision`, { version: '1', ...fields });
  return new URL(answer.location ?? '', world.url).searchParams.get('done') ?? '';
}

async function state(id: string): Promise<{ status: string; number: number | null } | undefined> {
  return (
    await world.writer.query<{ status: string; number: number | null }>(
      'select status, number from desk.submission where id = $1',
      [id],
    )
  )[0];
}

async function threadText(): Promise<string> {
  const guest = world.visitor();
  return (await guest.get((await guest.get(`/thread/${thread}`)).location ?? '')).text;
}

describe('the line under the filters', () => {
  it('says what was decided and offers to undo it for 30 seconds, by a form that needs no script', async () => {
    const { id } = await waiting('Accepté trop vite');
    const done = await decided(nadia, id, { decision: 'accept' });
    const line = (await nadia.get(`/desk?done=${done}`)).html().querySelector('[data-done]');
    expect(line?.text).toContain('Message accepté, il est paru.');
    const form = line?.querySelector(`form[method="post"][action="/desk/decisions/${done}/undo"]`);
    expect(form?.querySelector('button')?.text).toContain('Annuler');
    world.clock.advance(31_000);
    expect((await nadia.get(`/desk?done=${done}`)).html().querySelector('[data-done] form')).toBeNull();
    // Nobody else's categories are told of.
    expect((await elsewhere.get(`/desk?done=${done}`)).html().querySelector('[data-done]')).toBeNull();
  });

  it('leads back to the same place of the queue, with a line that says that it was undone', async () => {
    const { id } = await waiting('À reprendre en place');
    const done = await decided(nadia, id, { decision: 'spam' });
    const answer = await nadia.post(`/desk/decisions/${done}/undo`, { back: '/desk?kind=reply' });
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(/^\/desk\?kind=reply&done=\d+$/);
    const page = await nadia.get(answer.location ?? '');
    expect(page.html().querySelector('[data-done]')?.text).toContain('Décision annulée.');
    expect(page.html().querySelector('[data-done] form')).toBeNull();
    expect(page.html().querySelector(`article[data-submission="${id}"]`)).not.toBeNull();
    for (const back of ['https://ailleurs.example/', '//ailleurs.example', '/recent', '']) {
      const again = await decided(nadia, id, { decision: 'spam' });
      expect((await nadia.post(`/desk/decisions/${again}/undo`, { back })).location).toMatch(/^\/desk\?done=\d+$/);
    }
  });
});

describe('undoing over HTTP', () => {
  it('takes an accepted message out of the thread, and its author reads that it waits', async () => {
    const { id, location } = await waiting('Parti trop tôt', 'Camille');
    const done = await decided(omar, id, { decision: 'accept' });
    expect(await threadText()).toContain('Parti trop tôt');
    expect((await nadia.post(`/desk/decisions/${done}/undo`)).status).toBe(303);
    const text = await threadText();
    expect(text).not.toContain('Parti trop tôt');
    expect(text).not.toContain('Camille');
    const page = await world.visitor().get(location);
    expect(page.text).toContain('Parti trop tôt');
    expect(page.text).toContain('En attente depuis');
    expect(page.text).not.toMatch(/Nadia|Omar/);
    const { number } = (await state(id)) ?? {};
    // Nothing to restore there: it returns by being accepted.
    expect((await nadia.get(`/desk/thread/${thread}/posts/${number}/restoration`)).status).toBe(404);
    await decided(nadia, id, { decision: 'accept' });
    expect((await state(id))?.number).toBe(number);
    expect(await threadText()).toContain('Parti trop tôt');
  });

  it('answers 409 with why when somebody has decided, corrected or undone since, and 404 outside of one’s categories', async () => {
    const refused = await waiting('Renvoyé puis corrigé');
    const done = await decided(nadia, refused.id, { decision: 'return', remark: 'Un mot' });
    for (const who of [elsewhere, world.visitor(), world.visitor(ada.cookie)])
      expect((await who.post(`/desk/decisions/${done}/undo`)).status).toBe(404);
    await world.visitor().post(`${refused.location}/correction`, { text: 'Corrigé', version: '1' });
    const late = await nadia.post(`/desk/decisions/${done}/undo`, { back: '/desk?kind=reply' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('a corrigé le texte depuis');
    expect(late.html().querySelector('a[href="/desk?kind=reply"]')).not.toBeNull();
    const { id } = await waiting('Deux fois annulé');
    const twice = await decided(nadia, id, { decision: 'refuse', reason: 'insult' });
    await nadia.post(`/desk/decisions/${twice}/undo`);
    expect((await omar.post(`/desk/decisions/${twice}/undo`)).text).toContain('a déjà été annulée');
    for (const path of ['0', 'x', '99999999', '1'.repeat(30)])
      expect((await nadia.post(`/desk/decisions/${path}/undo`)).status).toBe(404);
  });

  it('sent a hundred times in parallel by two moderators happens exactly once', async () => {
    const { id } = await waiting('Cent annulations');
    const done = await decided(nadia, id, { decision: 'accept' });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? nadia : omar).post(`/desk/decisions/${done}/undo`)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      303,
      ...Array.from({ length: 99 }, () => 409),
    ]);
    expect(await world.writer.query('select 1 from desk.decision where undoes = $1', [done])).toHaveLength(1);
    expect(await state(id)).toMatchObject({ status: 'waiting' });
  });

  it('races a hundred times against a decision of somebody else, and one order of the two is what happened', async () => {
    for (let round = 0; round < 100; round += 1) {
      const { id } = await waiting(`Tour ${round}`);
      const done = await decided(nadia, id, { decision: 'refuse', reason: 'other', remark: 'Non' });
      const [undo, accept] = await Promise.all([
        nadia.post(`/desk/decisions/${done}/undo`),
        omar.post(`/desk/submissions/${id}/decision`, { version: '1', decision: 'spam' }),
      ]);
      expect(undo.status).toBe(303);
      expect([303, 409]).toContain(accept.status);
      expect((await state(id))?.status).toBe(accept.status === 303 ? 'spam' : 'waiting');
    }
  }, 60_000);
});

describe('accepting and replying', () => {
  it('is one act: the message appears, and the moderator’s reply right after it, in answer to it', async () => {
    const { id } = await waiting('Où est le plan ?');
    const card = (await nadia.get(`/desk?hand=${id}`)).html().querySelector(`article[data-submission="${id}"]`);
    expect(card?.querySelector('textarea[name="reply"]')).not.toBeNull();
    await decided(nadia, id, { decision: 'accept', reply: 'Le voici, [le plan](https://example.org/plan).' });
    const rows = await world.writer.query<Record<string, unknown>>(
      `select number, source, reply_to as "replyTo", author_role as role from post where thread_id = $1
        order by number desc limit 2`,
      [thread],
    );
    const number = (await state(id))?.number ?? 0;
    expect(rows).toEqual([
      {
        number: number + 1,
        source: 'Le voici, [le plan](https://example.org/plan).',
        replyTo: number,
        role: 'moderator',
      },
      { number, source: 'Où est le plan ?', replyTo: null, role: 'guest' },
    ]);
  });

  it('does neither when the reply is too long, or somebody was quicker, and gives it back', async () => {
    const { id } = await waiting('Encore une question');
    const long = await nadia.post(`/desk/submissions/${id}/decision`, {
      version: '1',
      decision: 'accept',
      reply: 'x'.repeat(20_001),
    });
    expect(long.status).toBe(422);
    expect(long.html().querySelector('textarea[name="reply"]')?.text).toContain('xxx');
    expect((await state(id))?.status).toBe('waiting');
    await decided(omar, id, { decision: 'spam' });
    const late = await nadia.post(`/desk/submissions/${id}/decision`, {
      version: '1',
      decision: 'accept',
      reply: 'Ma réponse à garder',
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Ma réponse à garder');
    expect(await world.writer.query('select 1 from post where source = $1', ['Ma réponse à garder'])).toEqual([]);
  });
});
