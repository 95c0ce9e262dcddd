import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findSection } from '../../src/articles/section.js';
import { isSigned, signatureOf } from '../../src/articles/signature.js';
import { knowArticle } from '../../src/publishing/articles/know-article.js';
import type { Draft } from '../../src/submissions/draft.js';
import { orderOf } from '../../src/threads/audience-threads.js';
import { Threads } from '../../src/threads/threads.js';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, freshKey, minutesAfter, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';
import { hostSite, signed } from '../host-site.js';

let room: DeskRoom;
let threads: Threads;
let nadia: Visitor;
let omar: Visitor;
let ada: Visitor;
const DAY = 86_400_000;

beforeAll(async () => {
  room = await DeskRoom.open();
  threads = new Threads(room.db.reader);
  await hostSite(room.db.owner, { slug: 'feuille', category: await room.category('feuille'), licence: 'CC BY-SA' });
  await hostSite(room.db.owner, {
    slug: 'brezin',
    category: await room.category('brezin', { hold: 'nobody' }),
    threading: 'flat',
    closesAfter: 30,
    firstHeld: false,
  });
  await hostSite(room.db.owner, { slug: 'prudent', category: await room.category('prudent', { hold: 'nobody' }) });
  await room.category('forum', { hold: 'nobody' });
  nadia = await room.member('Nadia', 'moderator');
  omar = await room.member('Omar', 'moderator');
  ada = await room.member('Ada', 'member', { acceptedCount: 1 });
});
afterAll(() => room.close());

type Comment = Draft & { kind: 'comment' };

function comment(site: string, identifier: string, text: string, more: Partial<Comment> = {}): Comment {
  return {
    kind: 'comment',
    ...signed(site, identifier),
    text,
    name: 'Lou',
    email: '',
    key: freshKey(),
    language: 'fr',
    ...more,
  };
}

async function send(draft: Draft, by: Visitor = room.guest, now = NOON): Promise<string> {
  return (await room.reception.submit(by, draft, now)).submission;
}

function standing(
  id: string,
): Promise<{ kind: string; status: string; thread: number | null; number: number | null; heldFor: string[] }> {
  return room.row(
    'select kind, status, thread_id as thread, number, held_for as "heldFor" from desk.submission where id = $1',
    [id],
  );
}

async function accepted(draft: Draft, minutes = 1): Promise<{ thread: number; number: number; id: string }> {
  const id = await send(draft);
  await room.decisions.decide(nadia, id, verdict('accept'), minutesAfter(minutes));
  const { thread, number } = await standing(id);
  return { thread: thread ?? 0, number: number ?? 0, id };
}

const articles = (): Promise<unknown[]> =>
  room.rows('select identifier, title, url, thread_id as thread from article order by identifier');

describe('an article', () => {
  it('is known by the signature of its site, over exact values on four lines', () => {
    const words = {
      site: 'feuille',
      identifier: '331',
      title: 'Été « nu »',
      url: 'https://feuille.example/article331',
    };
    const signature = createHmac('sha256', 'clé')
      .update('feuille\n331\nÉté « nu »\nhttps://feuille.example/article331', 'utf8')
      .digest('hex');
    expect(signatureOf('clé', words)).toBe(signature);
    expect(isSigned('clé', words, signature)).toBe(true);
    for (const wrong of [
      { site: 'brezin' },
      { identifier: '332' },
      { title: 'Été nu' },
      { url: 'https://feuille.example/' },
    ])
      expect(isSigned('clé', { ...words, ...wrong }, signature)).toBe(false);
    // The same bytes cut elsewhere, and addresses that lead nowhere good.
    const bent = { ...words, identifier: '331\nÉté « nu »', title: 'x' };
    expect(isSigned('clé', bent, signatureOf('clé', bent))).toBe(false);
    const script = { ...words, url: 'javascript:alert(1)' };
    expect(isSigned('clé', script, signatureOf('clé', script))).toBe(false);
    expect(isSigned('clé', words, signature.toUpperCase())).toBe(false);
  });

  it('that is neither known nor signed takes nothing, and its site opens no thread by hand', async () => {
    await expect(send(comment('feuille', 'x', 'Bonjour', { title: 'Autre titre' }))).rejects.toMatchObject({
      code: 'article-unsigned',
    });
    await expect(send({ ...comment('feuille', 'x', 'Bonjour'), signature: undefined })).rejects.toMatchObject({
      code: 'article-unsigned',
    });
    await expect(send(comment('nulle-part', 'x', 'Bonjour'))).rejects.toMatchObject({ name: 'NotFound' });
    await expect(send(threadDraft('feuille', 'Un sujet', 'Bonjour'), nadia)).rejects.toMatchObject({
      code: 'articles-only',
    });
    expect(await room.rows('select 1 from desk.submission')).toEqual([]);
  });
});

describe('a comment', () => {
  it('waits without making its article known, and nothing public tells that it does', async () => {
    const id = await send(comment('feuille', '331', 'Le premier mot'));
    expect(await standing(id)).toEqual({
      kind: 'comment',
      status: 'waiting',
      thread: null,
      number: null,
      heldFor: ['hold-all'],
    });
    expect(await articles()).toEqual([]);
    expect(await findSection(room.db.reader, ['everyone'], 'feuille', '331')).toMatchObject({
      site: { slug: 'feuille' },
      article: null,
      thread: null,
    });
    const {
      rows: [card],
    } = await room.queue.page(nadia, undefined, { filter: { kind: 'comment' }, now: NOON });
    expect(card).toMatchObject({
      id,
      kind: 'comment',
      thread: null,
      title: null,
      article: { site: 'feuille', identifier: '331', title: 'Article 331' },
    });
    await room.decisions.decide(nadia, id, verdict('refuse'), NOON);
    expect(await articles()).toEqual([]);
  });

  it('of two first ones of an article that two moderators accept at once makes one thread of two posts', async () => {
    for (let round = 0; round < 8; round++) {
      const site = `course-${round}`;
      const [one, two] = [
        await send(comment('feuille', site, 'Le premier des deux')),
        await send(comment('feuille', site, 'Le second des deux')),
      ];
      await Promise.all([
        room.decisions.decide(nadia, one, verdict('accept'), NOON),
        room.decisions.decide(omar, two, verdict('accept'), NOON),
      ]);
      const [a, b] = [await standing(one), await standing(two)];
      expect(a.thread).toBe(b.thread);
      expect([a.number, b.number].sort()).toEqual([1, 2]);
      expect(
        await room.row(
          'select post_count as posts, last_number as last, title, of_article as own from thread where id = $1',
          [a.thread],
        ),
      ).toEqual({ posts: 2, last: 2, title: `Article ${site}`, own: true });
    }
    const [{ threads: counted }] = (await room.rows<{ threads: number }>(
      `select thread_count as threads from category where slug = 'feuille'`,
    )) as [{ threads: number }];
    expect(counted).toBe(8);
  });

  it('sent before the section had a thread is shown with it afterwards, and follows the article where an alias leads', async () => {
    const early = await send(comment('feuille', 'ancien', 'Envoyé tôt'), ada);
    const { thread } = await accepted(comment('feuille', 'ancien', 'Accepté avant'));
    expect(await room.records.one(nadia, early)).toMatchObject({ thread: { id: thread } });
    expect((await room.own.waitingIn(thread, ada)).map(({ id }) => id)).toEqual([early]);
    await room.rows(
      `insert into article_alias select site_id, 'nouveau', id from article where identifier = 'ancien'`,
    );
    const byAlias = await accepted(comment('feuille', 'nouveau', 'Par la nouvelle adresse'));
    expect(byAlias).toMatchObject({ thread, number: 2 });
    await room.decisions.decide(nadia, early, verdict('accept'), NOON);
    expect(await standing(early)).toMatchObject({ thread, number: 3 });
  });

  it('may come as a reply of the thread page: it is a comment all the same, and an edit of the first one changes no title', async () => {
    const { thread } = await accepted(comment('feuille', 'titres', 'Premier', { name: '' }));
    const id = await send(replyDraft(thread, 'Depuis la page du sujet', { replyTo: 1 }));
    expect(await standing(id)).toMatchObject({ kind: 'comment', thread });
    expect((await room.records.one(nadia, id))?.article).toMatchObject({ identifier: 'titres' });
    const own = await accepted(comment('feuille', 'titres-2', 'Mien'));
    await room.rows('update desk.submission set author_id = $2 where id = $1', [own.id, ada.member?.id]);
    await room.rows('update post set author_id = $2 where thread_id = $1', [own.thread, ada.member?.id]);
    const edit: Draft = {
      kind: 'edit',
      thread: own.thread,
      number: 1,
      version: 0,
      title: 'Un autre titre',
      text: 'Mien, corrigé',
      name: '',
      email: '',
      key: freshKey(),
      language: 'fr',
    };
    await room.decisions.decide(nadia, await send(edit, ada), verdict('accept'), NOON);
    expect(
      await room.row('select t.title, p.source from thread t join post p on p.thread_id = t.id where t.id = $1', [
        own.thread,
      ]),
    ).toEqual({ title: 'Article titres-2', source: 'Mien, corrigé' });
  });

  it('that is taken down, withdrawn or undone leaves the section, its title and the answers to it in place', async () => {
    const { thread, id } = await accepted(comment('feuille', 'restes', 'Premier'));
    const answer = await accepted({ ...replyDraft(thread, 'Réponse', { replyTo: 1 }) });
    const kept = () => room.row('select title, retired, post_count as posts from thread where id = $1', [thread]);
    await room.removals.takeDown(nadia, thread, 1, { reason: 'insult', remark: '' }, NOON);
    expect(await kept()).toEqual({ title: 'Article restes', retired: false, posts: 1 });
    const page = await threads.for().page(thread, 1, 'branches');
    expect(page.map(({ number, root, replyTo, gone }) => [number, root, replyTo, gone?.how ?? null])).toEqual([
      [1, 1, null, 'taken-down'],
      [2, 1, 1, null],
    ]);
    await room.removals.restore(nadia, thread, 1, NOON);
    expect(await kept()).toEqual({ title: 'Article restes', retired: false, posts: 2 });
    const waiting = await send(replyDraft(thread, 'Encore une réponse', { replyTo: 1 }));
    const [accept] = await room.rows<{ id: string }>(
      `select id::text from desk.decision where submission_id = $1 and decision = 'accept'`,
      [id],
    );
    await room.undo.undo(
      nadia,
      (
        await room.rows<{ id: string }>(`select max(id)::text as id from desk.decision where submission_id = $1`, [
          answer.id,
        ])
      )[0]?.id ?? '',
      NOON,
    );
    expect(await standing(answer.id)).toMatchObject({ status: 'waiting', number: 2 });
    await expect(room.undo.undo(nadia, accept?.id ?? '', NOON)).rejects.toMatchObject({ code: 'decided-since' });
    await room.decisions.decide(nadia, answer.id, verdict('accept'), NOON);
    expect(await standing(answer.id)).toMatchObject({ status: 'published', number: 2 });
    // A parent that is accepted publishes nothing but itself.
    expect((await standing(waiting)).status).toBe('waiting');
    const own = await room.reception.submit(room.guest, comment('feuille', 'retrait', 'À moi'), NOON);
    await room.decisions.decide(nadia, own.submission, verdict('accept'), NOON);
    await room.withdrawals.withdraw({ token: own.token }, NOON);
    expect(
      await room.row(
        `select t.title, t.retired, p.gone, p.html from article a join thread t on t.id = a.thread_id join post p
          on p.thread_id = t.id where a.identifier = $1`,
        ['retrait'],
      ),
    ).toEqual({ title: 'Article retrait', retired: false, gone: 'withdrawn', html: '' });
    expect(await accepted(comment('feuille', 'retrait', 'La suivante'))).toMatchObject({ number: 2 });
    // An undone first acceptance leaves its place, and the section takes the next.
    const undone = await accepted(comment('feuille', 'annule', 'Trop vite'));
    const [made] = await room.rows<{ id: string }>(
      `select id::text from desk.decision where submission_id = $1 and decision = 'accept'`,
      [undone.id],
    );
    await room.undo.undo(omar, made?.id ?? '', NOON);
    expect(await standing(undone.id)).toMatchObject({
      kind: 'comment',
      status: 'waiting',
      thread: undone.thread,
      number: 1,
    });
    expect(await accepted(comment('feuille', 'annule', 'Entre-temps'))).toMatchObject({
      thread: undone.thread,
      number: 2,
    });
    await room.decisions.decide(nadia, undone.id, verdict('accept'), NOON);
    expect((await threads.for().page(undone.thread, 1, 'branches')).map(({ number, gone }) => [number, gone])).toEqual(
      [
        [1, null],
        [2, null],
      ],
    );
  });

  it('is refused where its article says so, at the door and at the desk', async () => {
    const article = (identifier: string, more: object) =>
      room.db.writer.transaction((tx) =>
        knowArticle(tx, { ...plain('feuille', identifier), datedAt: null, policy: null, ...more }),
      );
    await article('ferme', { policy: 'closed' });
    await article('membres', { policy: 'members' });
    await article('retire', {});
    const late = await send(comment('feuille', 'retire', 'À temps'));
    await room.rows(`update article set removed = true where identifier = 'retire'`);
    await expect(send(comment('feuille', 'ferme', 'Bonjour'))).rejects.toMatchObject({ code: 'section-closed' });
    await expect(send(comment('feuille', 'membres', 'Bonjour'))).rejects.toMatchObject({ code: 'section-members' });
    expect(await standing(await send(comment('feuille', 'membres', 'Bonjour'), ada))).toMatchObject({
      status: 'waiting',
      heldFor: ['hold-all'],
    });
    await expect(send(comment('feuille', 'retire', 'Bonjour'))).rejects.toMatchObject({ code: 'article-removed' });
    await expect(room.decisions.decide(nadia, late, verdict('accept'), NOON)).rejects.toMatchObject({
      code: 'article-removed',
    });
    expect((await standing(late)).status).toBe('waiting');
    await room.db.writer.transaction((tx) =>
      knowArticle(tx, { ...plain('brezin', 'vieux'), datedAt: new Date(NOON.getTime() - 30 * DAY), policy: null }),
    );
    await expect(send(comment('brezin', 'vieux', 'Trop tard'))).rejects.toMatchObject({ code: 'section-over' });
    expect(
      await standing(await send(comment('brezin', 'vieux', 'À temps'), room.guest, new Date(NOON.getTime() - 1))),
    ).toMatchObject({ status: 'published' });
  });

  it('is published at once where nothing holds it, and the first one of a person is read where the site wishes it', async () => {
    expect(await standing(await send(comment('brezin', 'libre', 'Aussitôt')))).toMatchObject({
      status: 'published',
      number: 1,
    });
    expect(await standing(await send(comment('prudent', 'libre', 'Attend')))).toMatchObject({
      status: 'waiting',
      heldFor: ['guest'],
    });
    expect(await standing(await send(comment('prudent', 'libre', 'Connue ici'), ada))).toMatchObject({
      status: 'published',
    });
    const neo = await room.member('Néo');
    expect(await standing(await send(comment('prudent', 'libre', 'Première fois'), neo))).toMatchObject({
      status: 'waiting',
      heldFor: ['newcomer'],
    });
    await room.db.writer.transaction((tx) =>
      knowArticle(tx, { ...plain('feuille', 'apres'), datedAt: null, policy: 'after' }),
    );
    await room.db.writer.transaction((tx) =>
      knowArticle(tx, { ...plain('brezin', 'avant'), datedAt: null, policy: 'before' }),
    );
    expect(await standing(await send(comment('feuille', 'apres', 'Connue ici'), ada, minutesAfter(60)))).toMatchObject(
      { status: 'published' },
    );
    expect(await standing(await send(comment('brezin', 'avant', 'Relue'), ada, minutesAfter(61)))).toMatchObject({
      status: 'waiting',
      heldFor: ['hold-all'],
    });
  });
});

function plain(site: string, identifier: string): { site: string; identifier: string; title: string; url: string } {
  const { signature: _, ...words } = signed(site, identifier);
  return words;
}

describe('a section', () => {
  it('is read by branches of one level, twenty a page, or flat, and a permalink finds its page in either', async () => {
    const { thread } = await accepted(comment('feuille', 'branches', 'Racine 1'));
    await room.rows(
      `insert into post (thread_id, category_id, number, root, author_role, source, html, excerpt, renderer_version,
        reply_to, written_at, published_at)
      select $1, category_id, n, case when n % 2 = 0 then n else 1 end, 'guest', 'x', '<p>x</p>', 'x', 1,
        case when n % 2 = 1 then n - 2 end, $2, $2
      from thread, generate_series(2, 45) n where id = $1`,
      [thread, NOON],
    );
    await room.rows('update thread set last_number = 45, post_count = 45 where id = $1', [thread]);
    const reader = threads.for();
    const section = await reader.thread(thread);
    expect(section?.article).toEqual({
      site: 'feuille',
      siteName: 'feuille',
      identifier: 'branches',
      title: 'Article branches',
      url: 'https://feuille.example/articlebranches',
      threading: 'one-level',
      licence: 'CC BY-SA',
      policy: null,
      firstHeld: true,
      closesAt: null,
      removed: false,
    });
    expect(orderOf(section!)).toBe('branches');
    const pages = await Promise.all([1, 2, 3, 4].map((n) => reader.page(thread, n, 'branches')));
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5, 0]);
    expect(pages.flat().map(({ number }) => number)).toEqual([
      ...Array.from({ length: 23 }, (_, n) => 2 * n + 1),
      ...Array.from({ length: 22 }, (_, n) => 2 * n + 2),
    ]);
    expect(await Promise.all([1, 39, 41, 2, 44].map((number) => reader.pageOf(section!, number)))).toEqual([
      1, 1, 2, 2, 3,
    ]);
    await room.rows(`update host_site set threading = 'flat' where slug = 'feuille'`);
    const flat = await reader.thread(thread);
    expect([orderOf(flat!), await reader.pageOf(flat!, 2)]).toEqual(['numbers', 1]);
    await room.rows(`update host_site set threading = 'one-level' where slug = 'feuille'`);
    const answer = await accepted(replyDraft(thread, 'À une réponse', { replyTo: 45 }));
    expect(
      await room.row('select root, reply_to as "replyTo" from post where thread_id = $1 and number = $2', [
        thread,
        answer.number,
      ]),
    ).toEqual({ root: 1, replyTo: 45 });
  });

  it('takes comments from elsewhere under their own dates and anchors, without news, once', async () => {
    const at = new Date('2019-03-01T08:00:00Z');
    const brought = (key: string, more: object = {}) => ({
      site: 'feuille',
      identifier: '12',
      replyTo: null,
      text: `Venu de {{SPIP}} ${key}`,
      name: 'Nadia',
      email: '',
      writtenAt: at,
      key: `spip-feuille-${key}`,
      language: 'fr' as const,
      anchor: `forum${key}`,
      ...more,
    });
    const told: string[] = [];
    await room.db.owner.query('listen palabre_news');
    room.db.owner.on('notification', ({ payload }) => told.push(payload ?? ''));
    const bring =
      (...given: Parameters<typeof brought>) =>
      (when: Date | null) =>
        room.db.writer.transaction((tx) => room.reception.bringIn(tx, brought(...given), { at: when, quiet: true }));
    await expect(bring('1001')(at)).rejects.toMatchObject({ code: 'article-unsigned' });
    await room.db.writer.transaction((tx) =>
      knowArticle(tx, { ...plain('feuille', '12'), datedAt: at, policy: null }),
    );
    const first = await bring('1001')(at);
    expect(first.published).toMatchObject({ number: 1 });
    const later = new Date('2019-04-01T08:00:00Z');
    const second = await bring('1002', { replyTo: 1, writtenAt: later })(later);
    const waiting = await bring('1003')(null);
    expect([second.published?.number, waiting.published]).toEqual([2, null]);
    expect(await bring('1001')(at)).toEqual(first);
    await room.db.owner.query('select 1');
    expect(told).toEqual([]);
    await room.db.owner.query('unlisten palabre_news');
    const thread = first.published?.thread ?? 0;
    expect(
      await room.rows(
        `select number, root, anchor, author_name as name, author_role as role, published_at as at from post
          where thread_id = $1 order by 1`,
        [thread],
      ),
    ).toEqual([
      { number: 1, root: 1, anchor: 'forum1001', name: 'Nadia', role: 'guest', at },
      { number: 2, root: 1, anchor: 'forum1002', name: 'Nadia', role: 'guest', at: later },
    ]);
    expect(
      await room.row('select published_at as first, last_post_at as last from thread where id = $1', [thread]),
    ).toEqual({ first: at, last: later });
    expect(await room.rows('select 1 from desk.decision where thread_id = $1', [thread])).toEqual([]);
    expect(await standing(waiting.submission)).toMatchObject({ status: 'waiting', heldFor: ['brought'] });
  });
});
