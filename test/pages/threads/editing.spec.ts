import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browsing } from '../../browsing.js';
import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let nadia: Person;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes' });
  await world.category({ slug: 'libre', hold: 'nobody' });
  ada = await world.member('Ada');
  nadia = await world.member('Nadia', { role: 'moderator' });
  thread = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Premier message', by: ada.visitor });
});
afterAll(() => world.close());

async function post(
  number: number,
  of = thread,
): Promise<{ source: string; change: number; edited: Date | null; team: boolean }> {
  const [row] = await world.writer.query<{ source: string; change: number; edited: Date | null; team: boolean }>(
    `select source, change, edited_at as edited, edited_by_team as team from post where thread_id = $1
      and number = $2`,
    [of, number],
  );
  if (row === undefined) throw new Error('no such post');
  return row;
}

async function waitingEdit(): Promise<string> {
  const [row] = await world.writer.query<{ id: string }>(
    `select id from desk.submission where kind = 'edit' and status = 'waiting'`,
  );
  return row?.id ?? '';
}

function decide(id: string, fields: Record<string, string>): Promise<{ status: number; text: string }> {
  return world.visitor(nadia.cookie).post(`/desk/submissions/${id}/decision`, { version: '1', ...fields });
}

async function edit(who: Browsing, number: number, fields: Record<string, string>, of = thread) {
  // Nobody writes that many edits in one minute without being read.
  world.clock.advance(20_000);
  const { change } = await post(number, of);
  return who.post(`/thread/${of}/posts/${number}/edits`, { version: String(change), ...fields });
}

describe('an author who edits their published post', () => {
  it('is given the source in a form, and the published text stays until the edit is accepted', async () => {
    const browsing = world.visitor(ada.cookie);
    const form = await browsing.get(`/thread/${thread}/posts/1/edits/new`);
    const { action, fields } = formWith(form.html(), 'text');
    expect(fields).toMatchObject({ title: 'Un sujet', text: 'Premier message', version: '0' });
    const preview = await browsing.post(action, { ...fields, text: 'Premier message corrigé', action: 'preview' });
    const second = formWith(preview.html(), 'key');
    const sent = await browsing.post(second.action, second.fields);
    expect(sent.status).toBe(303);
    expect(sent.location).toBe(`/thread/${thread}/posts/1`);
    expect((await post(1)).source).toBe('Premier message');
    expect((await world.visitor().get(`/thread/${thread}/un-sujet`)).text).not.toContain('corrigé');
    expect((await browsing.get(`/thread/${thread}/un-sujet`)).text).toContain('Premier message corrigé');
    const id = await waitingEdit();
    const card = (await world.visitor(nadia.cookie).get('/desk'))
      .html()
      .querySelector(`article[data-submission="${id}"]`);
    expect(card?.text).toContain('Premier message corrigé');
    await decide(id, { decision: 'accept' });
    expect(await post(1)).toEqual({
      source: 'Premier message corrigé',
      change: 1,
      edited: world.clock.now(),
      team: false,
    });
    expect((await world.visitor().get(`/thread/${thread}/un-sujet`)).text).toContain('Premier message corrigé');
    expect(
      await world.writer.query('select revision, source, replaced_by from desk.revision where thread_id = $1', [
        thread,
      ]),
    ).toEqual([{ revision: 1, source: 'Premier message', replaced_by: 'author' }]);
  });

  it('changes title and slug of the thread with post 1, and old addresses still lead there', async () => {
    await edit(world.visitor(ada.cookie), 1, { title: 'Un autre titre', text: 'Premier message corrigé' });
    await decide(await waitingEdit(), { decision: 'accept' });
    expect((await world.visitor().get(`/thread/${thread}/un-sujet`)).location).toBe(
      `/thread/${thread}/un-autre-titre`,
    );
    expect((await world.visitor().get(`/thread/${thread}/un-autre-titre`)).html().querySelector('h1')?.text).toBe(
      'Un autre titre',
    );
  });

  it('who changes nothing is told so', async () => {
    const answer = await edit(world.visitor(ada.cookie), 1, {
      title: 'Un autre titre',
      text: 'Premier message corrigé\r\n',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('il n’y a rien à modifier');
    expect(await waitingEdit()).toBe('');
  });

  it('who read an older version gets 409 with both texts', async () => {
    const answer = await world
      .visitor(ada.cookie)
      .post(`/thread/${thread}/posts/1/edits`, { version: '0', title: 'Un autre titre', text: 'Écrit trop tôt' });
    expect(answer.status).toBe(409);
    expect(formWith(answer.html(), 'text').fields).toMatchObject({
      text: 'Écrit trop tôt',
      version: String((await post(1)).change),
    });
    expect(answer.html().querySelector('[data-standing]')?.text).toContain('Premier message corrigé');
  });

  it('twice with the same words has sent one edit', async () => {
    const version = String((await post(1)).change);
    const fields = { version, title: 'Un autre titre', text: 'Deux clics sur Envoyer' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.visitor(ada.cookie).post(`/thread/${thread}/posts/1/edits`, fields)),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(
      await world.writer.query(`select 1 from desk.submission where source = 'Deux clics sur Envoyer'`),
    ).toHaveLength(1);
    await decide(await waitingEdit(), { decision: 'spam' });
  });

  it('cannot edit what is not theirs, nor what is gone', async () => {
    const number = await world.reply(thread, 'D’une autre personne', nadia.visitor);
    expect((await edit(world.visitor(ada.cookie), number, { text: 'Volé' })).status).toBe(403);
    expect((await world.visitor(ada.cookie).get(`/thread/${thread}/posts/${number}/edits/new`)).status).toBe(403);
    expect((await edit(world.visitor(), number, { text: 'Volé' })).status).toBe(403);
    expect(
      (await world.visitor(ada.cookie).post(`/thread/${thread}/posts/99/edits`, { version: '0', text: 'Rien' }))
        .status,
    ).toBe(404);
    await world.visitor(nadia.cookie).post(`/desk/thread/${thread}/posts/${number}/removal`, { reason: 'other' });
    // The tombstone says nothing of its author, so it is nobody's to edit.
    expect((await edit(world.visitor(nadia.cookie), number, { text: 'Trop tard' })).status).toBe(403);
  });

  it('by a moderator is published at once, and by a member where nobody is held too', async () => {
    const own = await world.thread({
      category: 'villes',
      title: 'De la modération',
      text: 'Un texte',
      by: nadia.visitor,
    });
    expect(
      (await edit(world.visitor(nadia.cookie), 1, { title: 'De la modération', text: 'Un meilleur texte' }, own))
        .location,
    ).toBe(`/thread/${own}/posts/1?sent=1`);
    expect(await post(1, own)).toMatchObject({ source: 'Un meilleur texte', change: 1, team: false });
    const free = await world.thread({ category: 'libre', title: 'Libre', text: 'Un texte', by: ada.visitor });
    await edit(world.visitor(ada.cookie), 1, { text: 'Un texte revu' }, free);
    expect((await post(1, free)).source).toBe('Un texte revu');
  });

  it('and whose text is changed by the team sees it marked', async () => {
    await edit(world.visitor(ada.cookie), 1, { text: 'Une phrase de trop. La bonne.' });
    await decide(await waitingEdit(), { decision: 'accept', text: 'La bonne.' });
    expect(await post(1)).toMatchObject({ source: 'La bonne.', team: true });
  });
});

describe('two edits of one post', () => {
  it('are not both accepted: the second was written for a text that is no more', async () => {
    for (const text of ['Version A', 'Version B']) await edit(world.visitor(ada.cookie), 1, { text });
    const [a, b] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'edit' and status = 'waiting' order by source`,
    );
    expect((await decide(a?.id ?? '', { decision: 'accept' })).status).toBe(303);
    const answer = await decide(b?.id ?? '', { decision: 'accept' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Renvoyez-la');
    expect((await post(1)).source).toBe('Version A');
    expect((await decide(b?.id ?? '', { decision: 'return', remark: 'À reprendre' })).status).toBe(303);
    const page = await world.visitor(ada.cookie).get(`/me/submissions/${b?.id}`);
    const { action, fields } = formWith(page.html(), 'text');
    await world.visitor(ada.cookie).post(action, { ...fields, text: 'Version A et B' });
    expect((await decide(b?.id ?? '', { decision: 'accept', version: '2' })).status).toBe(303);
    expect((await post(1)).source).toBe('Version A et B');
  });

  it('wait through a removal and a restoration of their post', async () => {
    await edit(world.visitor(ada.cookie), 1, { text: 'Écrit avant le retrait' });
    const id = await waitingEdit();
    const moderator = world.visitor(nadia.cookie);
    await moderator.post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'other' });
    expect((await decide(id, { decision: 'accept' })).status).toBe(409);
    expect((await world.visitor(ada.cookie).get(`/me/submissions/${id}`)).text).toContain('Écrit avant le retrait');
    await moderator.post(`/desk/thread/${thread}/posts/1/restoration`);
    expect((await decide(id, { decision: 'accept' })).status).toBe(303);
    expect((await post(1)).source).toBe('Écrit avant le retrait');
  });
});

describe('a guest', () => {
  it('edits their published post from their follow page, and gets a page for the edit', async () => {
    const guest = world.visitor();
    const sent = await guest.post(`/thread/${thread}/replies`, {
      text: 'Écrit sans compte',
      key: 'key-of-editing-guest',
    });
    const [{ id = '' } = {}] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where source = 'Écrit sans compte'`,
    );
    await decide(id, { decision: 'accept' });
    const page = await guest.get(sent.location ?? '');
    const { action, fields } = formWith(page.html(), 'text');
    expect(action).toBe(`${sent.location}/edits`);
    const edited = await guest.post(action, { ...fields, text: 'Écrit sans compte, mieux' });
    expect(edited.status).toBe(303);
    expect(edited.location).toMatch(/^\/follow\//);
    expect(edited.location).not.toBe(sent.location);
    await decide(await waitingEdit(), { decision: 'accept' });
    const [{ number = 0 } = {}] = await world.writer.query<{ number: number }>(
      'select number from desk.submission where id = $1',
      [id],
    );
    expect((await post(number)).source).toBe('Écrit sans compte, mieux');
    const stale = await guest.post(action, { ...fields, text: 'Depuis un vieil onglet' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Depuis un vieil onglet');
  });

  it('cannot edit another guest’s post with their own token', async () => {
    const guest = world.visitor();
    const sent = await guest.post('/category/libre/threads', {
      title: 'À moi',
      text: 'Un texte',
      key: 'key-of-editing-other',
    });
    const number = await world.reply(thread, 'D’un autre invité');
    const token = (sent.location ?? '').split('/').at(-1) ?? '';
    expect(
      (await world.visitor().post(`/thread/${thread}/posts/${number}/edits`, { version: '0', text: 'Volé' })).status,
    ).toBe(403);
    const { change } = await post(number);
    const draft = {
      kind: 'edit' as const,
      thread,
      number,
      version: change,
      text: 'Volé',
      follow: token,
      name: '',
      email: '',
      key: 'k'.repeat(20),
      language: 'fr' as const,
    };
    const { Reception } = await import('../../../src/reception/reception.js');
    const { Visitor } = await import('../../../src/visitors/visitor.js');
    await expect(
      world.app.get(Reception, { strict: false }).submit(Visitor.guest(), draft, world.clock.now()),
    ).rejects.toMatchObject({ code: 'not-yours' });
  });
});
