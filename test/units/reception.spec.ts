import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors/errors.js';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, freshKey, minutesAfter, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';

let room: DeskRoom;
let ada: Visitor;
let moderator: Visitor;
let thread: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.category('held');
  await room.category('open', { hold: 'nobody' });
  await room.category('members', { audience: 'members', hold: 'nobody' });
  await room.category('registered', { guestsWrite: false });
  await room.category('over', { closed: true });
  ada = await room.member('Ada');
  moderator = await room.member('Nadia', 'moderator');
  thread = (await room.thread('held', 'Un sujet', 'Premier message', ada, moderator)).thread;
});
afterAll(() => room.close());

async function counts(): Promise<unknown> {
  return room.row(`select (select count(*)::int from thread) as threads, (select count(*)::int from post) as posts,
    (select count(*)::int from desk.submission) as submissions, (select count(*)::int
      from desk.submission_version) as versions,
    (select count(*)::int from desk.decision) as decisions`);
}

describe('what is sent to a category that holds everything', () => {
  it('is stored as sent with its first version, and published nowhere', async () => {
    const before = await room.row<{ posts: number }>('select count(*)::int as posts from post');
    const received = await room.reception.submit(
      room.guest,
      replyDraft(thread, ' Bonjour\r\n*à toutes* ', { name: ' Une  riveraine ', email: 'riv@example.org' }),
      NOON,
    );
    expect(received.published).toBeNull();
    expect(received.token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(
      await room.row(
        `select status, version, source, author_name, author_id, email, held_for, number from desk.submission
          where id = $1`,
        [received.submission],
      ),
    ).toEqual({
      status: 'waiting',
      version: 1,
      source: 'Bonjour\n*à toutes*',
      author_name: 'Une riveraine',
      author_id: null,
      email: 'riv@example.org',
      held_for: ['hold-all'],
      number: null,
    });
    expect(
      await room.rows('select version, source, written_by from desk.submission_version where submission_id = $1', [
        received.submission,
      ]),
    ).toEqual([{ version: 1, source: 'Bonjour\n*à toutes*', written_by: 'author' }]);
    expect(await room.row('select count(*)::int as posts from post')).toEqual(before);
  });

  it('can be followed by its token, of which the database holds a hash only', async () => {
    const { token, submission } = await room.reception.submit(room.guest, replyDraft(thread, 'Un mot'), NOON);
    expect(await room.own.one({ token })).toMatchObject({
      id: submission,
      status: 'waiting',
      text: 'Un mot',
      published: null,
      thread: { id: thread },
    });
    expect(await room.own.one({ token: token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) })).toBeNull();
    expect(await room.own.one({ token: '' })).toBeNull();
    const stored = await room.row<{ row: string }>('select s::text as row from desk.submission s where id = $1', [
      submission,
    ]);
    expect(stored.row).not.toContain(token);
    expect(stored.row).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });
});

describe('what is sent where nobody is held', () => {
  it('is published in the same transaction, with its numbers, counts and a row of the log', async () => {
    const first = await room.reception.submit(
      room.guest,
      threadDraft('open', 'Caméras à Val-Brézin', 'Une note[[la note]].', { name: 'Lou' }),
      minutesAfter(1),
    );
    expect(first.published).toEqual({ thread: expect.any(Number), number: 1 });
    const at = first.published?.thread ?? 0;
    expect(
      await room.row(
        `select title, slug, post_count, last_number, changes, published_at, last_post_at, retired from thread
          where id = $1`,
        [at],
      ),
    ).toEqual({
      title: 'Caméras à Val-Brézin',
      slug: 'cameras-a-val-brezin',
      post_count: 1,
      last_number: 1,
      changes: 0,
      published_at: minutesAfter(1),
      last_post_at: minutesAfter(1),
      retired: false,
    });
    const second = await room.reception.submit(ada, replyDraft(at, 'Je réponds', { replyTo: 1 }), minutesAfter(2));
    expect(second.published).toEqual({ thread: at, number: 2 });
    expect(
      await room.row(
        `select author_id, author_name, author_role, reply_to, written_at, published_at, edited_at, excerpt from post
          where thread_id = $1 and number = 2`,
        [at],
      ),
    ).toEqual({
      author_id: ada.member?.id,
      author_name: 'Ada',
      author_role: 'member',
      reply_to: 1,
      written_at: minutesAfter(2),
      published_at: minutesAfter(2),
      edited_at: null,
      excerpt: 'Je réponds',
    });
    expect(await room.row('select post_count, last_number, last_post_at from thread where id = $1', [at])).toEqual({
      post_count: 2,
      last_number: 2,
      last_post_at: minutesAfter(2),
    });
    expect(await room.row(`select thread_count, post_count from category where slug = 'open'`)).toEqual({
      thread_count: 1,
      post_count: 2,
    });
    expect(
      await room.rows(
        'select decision, member_id, member_name, version from desk.decision where thread_id = $1 order by id',
        [at],
      ),
    ).toEqual([
      { decision: 'publish', member_id: null, member_name: '', version: 1 },
      { decision: 'publish', member_id: ada.member?.id, member_name: 'Ada', version: 1 },
    ]);
    const { html } = await room.row<{ html: string }>('select html from post where thread_id = $1 and number = 1', [
      at,
    ]);
    expect(html).toContain('p1-note-1');
  });

  it('is a reply that waits for the database four times, and whose commit leaves behind the last statement', async () => {
    const opened = await room.reception.submit(ada, threadDraft('open', 'Vite', 'Premier message'), NOON);
    const at = opened.published?.thread ?? 0;
    let [asked, waits] = [0, 0];
    const left: number[] = [];
    const { published } = await room.db.writer.transaction((tx) => {
      const counted: typeof tx = {
        repository: (entity) => tx.repository(entity),
        tell: (news) => tx.tell(news),
        commitBehind() {
          left.push(waits);
          tx.commitBehind();
        },
        async query<T>(sql: string, parameters?: unknown[]): Promise<T[]> {
          if (asked === 0) waits += 1;
          asked += 1;
          return tx.query<T>(sql, parameters).finally(() => (asked -= 1));
        },
      };
      return room.reception.submitIn(counted, ada, replyDraft(at, 'Je réponds tout de suite'), NOON, true);
    });
    expect(published).toEqual({ thread: at, number: 2 });
    expect({ waits, left }).toEqual({ waits: 4, left: [4] });
  });

  it('answers a reply to a post that never was as a reply to the thread', async () => {
    const { submission } = await room.reception.submit(ada, replyDraft(thread, 'À qui ?', { replyTo: 999 }), NOON);
    expect(await room.row('select reply_to from desk.submission where id = $1', [submission])).toEqual({
      reply_to: null,
    });
  });
});

describe('what is refused at the door', () => {
  it.each([
    ['a category that is not there', () => threadDraft('nowhere', 'Un titre', 'Un texte'), NotFound, 'not-found'],
    ['a category of another audience', () => threadDraft('members', 'Un titre', 'Un texte'), NotFound, 'not-found'],
    ['a thread that is not there', () => replyDraft(4711, 'Un texte'), NotFound, 'not-found'],
    [
      'a category closed to guests',
      () => threadDraft('registered', 'Un titre', 'Un texte'),
      Forbidden,
      'guests-may-not-write',
    ],
    ['a closed category', () => threadDraft('over', 'Un titre', 'Un texte'), Forbidden, 'closed'],
    ["a member's name", () => replyDraft(thread, 'Un texte', { name: 'ada' }), Invalid, 'invalid'],
    ['nothing to read', () => replyDraft(thread, ' \n '), Invalid, 'invalid'],
  ])('a guest sends to %s: nothing is stored', async (_what, draft, kind, code) => {
    const before = await counts();
    const problem = await room.reception.submit(room.guest, draft(), NOON).catch((found: unknown) => found);
    expect(problem).toBeInstanceOf(kind);
    expect((problem as Conflict).code).toBe(code);
    expect(await counts()).toEqual(before);
  });
});

describe('sending twice', () => {
  it('gives the same answer for the same key and content, and makes one submission', async () => {
    const draft = replyDraft(thread, 'Deux fois', { name: 'Lou' });
    const first = await room.reception.submit(room.guest, draft, NOON);
    expect(await room.reception.submit(room.guest, { ...draft, text: 'Deux fois  ' }, minutesAfter(5))).toEqual(first);
    expect(await room.rows(`select 1 from desk.submission where source = 'Deux fois'`)).toHaveLength(1);
  });

  it('gives the same answer even after the thread was closed by somebody', async () => {
    const draft = threadDraft('open', 'Publié puis fermé', 'Un texte');
    const first = await room.reception.submit(ada, draft, NOON);
    await room.rows(`update category set closed = true where slug = 'open'`);
    expect(await room.reception.submit(ada, draft, minutesAfter(5))).toEqual(first);
    await room.rows(`update category set closed = false where slug = 'open'`);
  });

  it.each([
    ['another text', { text: 'Autre' }],
    ['another name', { name: 'Lea' }],
    ['another address', { email: 'x@example.org' }],
  ])('is a conflict for the same key with %s', async (_what, change) => {
    const draft = replyDraft(thread, 'Une fois', { name: 'Lou' });
    await room.reception.submit(room.guest, draft, NOON);
    await expect(room.reception.submit(room.guest, { ...draft, ...change }, NOON)).rejects.toMatchObject({
      code: 'key-used',
    });
  });

  it('keeps keys of members and guests apart', async () => {
    const key = freshKey();
    const sent = await Promise.all(
      [room.guest, ada, moderator].map((who) =>
        room.reception.submit(who, replyDraft(thread, 'La même clé', { key }), NOON),
      ),
    );
    expect(new Set(sent.map(({ submission }) => submission)).size).toBe(3);
    expect(new Set(sent.map(({ token }) => token)).size).toBe(3);
  });

  it('makes one submission of a hundred parallel sends, held or not', async () => {
    for (const category of ['held', 'open']) {
      const draft = threadDraft(category, `Cent fois ${category}`, 'Un texte');
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => room.reception.submit(room.guest, draft, NOON)),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(
        await room.rows('select 1 from desk.submission where title = $1', [`Cent fois ${category}`]),
      ).toHaveLength(1);
      expect(await room.rows('select 1 from thread where title = $1', [`Cent fois ${category}`])).toHaveLength(
        category === 'open' ? 1 : 0,
      );
    }
  });

  it('is settled by the first of a hundred parallel sends of one key with a hundred texts', async () => {
    const key = freshKey();
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, (_, at) =>
        room.reception.submit(ada, replyDraft(thread, `Variante ${at}`, { key }), NOON),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await room.rows(`select 1 from desk.submission where source like 'Variante %'`)).toHaveLength(1);
  });
});

describe('newcomers', () => {
  it('are held until three of their posts were accepted', async () => {
    await room.category('trust', { hold: 'newcomers' });
    const lin = await room.member('Lin');
    const sent = await room.reception.submit(lin, threadDraft('trust', 'Premier sujet', 'Bonjour'), NOON);
    expect(sent.published).toBeNull();
    await room.decisions.decide(moderator, sent.submission, verdict('accept'), NOON);
    expect(
      await room.row('select accepted_count from private.account where member_id = $1', [lin.member?.id]),
    ).toEqual({ accepted_count: 1 });
  });
});
