import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Browsing } from '../../browsing.js';
import { formWith } from '../../form.js';
import { Listener } from '../../live/kit/listener.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let nadia: Browsing;
let omar: Browsing;
const ids: Record<string, number> = {};

beforeAll(async () => {
  world = await openWorld();
  for (const slug of ['villes', 'ailleurs', 'autre'])
    ids[slug] = await world.category({ slug, name: `Salle ${slug}`, hold: slug === 'ailleurs' ? 'all' : 'nobody' });
  ids['membres'] = await world.category({
    slug: 'membres',
    name: 'Entre membres',
    audience: 'members',
    hold: 'nobody',
  });
  ada = await world.member('Ada');
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  omar = world.visitor((await world.member('Omar', { role: 'moderator', categories: ['villes', 'membres'] })).cookie);
});
afterAll(async () => {
  const all = await triedUndoings(world);
  await world.close();
  expect(wronglyOffered(all)).toEqual([]);
});

let opened = 0;
function open(category = 'villes'): Promise<number> {
  opened += 1;
  return world.thread({ category, title: `Le sujet ${opened}`, text: `Premier mot, ${opened}`, by: ada.visitor });
}

const move = (who: Browsing, thread: number, from: string, category: string, action = 'do'): Promise<Answer> =>
  who.post(`/desk/thread/${thread}/category`, { from, category, action });

const doneOf = ({ location }: Answer): string => new URL(location ?? '', world.url).searchParams.get('done') ?? '';
const undo = (id: string, who = nadia): Promise<Answer> => who.post(`/desk/decisions/${id}/undo`, { back: '/desk' });
const statusFor = async (path: string, who = world.visitor()): Promise<number> => (await who.get(path)).status;

/** Counted anew from the rows. */
function miscounted(): Promise<unknown[]> {
  return world.writer.query(
    `select slug from category c where thread_count <> (select count(*) from thread where category_id = c.id)
       or post_count <> (select count(*) from post where category_id = c.id and gone is null)
     union all select p.thread_id::text from post p join thread t on t.id = p.thread_id
       where p.category_id <> t.category_id`,
  );
}

describe('changing the category of a thread', () => {
  it('says first who will read it and what follows, then leads back to it, and is undone in one press', async () => {
    const thread = await open('ailleurs');
    await world
      .visitor()
      .post(`/thread/${thread}/replies`, { text: 'Je patiente', name: 'Lou', key: 'key-that-waits-1' });
    const form = formWith((await nadia.get(`/desk/thread/${thread}`)).html(), 'category');
    expect(form.fields).toEqual({ from: 'ailleurs' });
    const look = await nadia.post(form.action, { ...form.fields, category: 'membres', action: 'look' });
    expect(look.status).toBe(200);
    for (const words of [
      '(1\u00a0message)',
      '1\u00a0envoi qui attend une décision suit',
      'seules les personnes qui ont un compte',
      'adresses déjà données',
    ])
      expect(look.text).toContain(words);
    expect(await statusFor(`/thread/${thread}/posts/1`)).toBe(302);
    const done = await nadia.post(form.action, { ...formWith(look.html(), 'category').fields, action: 'do' });
    expect([done.status, (await nadia.get(done.location ?? '')).html().querySelector('[data-done]')?.text]).toEqual([
      303,
      expect.stringContaining('changé de catégorie'),
    ]);
    // For whoever may not read there it never was.
    expect(
      await Promise.all(
        [`/thread/${thread}`, `/thread/${thread}/posts/1`, `/thread/${thread}/posts`].map((path) => statusFor(path)),
      ),
    ).toEqual([404, 404, 404]);
    for (const path of ['/', '/recent', '/category/ailleurs'])
      expect((await world.visitor().get(path)).text).not.toContain(`/thread/${thread}/`);
    expect((await world.visitor(ada.cookie).get('/category/membres')).text).toContain(`/thread/${thread}/`);
    const waits = await world.writer.query(
      `select category_id as category from desk.submission where source = 'Je patiente'`,
    );
    expect([waits, await miscounted()]).toEqual([[{ category: ids['membres'] }], []]);
    expect((await undo(doneOf(done))).status).toBe(303);
    expect(await statusFor(`/thread/${thread}/posts/1`)).toBe(302);
    expect(await miscounted()).toEqual([]);
    const log = await world.writer.query(
      `select decision, category_id as category, detail from desk.decision where thread_id = $1 and number is null
        order by id`,
      [thread],
    );
    expect(log).toEqual([
      { decision: 'recategorize', category: ids['ailleurs'], detail: { to: ids['membres'], last: 1 } },
      { decision: 'undo', category: ids['ailleurs'], detail: null },
    ]);
  });

  it('takes it at once from kept pages and from whoever has it open, and brings it to open lists', async () => {
    const thread = await open();
    const address = (await world.visitor().get(`/thread/${thread}`)).location ?? '';
    expect(await statusFor(address)).toBe(200);
    const guest = await Listener.in(world.url, [`thread:${thread}`, 'category:villes']);
    const member = await Listener.in(world.url, [`thread:${thread}`, 'category:membres'], { cookie: ada.cookie });
    await move(nadia, thread, 'villes', 'membres');
    expect(await statusFor(address)).toBe(404);
    expect(await guest.hear('thread-left')).toEqual({ thread, category: 'villes' });
    expect(await member.hear('thread-published')).toMatchObject({ thread, category: 'membres' });
    await world.reply(thread, 'Pour les membres seulement', ada.visitor);
    expect(await member.hear('post-published')).toMatchObject({ thread, number: 2 });
    expect(JSON.stringify(guest.frames)).not.toContain('membres seulement');
    expect(await guest.join(`thread:${thread}`)).toEqual({ error: 'not-found' });
    for (const listener of [guest, member]) listener.close();
  });

  it('is never undone past something that was published for fewer people, nor past a later change', async () => {
    const thread = await open();
    const done = doneOf(await move(nadia, thread, 'villes', 'membres'));
    await world.reply(thread, 'Dit entre nous', ada.visitor);
    const late = await undo(done);
    expect([late.status, late.text.includes('pour moins de monde')]).toEqual([409, true]);
    const wider = doneOf(await move(nadia, thread, 'membres', 'autre'));
    expect((await undo(done)).status).toBe(409);
    // Back to where fewer read is always possible.
    await world.reply(thread, 'Dit à tout le monde', ada.visitor);
    expect((await undo(wider)).status).toBe(303);
    expect(await miscounted()).toEqual([]);
  });

  it('is done once by two who do it at once, and only between categories that one moderates', async () => {
    const thread = await open();
    const both = await Promise.all([move(nadia, thread, 'villes', 'autre'), move(nadia, thread, 'villes', 'membres')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const other = await open();
    expect((await move(omar, other, 'villes', 'autre')).status).toBe(422);
    expect((await move(omar, other, 'villes', 'nulle-part')).status).toBe(422);
    expect(
      (await omar.get(`/desk/thread/${other}`))
        .html()
        .querySelectorAll('[name="category"] option')
        .map((each) => each.getAttribute('value')),
    ).toEqual(['membres']);
    const away = doneOf(await move(nadia, other, 'villes', 'autre'));
    expect((await omar.get(`/desk/thread/${other}`)).status).toBe(404);
    expect((await move(omar, other, 'autre', 'villes')).status).toBe(404);
    // Not even by undoing what was decided in a category of theirs.
    expect((await undo(away, omar)).status).toBe(404);
    expect(await miscounted()).toEqual([]);
  });

  it('unpins it, and undoing pins it where it was; its author follows a message that a guest may not read any more', async () => {
    const sent = await world.visitor().post('/category/ailleurs/threads', {
      title: 'Un sujet suivi',
      text: 'Écrit sans compte',
      name: 'Lou',
      key: 'key-of-followed-1',
    });
    const [{ id } = { id: '' }] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where source = 'Écrit sans compte'`,
    );
    await nadia.post(`/desk/submissions/${id}/decision`, { decision: 'accept', version: '1' });
    const [{ thread } = { thread: 0 }] = await world.writer.query<{ thread: number }>(
      'select thread_id as thread from desk.submission where id = $1',
      [id],
    );
    await nadia.post(`/desk/thread/${thread}/pin`, { pinned: 'yes' });
    const done = doneOf(await move(nadia, thread, 'ailleurs', 'membres'));
    expect((await world.visitor(ada.cookie).get('/category/membres')).html().querySelector('.pinned')).toBeNull();
    const followed = await world.visitor().get(sent.location ?? '');
    expect(followed.text).toContain('une partie du forum que cette page ne peut pas montrer');
    for (const hidden of ['Entre membres', '/category/membres', `/thread/${thread}`])
      expect(followed.text).not.toContain(hidden);
    await undo(done);
    expect(
      (await world.visitor().get('/category/ailleurs')).html().querySelector(`.pinned [data-thread="${thread}"]`),
    ).not.toBeNull();
    expect((await world.visitor().get(sent.location ?? '')).text).toContain(`/thread/${thread}/posts/1`);
  });
});
