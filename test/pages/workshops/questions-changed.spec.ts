import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import type { Browsing } from '../../browsing.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let desk: Browsing;
let mila: Person;
let free: number;
let held: number;
let plain: number;
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  await world.category({ slug: 'relue', name: 'Relue' });
  desk = world.visitor((await world.member('Mo', { role: 'moderator' })).cookie);
  mila = await world.member('Mila');
  free = await world.workshop({ category: 'villes', title: 'Une marche', by: mila.visitor });
  held = await world.workshop({ category: 'relue', title: 'Une autre marche' });
  plain = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Sans question.' });
});
afterAll(() => world.close());

const key = () => `a-key-of-a-change-${(keys += 1)}`;
const mine = () => world.visitor(mila.cookie);

interface Sent {
  id: string;
  number: number;
  /** Of the page of whoever sent it. */
  path: string;
}

async function reply(thread: number, text: string, sort: string, by: Browsing): Promise<Sent> {
  world.clock.advance(20_000);
  const answer = await by.post(`/thread/${thread}/replies`, { text, sort, key: key() });
  expect(answer.status).toBe(303);
  const [row] = await world.writer.query<Sent>(
    `select id, number, '/me/submissions/' || id as path from desk.submission where source = $1 and kind = 'reply'`,
    [text],
  );
  const { id = '', number = 0, path = '' } = row ?? {};
  const follow = new URL(answer.location ?? '', world.url).pathname;
  return { id, number, path: follow.startsWith('/follow/') ? follow : path };
}

const accept = (id: string, version = '1') =>
  desk.post(`/desk/submissions/${id}/decision`, { decision: 'accept', version });

async function changeOf(thread: number, number: number): Promise<string> {
  const [row] = await world.reader.query<{ change: number }>(
    'select change from post where thread_id = $1 and number = $2',
    [thread, number],
  );
  return String(row?.change);
}

async function edit(thread: number, number: number, fields: Record<string, string>) {
  world.clock.advance(20_000);
  const version = await changeOf(thread, number);
  return mine().post(`/thread/${thread}/posts/${number}/edits`, { version, key: key(), ...fields });
}

async function asked(thread: number): Promise<number[]> {
  const at = (await world.visitor().get(`/thread/${thread}`)).location ?? '';
  const page = (await world.visitor().get(`${at}?view=questions`)).html();
  return page.querySelectorAll('li[data-question]').map((each) => Number(each.getAttribute('data-question')));
}

async function undo(): Promise<number> {
  const [last] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
  return (await desk.post(`/desk/decisions/${last?.id}/undo`, {})).status;
}

describe('what a reply says that it is', () => {
  it('is changed by an edit, and the form and its preview begin with what it is', async () => {
    const { number } = await reply(free, 'Faut-il des bottes ?', 'question', mine());
    const form = (await mine().get(`/thread/${free}/posts/${number}/edits/new`)).html();
    expect(form.querySelector('[name="sort"] option[selected]')?.getAttribute('value')).toBe('question');
    const first = (await mine().get(`/thread/${free}/posts/1/edits/new`)).html();
    expect(first.querySelector('[name="sort"]')).toBeNull();
    const text = 'Faut-il des bottes ?';
    expect((await edit(free, number, { text, sort: 'question' })).status).toBe(422);
    const preview = await edit(free, number, { text, sort: 'note', action: 'preview' });
    expect(preview.html().querySelector('input[name="sort"]')?.getAttribute('value')).toBe('note');
    expect(await asked(free)).toEqual([number]);
    expect((await edit(free, number, { text, sort: 'note' })).status).toBe(303);
    expect(await asked(free)).toEqual([]);
    expect((await edit(free, number, { text: 'Des bottes ?', sort: 'question' })).status).toBe(303);
    expect((await edit(free, number, { text: 'Des bottes, ou pas ?' })).status).toBe(303);
    expect(await asked(free)).toEqual([number]);
  });

  it('stays what an edit has made of it when it is taken down and comes back, and is again what it was without it', async () => {
    const { number } = await reply(free, 'Je ne sais pas où c’est.', 'note', mine());
    await edit(free, number, { text: 'Où est-ce ?', sort: 'question' });
    await desk.post(`/desk/thread/${free}/posts/${number}/removal`, { reason: 'other', remark: '' });
    expect(await asked(free)).not.toContain(number);
    await desk.post(`/desk/thread/${free}/posts/${number}/restoration`, {});
    expect(await asked(free)).toContain(number);
    await desk.post(`/desk/thread/${free}/posts/${number}/correction`, {
      text: 'Où est-ce, au juste ?',
      reason: 'other',
      remark: '',
      version: await changeOf(free, number),
    });
    expect(await asked(free)).toContain(number);
    expect(await undo()).toBe(303);
    expect(await asked(free)).toContain(number);
  });

  it('is shown at the desk with what it was, counts from its acceptance on, and is undone with it', async () => {
    const sent = await reply(held, 'Y a-t-il un abri ?', 'note', mine());
    await accept(sent.id);
    const [row] = await world.writer.query<{ number: number }>('select number from desk.submission where id = $1', [
      sent.id,
    ]);
    const number = row?.number ?? 0;
    expect((await edit(held, number, { text: 'Y a-t-il un abri ?', sort: 'question' })).status).toBe(303);
    const said = (await desk.get('/desk?category=relue')).html().querySelector('.said');
    expect(said?.querySelector('del')?.text).toBe('une remarque');
    expect(said?.querySelector('ins')?.text).toBe('une question');
    expect(await asked(held)).toEqual([]);
    const [waiting] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'edit' and status = 'waiting'`,
    );
    const own = (await mine().get(`/me/submissions/${waiting?.id}`)).html();
    expect(own.querySelector('[data-question]')?.text).toBe('Question');
    expect([(await accept(waiting?.id ?? '')).status, await asked(held)]).toEqual([303, [number]]);
    expect([await undo(), await asked(held)]).toEqual([303, []]);
  });

  it('is corrected while it waits, and changed by a guest on their follow page', async () => {
    const { id, path } = await reply(held, 'Combien de temps ?', 'note', world.visitor());
    const guest = world.visitor();
    expect((await guest.get(path)).html().querySelector('[data-question]')).toBeNull();
    const corrected = await guest.post(`${path}/correction`, {
      text: 'Combien de temps ?',
      sort: 'question',
      version: '1',
    });
    expect(corrected.status).toBe(303);
    const page = (await guest.get(path)).html();
    expect(page.querySelector('[data-question]')?.text).toBe('Question');
    expect(page.querySelector('[name="sort"] option[selected]')?.getAttribute('value')).toBe('question');
    expect((await desk.get('/desk?category=relue')).html().querySelectorAll('.card-head b').at(-1)?.text).toBe(
      'Question',
    );
    await accept(id, '2');
    const [number = 0] = await asked(held);
    expect(number).toBeGreaterThan(1);
    world.clock.advance(20_000);
    const edited = await guest.post(`${path}/edits`, {
      text: 'Combien de temps ?',
      sort: 'note',
      version: await changeOf(held, number),
    });
    expect(edited.status).toBe(303);
    const [waiting] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'edit' and status = 'waiting' and author_id is null`,
    );
    await accept(waiting?.id ?? '');
    expect(await asked(held)).toEqual([]);
  });

  it('is said in words where nothing can be asked, with the text that was typed', async () => {
    const other = await reply(plain, 'Une remarque ailleurs.', 'note', mine());
    const elsewhere = await edit(plain, other.number, { text: 'Une question ailleurs ?', sort: 'question' });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.html().querySelector('textarea[name="text"]')?.text.trim()).toBe('Une question ailleurs ?');
    const announced = await edit(free, 1, { text: 'Est-ce une question ?', sort: 'question' });
    expect(announced.status).toBe(422);
    expect((await edit(free, 2, { text: 'Des bottes.', sort: 'rumour' })).status).toBe(422);
  });
});

describe('a question is called one', () => {
  it('among its author’s own, in the text of the whole thread and in its files', async () => {
    const { number, path } = await reply(free, 'Que porter ?', 'question', mine());
    const list = (await mine().get('/me/submissions')).html();
    const line = list.querySelector(`a[href="${path}"]`)?.closest('article');
    expect(line?.querySelector('[data-question]')?.text).toBe('Question');
    expect((await mine().get(path)).html().querySelector('[data-question]')?.text).toBe('Question');
    const at = (await world.visitor().get(`/thread/${free}`)).location ?? '';
    const text = (await world.visitor().get(`${at}?view=reading`)).html();
    expect(text.querySelector(`#post-${number} [data-question]`)?.text).toBe('Question');
    expect(text.querySelector('#post-1 [data-question]')).toBeNull();
    const markdown = (await world.visitor().get(`/thread/${free}/thread.md`)).text;
    expect(markdown).toMatch(new RegExp(`nº\\s${number} [^\n]*, Question\\s+Que porter`));
    const { posts } = JSON.parse((await world.visitor().get(`/thread/${free}/thread.json`)).text) as {
      posts: { number: number; question?: boolean }[];
    };
    expect(posts.find((post) => post.number === number)?.question).toBe(true);
    expect(posts.find((post) => post.number === 1)?.question).toBe(false);
  });
});

describe('the team changes what a reply says that it is', () => {
  const correction = (thread: number, number: number) => `/desk/thread/${thread}/posts/${number}/correction`;

  async function correct(thread: number, number: number, fields: Record<string, string>) {
    const version = await changeOf(thread, number);
    return desk.post(correction(thread, number), { reason: 'other', remark: '', version, ...fields });
  }

  async function waiting(id: string): Promise<{ question: boolean; version: number; status: string }> {
    const [row] = await world.writer.query<{ question: boolean; version: number; status: string }>(
      'select question, version, status from desk.submission where id = $1',
      [id],
    );
    return row ?? { question: false, version: 0, status: '' };
  }

  it('where it stands: at once, live, for its author and readers of its history to see, and undone', async () => {
    await world.db.owner.query(`update category set history = true where slug = 'villes'`);
    const text = 'Je me demande s’il y aura du thé.';
    const { number, path } = await reply(free, text, 'note', mine());
    expect((await edit(free, number, { text: `${text} Ou du café.` })).status).toBe(303);
    const socket = io(world.url, { transports: ['websocket'], extraHeaders: { Origin: world.url } });
    const heard = new Promise<{ html: string }>((resolve) => socket.on('post-changed', resolve));
    await new Promise((resolve) => socket.emit('join', `thread:${free}`, resolve));
    const form = (await desk.get(correction(free, number))).html();
    expect(form.querySelector('[name="sort"] option[selected]')?.getAttribute('value')).toBe('note');
    expect((await desk.get(correction(free, 1))).html().querySelector('[name="sort"]')).toBeNull();
    const same = await correct(free, number, { text: `${text} Ou du café.`, sort: 'note' });
    expect(same.status).toBe(422);
    expect((await correct(free, number, { text: `${text} Ou du café.`, sort: 'question' })).status).toBe(303);
    expect((await heard).html).toContain('data-question');
    socket.close();
    expect(await asked(free)).toContain(number);
    const own = (await mine().get(path)).html();
    expect(own.querySelector('[data-question]')?.text).toBe('Question');
    const former = (await desk.get(correction(free, number))).html();
    expect(former.querySelector('[name="sort"] option[selected]')?.getAttribute('value')).toBe('question');
    expect(former.querySelectorAll('.versions details').map((each) => each.text.includes('Question'))).toEqual([
      false,
      false,
    ]);
    expect(await undo()).toBe(303);
    expect(await asked(free)).not.toContain(number);
    expect((await edit(free, number, { text: `${text} Ou du café.`, sort: 'question' })).status).toBe(303);
    const history = (await world.visitor().get(`/thread/${free}/posts/${number}/history`)).html();
    const [last] = history.querySelectorAll('.versions > li');
    expect(last?.querySelectorAll('del, ins').map((each) => each.text)).toEqual(['une remarque', 'une question']);
    const [, first] = history.querySelectorAll('.versions > li');
    expect(first?.querySelectorAll('del').map((each) => each.text)).not.toContain('une remarque');
  });

  it('with its acceptance, which brings the author’s own back when it is undone', async () => {
    const text = 'Quelqu’un sait-il où garer un vélo';
    const sent = await reply(held, text, 'note', world.visitor());
    const card = (await desk.get(`/desk/submissions/${sent.id}`)).html();
    expect(card.querySelector('.edit [name="sort"] option[selected]')?.getAttribute('value')).toBe('note');
    const accepted = await desk.post(`/desk/submissions/${sent.id}/decision`, {
      decision: 'accept',
      version: '1',
      text,
      sort: 'question',
    });
    expect(accepted.status).toBe(303);
    const [number = 0] = await asked(held);
    expect(number).toBeGreaterThan(1);
    expect((await world.visitor().get(sent.path)).html().querySelector('[data-question]')?.text).toBe('Question');
    const versions = (await desk.get(`/desk/submissions/${sent.id}`)).html().querySelectorAll('.versions details');
    expect(versions.map((each) => each.text.includes('Question'))).toEqual([true, false]);
    expect([await undo(), await asked(held)]).toEqual([303, []]);
    expect(await waiting(sent.id)).toEqual({ question: false, version: 3, status: 'waiting' });
    await accept(sent.id, '3');
    expect(await asked(held)).toEqual([]);
  });

  it('with the acceptance of an edit, and with the first of two agreements', async () => {
    const sent = await reply(held, 'Le rendez-vous est devant l’église.', 'note', mine());
    await accept(sent.id);
    const { number } = (
      await world.writer.query<Sent>('select number from desk.submission where id = $1', [sent.id])
    )[0] ?? { number: 0 };
    const text = 'Le rendez-vous est-il devant l’église ?';
    expect((await edit(held, number, { text })).status).toBe(303);
    const [{ id = '' } = {}] = await world.writer.query<{ id: string }>(
      'select id from desk.submission where source = $1',
      [text],
    );
    await world.db.owner.query(`update category set agreement = 2 where slug = 'relue'`);
    const fields = { decision: 'accept', text, sort: 'question' };
    expect((await desk.post(`/desk/submissions/${id}/decision`, { ...fields, version: '1' })).status).toBe(303);
    expect(await waiting(id)).toEqual({ question: true, version: 2, status: 'waiting' });
    expect(await undo()).toBe(303);
    expect(await waiting(id)).toEqual({ question: false, version: 3, status: 'waiting' });
    expect((await desk.post(`/desk/submissions/${id}/decision`, { ...fields, version: '3' })).status).toBe(303);
    const second = world.visitor((await world.member('Nour', { role: 'moderator' })).cookie);
    await second.post(`/desk/submissions/${id}/decision`, { decision: 'accept', version: '4' });
    expect(await asked(held)).toEqual([number]);
    await world.db.owner.query(`update category set agreement = 1 where slug = 'relue'`);
  });

  it('and is told in words where nothing can be asked', async () => {
    const other = await reply(plain, 'Ailleurs on ne demande rien.', 'note', mine());
    const elsewhere = await correct(plain, other.number, { text: 'Demande-t-on ailleurs ?', sort: 'question' });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.html().querySelector('textarea[name="text"]')?.text.trim()).toBe('Demande-t-on ailleurs ?');
    expect((await correct(free, 1, { text: 'Est-ce une question ?', sort: 'question' })).status).toBe(422);
    const host = world.visitor((await world.member('Olga', { role: 'organizer' })).cookie);
    await host.post(`/thread/${held}/workshop/hosts`, { action: 'take' });
    const words = { to: 'all', text: 'Venez à l’heure.', key: key() };
    expect((await host.post(`/thread/${held}/workshop/words`, words)).status).toBe(303);
    const [{ id = '' } = {}] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'words' and status = 'waiting'`,
    );
    const asking = { decision: 'accept', version: '1', text: 'Venez à l’heure ?', sort: 'question' };
    const refused = await desk.post(`/desk/submissions/${id}/decision`, asking);
    expect(refused.status).toBe(422);
    expect(refused.html().querySelector('.edit[open] textarea[name="text"]')?.text.trim()).toBe('Venez à l’heure ?');
    const corrected = { text: 'Venez à l’heure ?', sort: 'question', version: '1' };
    expect((await host.post(`/me/submissions/${id}/correction`, corrected)).status).toBe(422);
  });
});
