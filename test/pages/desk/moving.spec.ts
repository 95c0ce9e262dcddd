import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Browsing } from '../../browsing.js';
import { formWith } from '../../form.js';
import { hostSite, signed } from '../../host-site.js';
import { Listener } from '../../live/kit/listener.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let nadia: Browsing;
let omar: Browsing;
const guest = (): Browsing => world.visitor();

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  await world.category({ slug: 'relue', name: 'Relue' });
  await world.category({ slug: 'membres', name: 'Membres', audience: 'members', hold: 'nobody' });
  ada = await world.member('Ada');
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  omar = world.visitor((await world.member('Omar', { role: 'moderator', categories: ['villes'] })).cookie);
});
afterAll(async () => {
  const all = await triedUndoings(world);
  await world.close();
  expect(wronglyOffered(all)).toEqual([]);
});

let opened = 0;
async function open(replies: number, category = 'villes'): Promise<number> {
  opened += 1;
  const thread = await world.thread({
    category,
    title: `Le sujet ${opened}`,
    text: `Ouverture ${opened}`,
    by: ada.visitor,
  });
  for (let n = 2; n <= replies + 1; n += 1) {
    world.clock.advance(1000);
    await world.reply(thread, `Message ${opened}.${n}`, ada.visitor);
  }
  return thread;
}

const doneOf = ({ location }: Answer): string => new URL(location ?? '', world.url).searchParams.get('done') ?? '';
const undo = (id: string, who = nadia): Promise<Answer> => who.post(`/desk/decisions/${id}/undo`, { back: '/desk' });
const move = (thread: number, fields: Record<string, string>, who = nadia): Promise<Answer> =>
  who.post(`/desk/thread/${thread}/move`, { action: 'do', ...fields });
const merge = (thread: number, to: number, who = nadia): Promise<Answer> =>
  who.post(`/desk/thread/${thread}/merge`, { action: 'do', to: String(to) });

/** As a browser follows: to the page, and to what stands there under the anchor. */
async function landing(
  path: string,
  who = guest(),
): Promise<{ path: string; text: string | undefined; status: number }> {
  let answer = await who.get(path);
  let at = path;
  for (let hop = 0; hop < 5 && answer.location !== null; hop += 1) {
    at = answer.location;
    answer = await who.get(at.replace(/#.*/, ''));
  }
  const anchor = /#(.+)$/.exec(at)?.[1];
  return {
    path: at,
    status: answer.status,
    text: anchor === undefined ? undefined : answer.html().querySelector(`#${anchor} .text`)?.text.trim(),
  };
}

async function texts(thread: number, who = guest()): Promise<string[]> {
  const address = (await who.get(`/thread/${thread}`)).location ?? '';
  return (await who.get(address))
    .html()
    .querySelectorAll('.posts > li > article')
    .map((post) => post.querySelector('.text')?.text.trim() ?? post.querySelector('.meta')?.text.trim() ?? '');
}

describe('moving posts', () => {
  it('is chosen from a post, said before it is done, and leaves numbers that lead on; the undo puts all back', async () => {
    const [from, to] = [await open(4), await open(1)];
    const link =
      (await nadia.get((await nadia.get(`/thread/${from}`)).location ?? ''))
        .html()
        .querySelector('#post-3 a.team[href*="/move"]')
        ?.getAttribute('href') ?? '';
    const form = formWith((await nadia.get(link)).html(), 'number');
    expect(form.action).toBe(`/desk/thread/${from}/move`);
    const boxes = (await nadia.get(link)).html().querySelectorAll('[name="number"]');
    expect(
      boxes.map((box) => [box.getAttribute('value'), box.hasAttribute('checked'), box.hasAttribute('disabled')]),
    ).toEqual([
      ['1', false, true],
      ['2', false, false],
      ['3', true, false],
      ['4', false, false],
      ['5', false, false],
    ]);
    const look = await nadia.post(form.action, {
      number: '3',
      where: 'thread',
      to: `${world.url}/thread/${to}/le-sujet?page=1`,
      action: 'look',
    });
    for (const words of ['1\u00a0message quitte', '(nº\u00a03)'.replace('\u00a0', ' '), 'Il prend le numéro suivant'])
      expect(look.text).toContain(words);
    expect(await texts(from)).toHaveLength(5);
    const hidden = formWith(look.html(), 'where');
    const done = await nadia.post(hidden.action, { ...hidden.fields, action: 'do' });
    expect(done.status).toBe(303);
    expect(done.location).toMatch(new RegExp(`^/thread/${to}/posts/3\\?done=`));
    const there = await nadia.get(((await nadia.get(done.location ?? '')).location ?? '').replace(/#.*/, ''));
    expect(there.html().querySelector('[data-done]')?.text).toContain('Messages déplacés.');
    expect(await texts(from)).toEqual([
      expect.stringContaining('Ouverture'),
      expect.any(String),
      expect.stringContaining('Déplacé par l’équipe de modération.'),
      expect.any(String),
      expect.any(String),
    ]);
    expect((await texts(to)).at(-1)).toBe(`Message ${opened - 1}.3`);
    expect(await landing(`/thread/${from}/posts/3`)).toMatchObject({
      path: expect.stringMatching(new RegExp(`^/thread/${to}/.*#post-3$`)),
      text: `Message ${opened - 1}.3`,
    });
    const back = there.html().querySelector('[data-done] form');
    const undone = await nadia.post(back?.getAttribute('action') ?? '', {
      back: back?.querySelector('[name="back"]')?.getAttribute('value') ?? '',
    });
    expect(undone.status).toBe(303);
    expect((await texts(from))[2]).toBe(`Message ${opened - 1}.3`);
    // Whoever was given the address in between is led back.
    expect(await landing(`/thread/${to}/posts/3`)).toMatchObject({
      path: expect.stringMatching(new RegExp(`^/thread/${from}/.*#post-3$`)),
    });
    const [row] = await world.writer.query<{ detail: unknown }>(
      `select decision, thread_id as thread, number, detail from desk.decision where id = $1`,
      [doneOf(done)],
    );
    expect(row).toEqual({ decision: 'move', thread: from, number: 3, detail: { to, numbers: [3], become: [3] } });
  });

  it('refuses the opening post, a place that is none, and posts that somebody was quicker with', async () => {
    const [from, to] = [await open(3), await open(0)];
    for (const [fields, words] of [
      [{ number: '1', where: 'thread', to: String(to) }, 'premier message porte le titre'],
      [{ where: 'thread', to: String(to) }, 'cochez au moins un message'],
      [{ number: '2', where: 'thread', to: '999999' }, 'pas de tel sujet'],
      [{ number: '2', where: 'thread', to: 'ailleurs' }, 'pas de tel sujet'],
      [{ number: '2', where: 'thread', to: String(from) }, 'déjà ce sujet'],
      [{ number: '2', where: 'new', title: 'x', category: 'villes' }, 'un titre a de 3'],
    ] as const) {
      const answer = await move(from, fields);
      expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
    }
    const both = await Promise.all([
      move(from, { number: '2', where: 'thread', to: String(to) }),
      move(from, { number: '2', where: 'new', title: 'À part', category: 'villes' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const hidden = await open(0, 'membres');
    expect((await move(from, { number: '3', where: 'thread', to: String(hidden) }, omar)).status).toBe(422);
    expect((await move(from, { number: '3', where: 'new', title: 'À part', category: 'membres' }, omar)).status).toBe(
      422,
    );
    expect((await omar.get(`/desk/thread/${hidden}/move`)).status).toBe(404);
    expect((await guest().get(`/desk/thread/${from}/move`)).status).toBe(404);
  });

  it('takes what waits along, and whoever sent it reads where it went', async () => {
    const [from, to] = [await open(2, 'relue'), await open(0)];
    const sent = await guest().post(`/thread/${from}/replies`, {
      text: 'Je réponds au deux',
      name: 'Lou',
      replyTo: '2',
      key: 'key-follows-the-post',
    });
    const edit = await world.visitor(ada.cookie).get(`/thread/${from}/posts/2/edits/new`);
    await world
      .visitor(ada.cookie)
      .post(`/thread/${from}/posts/2/edits`, { ...formWith(edit.html(), 'version').fields, text: 'Deux, corrigé' });
    const done = await move(from, { number: '2', where: 'thread', to: String(to) });
    const waiting = () =>
      world.writer.query(
        `select s.kind, s.thread_id as thread, s.number, s.reply_to as "replyTo", c.slug from desk.submission s
          join category c on c.id = s.category_id
       where s.status = 'waiting' and s.source in ('Je réponds au deux', 'Deux, corrigé') order by s.kind`,
      );
    expect(await waiting()).toEqual([
      { kind: 'edit', thread: to, number: 2, replyTo: null, slug: 'villes' },
      { kind: 'reply', thread: to, number: null, replyTo: 2, slug: 'villes' },
    ]);
    expect((await guest().get(sent.location ?? '')).text).toContain(`/thread/${to}/`);
    await undo(doneOf(done));
    expect(await waiting()).toEqual([
      { kind: 'edit', thread: from, number: 2, replyTo: null, slug: 'relue' },
      { kind: 'reply', thread: from, number: null, replyTo: 2, slug: 'relue' },
    ]);
    // The edit is still of the words that stand.
    const [row] = await world.writer.query<{ id: string; version: number }>(
      `select id, version from desk.submission where source = 'Deux, corrigé'`,
    );
    expect(
      (
        await nadia.post(`/desk/submissions/${row?.id}/decision`, {
          decision: 'accept',
          version: String(row?.version),
        })
      ).status,
    ).toBe(303);
    expect((await texts(from))[1]).toBe('Deux, corrigé');
  });

  it('keeps pages that were opened before: reply, quote, report, edit and withdrawal find the post where it is', async () => {
    const [from, to] = [await open(2), await open(0)];
    await move(from, { number: '3', where: 'thread', to: String(to) });
    const author = world.visitor(ada.cookie);
    expect((await guest().get(`/thread/${from}/replies/new?quote=3`)).location).toBe(
      `/thread/${to}/replies/new?quote=2`,
    );
    expect((await author.get(`/thread/${from}/posts/3/edits/new`)).location).toBe(`/thread/${to}/posts/2/edits/new`);
    expect((await guest().get(`/thread/${from}/posts/3/report`)).text).toContain(`/thread/${to}/posts/2/report`);
    expect(
      (await guest().post(`/thread/${from}/posts/3/report`, { reason: 'other', key: 'report-of-a-moved-post' }))
        .status,
    ).toBe(200);
    expect(
      await world.writer.query(`select thread_id as thread, number from desk.submission where kind = 'report'`),
    ).toEqual([{ thread: to, number: 2 }]);
    await guest().post(`/thread/${from}/replies`, {
      text: 'Écrit depuis l’ancienne page',
      replyTo: '3',
      key: 'reply-to-a-moved-post',
    });
    expect((await texts(to)).at(-1)).toBe('Écrit depuis l’ancienne page');
    const late = await author.post(`/thread/${from}/posts/3/edits`, { text: 'Écrit avant le départ', version: '0' });
    expect([
      late.status,
      late.html().querySelector('textarea')?.text.includes('Écrit avant le départ'),
      formWith(late.html(), 'version').action,
    ]).toEqual([409, true, `/thread/${to}/posts/2/edits`]);
    expect(
      (
        await author.post(formWith(late.html(), 'version').action, {
          ...formWith(late.html(), 'version').fields,
          key: '',
        })
      ).status,
    ).toBe(303);
    expect((await texts(to))[1]).toBe('Écrit avant le départ');
    expect((await author.post(`/thread/${from}/posts/3/withdrawal`)).status).toBe(303);
    expect((await texts(to)).join()).not.toContain('Écrit avant le départ');
  });

  it('to where fewer read takes it away from the others, link and all', async () => {
    const [from, to] = [await open(1), await open(0, 'membres')];
    const address = (await guest().get(`/thread/${from}`)).location ?? '';
    expect((await guest().get(address)).text).toContain(`Message ${opened - 1}.2`);
    const look = await nadia.post(`/desk/thread/${from}/move`, { number: '2', where: 'thread', to: String(to) });
    expect(look.text).toContain('seules les personnes qui ont un compte');
    await move(from, { number: '2', where: 'thread', to: String(to) });
    const page = (await guest().get(address)).html();
    expect(page.text).not.toContain(`Message ${opened - 1}.2`);
    expect([page.querySelector('#post-2')?.text, page.querySelector('#post-2 a')]).toEqual([
      expect.stringContaining('Déplacé'),
      null,
    ]);
    expect((await guest().get(`/thread/${from}/posts/2`)).status).toBe(404);
    expect((await world.visitor(ada.cookie).get(address)).html().querySelector('#post-2 a')).not.toBeNull();
  });
});

describe('splitting', () => {
  it('opens a thread of a post and all that follow, tells open pages, and leaves nothing behind when it is undone', async () => {
    const from = await open(5);
    await world.visitor(ada.cookie).get((await guest().get(`/thread/${from}`)).location ?? '');
    const listener = await Listener.in(world.url, [`thread:${from}`, 'category:villes']);
    const look = await nadia.post(`/desk/thread/${from}/move`, {
      number: '4',
      follow: 'yes',
      where: 'new',
      title: 'Une autre question',
      category: 'villes',
    });
    expect(look.text).toContain('3\u00a0messages quittent');
    const hidden = formWith(look.html(), 'where');
    const done = await nadia.post(hidden.action, { ...hidden.fields, action: 'do' });
    const thread = Number(/^\/thread\/(\d+)/.exec(done.location ?? '')?.[1]);
    expect(await texts(thread)).toEqual([4, 5, 6].map((n) => `Message ${opened}.${n}`));
    expect((await guest().get('/category/villes')).text).toContain('Une autre question');
    expect(await listener.hear('catch-up')).toEqual({});
    expect(await listener.hear('thread-published')).toMatchObject({ thread });
    // What one has read there one has read here.
    expect(
      (await world.visitor(ada.cookie).get('/category/villes'))
        .html()
        .querySelector(`[data-thread="${thread}"] .unread`),
    ).toBeNull();
    await world.reply(thread, 'Une suite');
    const late = await undo(doneOf(done));
    expect([late.status, late.text.includes('parus depuis')]).toEqual([409, true]);
    const [mine] = await world.writer.query<{ id: string }>(
      `select id::text from desk.decision where thread_id = $1 and number = 4 and decision = 'publish'`,
      [thread],
    );
    await undo(mine?.id ?? '');
    expect((await undo(doneOf(done))).status).toBe(409);
    listener.close();

    const again = await open(2);
    const second = await move(again, {
      number: '2',
      follow: 'yes',
      where: 'new',
      title: 'Encore une',
      category: 'villes',
    });
    const short = Number(/^\/thread\/(\d+)/.exec(second.location ?? '')?.[1]);
    expect((await undo(doneOf(second))).status).toBe(303);
    expect(await texts(again)).toEqual([`Ouverture ${opened}`, `Message ${opened}.2`, `Message ${opened}.3`]);
    expect((await guest().get(`/thread/${short}`)).location).toMatch(new RegExp(`^/thread/${again}/`));
    expect((await guest().get('/category/villes')).text).not.toContain('Encore une');
  });

  it('needs a post that can be read to open with, and moves what was taken down along', async () => {
    const from = await open(3);
    await nadia.post(`/desk/thread/${from}/posts/3/removal`, { reason: 'insult', remark: '' });
    const refused = await move(from, {
      number: '3',
      follow: 'yes',
      where: 'new',
      title: 'Ce qui suit',
      category: 'villes',
    });
    expect([refused.status, refused.text.includes('ne peut pas ouvrir un sujet')]).toEqual([422, true]);
    const done = await move(from, {
      number: '2',
      follow: 'yes',
      where: 'new',
      title: 'Ce qui suit',
      category: 'villes',
    });
    const thread = Number(/^\/thread\/(\d+)/.exec(done.location ?? '')?.[1]);
    await nadia.post(`/desk/thread/${thread}/posts/2/restoration`, { remark: '' });
    expect(await texts(thread)).toEqual([2, 3, 4].map((n) => `Message ${opened}.${n}`));
    // Decided since about one of them.
    expect((await undo(doneOf(done))).status).toBe(409);
  });
});

describe('merging', () => {
  it('leads everything of a thread to the other one: pages, permalinks, live pages, what waits; and is undone', async () => {
    const [from, to] = [await open(2, 'relue'), await open(1)];
    const address = (await guest().get(`/thread/${from}`)).location ?? '';
    await guest().get(address);
    const listener = await Listener.in(world.url, [`thread:${from}`, 'category:relue']);
    await guest().post(`/thread/${from}/replies`, { text: 'J’attendais ici', key: 'key-waits-in-merged-1' });
    const form = (await nadia.get(`/desk/thread/${from}`)).html().querySelector('form[action$="/merge"]');
    const look = await nadia.post(form?.getAttribute('action') ?? '', { to: String(to), action: 'look' });
    for (const words of ['disparaît des listes', '(3\u00a0messages)', '1\u00a0envoi qui attend une décision suit'])
      expect(look.text).toContain(words);
    const done = await merge(from, to);
    const page = await nadia.get((await nadia.get(done.location ?? '')).location ?? '');
    expect(page.html().querySelector('[data-done]')?.text).toContain('Sujets fusionnés.');
    expect((await texts(to)).slice(2)).toEqual([
      `Ouverture ${opened - 1}`,
      `Message ${opened - 1}.2`,
      `Message ${opened - 1}.3`,
    ]);
    for (const path of [address, `/thread/${from}`, `${address}?page=1`])
      expect((await guest().get(path)).location).toMatch(new RegExp(`^/thread/${to}/`));
    expect((await landing(`/thread/${from}/posts/2`)).text).toBe(`Message ${opened - 1}.2`);
    const news = await guest().get(`/thread/${from}/posts?after=3&changes=0`);
    expect([news.status, news.text, news.headers.get('palabre-moved')]).toEqual([
      200,
      '',
      expect.stringMatching(new RegExp(`^/thread/${to}/`)),
    ]);
    await listener.hear('catch-up');
    expect(await listener.hear('thread-left')).toEqual({ thread: from, category: 'relue' });
    expect((await guest().get(`/thread/${from}/replies/new?to=2`)).location).toBe(`/thread/${to}/replies/new?to=4`);
    await guest().post(`/thread/${from}/replies`, { text: 'Écrit dans l’ancien', key: 'key-sent-to-merged-1' });
    expect((await texts(to)).at(-1)).toBe('Écrit dans l’ancien');
    expect((await guest().get('/category/relue')).text).not.toContain(`/thread/${from}/`);
    const where = () =>
      world.writer.query(`select thread_id as thread from desk.submission where source = 'J’attendais ici'`);
    expect(await where()).toEqual([{ thread: to }]);
    expect((await nadia.get(`/desk/thread/${from}`)).status).toBe(409);
    // Its first author may still take the title back: it is nowhere any more.
    const [kept] = await world.db.owner
      .query<{ title: string }>('select title from desk.merged_title where thread_id = $1', [from])
      .then(({ rows }) => rows);
    expect(kept?.title).toBe(`Le sujet ${opened - 1}`);

    expect((await undo(doneOf(done))).status).toBe(303);
    expect(await texts(from)).toEqual([
      `Ouverture ${opened - 1}`,
      `Message ${opened - 1}.2`,
      `Message ${opened - 1}.3`,
    ]);
    expect((await guest().get(address)).status).toBe(200);
    expect(await where()).toEqual([{ thread: from }]);
    expect((await guest().get('/category/relue')).text).toContain(address);
    listener.close();
  });

  it('is done once by two who do it at once, in a row of three, and never in a circle', async () => {
    const [one, two, three] = [await open(0), await open(0), await open(0)];
    const both = await Promise.all([merge(one, two), merge(one, three)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const crossed = await Promise.all([merge(two, three), merge(three, two)]);
    expect(crossed.filter(({ status }) => status === 303)).toHaveLength(1);
    const ends = await Promise.all(
      [one, two, three].map(async (thread) => /^\/thread\/(\d+)/.exec((await landing(`/thread/${thread}`)).path)?.[1]),
    );
    expect(new Set(ends).size).toBe(1);
    // An address of before still names the thread that one may merge or move into.
    const other = await open(1);
    expect((await move(other, { number: '2', where: 'thread', to: String(one) })).location).toMatch(
      new RegExp(`^/thread/${ends[0]}/posts/`),
    );
  });

  it('erases the title with the post that it was written with', async () => {
    const [from, to] = [await open(0), await open(0)];
    const done = await merge(from, to);
    await world.visitor(ada.cookie).post(`/thread/${to}/posts/2/withdrawal`);
    const { rows } = await world.db.owner.query('select 1 from desk.merged_title where thread_id = $1', [from]);
    expect(rows).toEqual([]);
    expect((await undo(doneOf(done))).status).toBe(303);
    expect((await nadia.get((await guest().get(`/thread/${from}`)).location ?? '')).text).not.toContain(
      `Le sujet ${opened - 1}`,
    );
  });
});

describe('the section of an article', () => {
  it('stays where its site’s sections are, and takes and gives posts with their branches in order', async () => {
    const category = await world.category({ slug: 'feuille', name: 'La Feuille', hold: 'nobody' });
    await hostSite(world.db.owner, { slug: 'feuille', category, firstHeld: false });
    const { title, url, signature } = signed('feuille', '331');
    await guest().post('/articles/feuille/331/comments', {
      text: 'Première branche',
      key: 'key-of-a-branch-1',
      action: 'send',
      title,
      url,
      signature,
    });
    const [{ thread } = { thread: 0 }] = await world.writer.query<{ thread: number }>(
      'select thread_id as thread from article',
    );
    for (const [index, replyTo] of ['1', '', '1'].entries())
      await guest().post(`/thread/${thread}/replies`, {
        text: `Suite ${index + 2}`,
        replyTo,
        key: `key-of-a-branch-${index + 2}`,
      });
    expect(await texts(thread)).toEqual(['Première branche', 'Suite 2', 'Suite 4', 'Suite 3']);

    const other = await open(2);
    expect((await nadia.get(`/desk/thread/${thread}`)).html().querySelector('form[action$="/merge"]')).toBeNull();
    expect((await merge(thread, other)).status).toBe(409);
    expect(
      (await nadia.post(`/desk/thread/${thread}/category`, { from: 'feuille', category: 'villes', action: 'do' }))
        .status,
    ).toBe(409);
    expect((await move(other, { number: '2', where: 'new', title: 'À part', category: 'feuille' })).status).toBe(422);

    // The title is the article's, so that its first comment may leave; those that hang on it stay.
    const gone = await move(thread, { number: '1', where: 'thread', to: String(other) });
    expect((await texts(other)).at(-1)).toBe('Première branche');
    expect(await texts(thread)).toEqual([expect.stringContaining('Déplacé'), 'Suite 2', 'Suite 4', 'Suite 3']);
    const come = await move(other, { number: '2', where: 'thread', to: String(thread) });
    expect((await texts(thread)).at(-1)).toBe(`Message ${opened}.2`);
    expect((await guest().get('/articles/feuille/331/comments.html')).text).toContain(`Message ${opened}.2`);
    for (const done of [come, gone]) expect((await undo(doneOf(done))).status).toBe(303);
    expect((await texts(thread)).slice(0, 4)).toEqual(['Première branche', 'Suite 2', 'Suite 4', 'Suite 3']);
    const roots = await world.writer.query(
      `select number, root from post where thread_id = $1 and gone is null order by number`,
      [thread],
    );
    expect(roots).toEqual([
      { number: 1, root: 1 },
      { number: 2, root: 1 },
      { number: 3, root: 3 },
      { number: 4, root: 1 },
    ]);
  });
});
