import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, minutesAfter, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';
import { rowsWith } from '../rows-with.js';
import { until } from '../until.js';

let room: DeskRoom;
let ada: Visitor;
let nadia: Visitor;
let thread: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.category('held');
  ada = await room.member('Ada');
  nadia = await room.member('Nadia', 'moderator');
  thread = (await room.thread('held', 'Un sujet', 'Premier message', ada, nadia)).thread;
});
afterAll(() => room.close());

const CANARY = 'zibeline';

/** Where in the whole database the word still stands. */
async function whereIs(word: string): Promise<string[]> {
  const rows = await rowsWith(room.db.owner, word);
  return [...new Set(rows.map((row) => row.split(' ', 1)[0] ?? ''))];
}

/** So many wait for a lock that somebody else has. */
function waiting(many: number): Promise<void> {
  const asked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return until(async () => expect(await room.rows(asked)).toHaveLength(many));
}

async function sentBy(who: Visitor): Promise<{ id: string; token: string }> {
  const draft = threadDraft('held', `Titre ${CANARY}`, `Texte ${CANARY}`, {
    name: `Nom ${CANARY}`,
    email: `${CANARY}@example.org`,
  });
  const { submission, token } = await room.reception.submit(who, draft, NOON);
  return { id: submission, token };
}

describe('an author who withdraws what is not published', () => {
  it.each([
    ['waits', null],
    ['was returned', verdict('return', 2, { remark: 'À reprendre' })],
    ['was refused', verdict('refuse', 2)],
    ['was marked as spam', verdict('spam', 2)],
  ] as const)('erases every trace of it at once when it %s', async (_state, decision) => {
    const { id, token } = await sentBy(room.guest);
    await room.corrections.correct(
      { token },
      { title: `Autre titre ${CANARY}`, text: `Autre texte ${CANARY}`, version: 1, language: 'fr' },
      NOON,
    );
    if (decision !== null) await room.decisions.decide(nadia, id, decision, NOON);
    await room.db.owner.query('analyze');
    expect(await whereIs(CANARY)).toEqual(['desk.submission', 'desk.submission_version']);
    await room.withdrawals.withdraw({ token }, minutesAfter(1));
    expect(await whereIs(CANARY)).toEqual([]);
    expect(await room.own.one({ token })).toMatchObject({
      status: 'withdrawn',
      text: '',
      html: '',
      email: false,
      published: null,
    });
    expect(
      await room.row(
        `select decision, member_name, remark from desk.decision where submission_id = $1 order by id desc limit 1`,
        [id],
      ),
    ).toEqual({
      decision: 'withdraw',
      member_name: '',
      remark: null,
    });
    await expect(room.withdrawals.withdraw({ token }, NOON)).rejects.toMatchObject({ code: 'withdrawn-since' });
    await expect(
      room.corrections.correct({ token }, { title: 'Encore', text: 'Encore', version: 2, language: 'fr' }, NOON),
    ).rejects.toMatchObject({ code: 'withdrawn-since' });
    await expect(room.decisions.decide(nadia, id, verdict('accept', 2), NOON)).rejects.toMatchObject({
      code: decision === null ? 'withdrawn-since' : 'withdrawn-since',
    });
  });

  it('leaves the moderator a record without words', async () => {
    const { id, token } = await sentBy(room.guest);
    await room.withdrawals.withdraw({ token }, NOON);
    expect(await room.records.one(nadia, id)).toMatchObject({
      status: 'withdrawn',
      title: '',
      text: '',
      html: '',
      versions: [],
      author: { name: '' },
    });
  });

  it('is the only one who can', async () => {
    const { id, token } = await sentBy(ada);
    const bea = await room.member('Béa');
    await expect(room.withdrawals.withdraw({ author: bea, id }, NOON)).rejects.toMatchObject({ code: 'not-found' });
    await expect(room.withdrawals.withdraw({ author: room.guest, id }, NOON)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(room.withdrawals.withdraw({ token: token.toLowerCase() }, NOON)).rejects.toMatchObject({
      code: 'not-found',
    });
    await room.withdrawals.withdraw({ author: ada, id }, NOON);
    expect(await whereIs(CANARY)).toEqual([]);
  });
});

describe('an author who withdraws a published post', () => {
  async function published(who: Visitor): Promise<{ id: string; token: string; number: number }> {
    const { submission: id, token } = await room.reception.submit(
      who,
      replyDraft(thread, `Publié ${CANARY}`, { name: `Nom ${CANARY}` }),
      NOON,
    );
    await room.decisions.decide(nadia, id, verdict('accept'), NOON);
    const { number } = await room.row<{ number: number }>('select number from desk.submission where id = $1', [id]);
    return { id, token, number };
  }

  function editOf(number: number, version: number, text: string, follow?: string) {
    return {
      kind: 'edit' as const,
      thread,
      number,
      version,
      text,
      follow,
      name: '',
      email: '',
      key: `key-of-edit-${number}-${version}`,
      language: 'fr' as const,
    };
  }

  it('leaves a tombstone with its number and nothing of what was ever said there', async () => {
    const { id, token, number } = await published(room.guest);
    const edit = await room.reception.submit(room.guest, editOf(number, 0, `Mieux ${CANARY}`, token), NOON);
    await room.decisions.decide(nadia, edit.submission, verdict('accept'), NOON);
    await room.reception.submit(room.guest, editOf(number, 1, `Encore mieux ${CANARY}`, token), NOON);
    expect(await whereIs(CANARY)).toEqual([
      'desk.revision',
      'desk.submission',
      'desk.submission_version',
      'public.post',
      'public.searched',
    ]);
    const before = await room.row<{ post_count: number; last_number: number }>(
      'select post_count, last_number from thread where id = $1',
      [thread],
    );
    await room.withdrawals.withdraw({ token }, minutesAfter(1));
    expect(await whereIs(CANARY)).toEqual([]);
    expect(
      await room.row(
        `select author_id, author_name, author_role, source, html, excerpt, gone, gone_reason from post
          where thread_id = $1 and number = $2`,
        [thread, number],
      ),
    ).toEqual({
      author_id: null,
      author_name: '',
      author_role: 'guest',
      source: '',
      html: '',
      excerpt: '',
      gone: 'withdrawn',
      gone_reason: null,
    });
    expect(await room.row('select post_count, last_number from thread where id = $1', [thread])).toEqual({
      post_count: before.post_count - 1,
      last_number: before.last_number,
    });
    expect((await room.queue.page(nadia, undefined)).rows).toEqual([]);
    expect(await room.records.one(nadia, id)).toMatchObject({ status: 'withdrawn', versions: [] });
  });

  it('erases an edit, too, that was just being stored, with the title that stood when it was sent', async () => {
    const draft = threadDraft('held', `Titre ${CANARY}`, `Texte ${CANARY}`);
    const { submission: id } = await room.reception.submit(ada, draft, NOON);
    await room.decisions.decide(nadia, id, verdict('accept'), NOON);
    const place = await room.row<{ thread: number }>('select thread_id as thread from desk.submission where id = $1', [
      id,
    ]);
    const edit = { ...editOf(1, 0, 'Un autre texte'), ...place, key: 'key-of-an-edit-meanwhile' };
    await room.rows('begin');
    await room.rows('lock table desk.submission_version in share mode');
    const sent = room.reception.submit(ada, edit, NOON);
    await waiting(1);
    const withdrawn = room.withdrawals.withdraw({ author: ada, id }, NOON);
    await waiting(2);
    await room.rows('commit');
    await Promise.all([sent, withdrawn]);
    expect(await whereIs(CANARY)).toEqual([]);
    expect((await room.queue.page(nadia, undefined)).rows).toEqual([]);
  });

  it('can do so from the thread, as a member', async () => {
    const { number } = await published(ada);
    const bea = await room.member('Béatrice');
    await expect(room.withdrawals.withdrawPost(bea, thread, number, NOON)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(room.withdrawals.withdrawPost(room.guest, thread, number, NOON)).rejects.toMatchObject({
      code: 'not-found',
    });
    await room.withdrawals.withdrawPost(ada, thread, number, NOON);
    expect(await whereIs(CANARY)).toEqual([]);
  });

  it('erases it at the desk too when it was taken down before, and then it cannot come back', async () => {
    const { token, number } = await published(room.guest);
    await room.removals.takeDown(nadia, thread, number, { reason: 'other', remark: '' }, NOON);
    expect(await whereIs(CANARY)).toContain('desk.removed_post');
    const { post_count: count } = await room.row<{ post_count: number }>(
      'select post_count from thread where id = $1',
      [thread],
    );
    await room.withdrawals.withdraw({ token }, NOON);
    expect(await whereIs(CANARY)).toEqual([]);
    expect(await room.row('select post_count from thread where id = $1', [thread])).toEqual({ post_count: count });
    await expect(room.removals.restore(nadia, thread, number, NOON)).rejects.toMatchObject({ code: 'not-gone' });
  });

  it('takes the title with post 1', async () => {
    const own = await room.thread('held', `Titre ${CANARY}`, 'Un texte', ada, nadia);
    await room.withdrawals.withdraw({ token: own.token }, NOON);
    expect(await whereIs(CANARY)).toEqual([]);
    expect(await room.row('select title, slug, retired from thread where id = $1', [own.thread])).toEqual({
      title: '',
      slug: 'sujet',
      retired: true,
    });
  });

  it('twice at once has done it once', async () => {
    const { token, number } = await published(ada);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => room.withdrawals.withdraw({ token }, NOON)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      await room.rows(`select 1 from desk.decision where decision = 'withdraw' and thread_id = $1 and number = $2`, [
        thread,
        number,
      ]),
    ).toHaveLength(1);
    const { post_count: count } = await room.row<{ post_count: number }>(
      'select post_count from thread where id = $1',
      [thread],
    );
    expect(
      await room.row('select count(*)::int as post_count from post where thread_id = $1 and gone is null', [thread]),
    ).toEqual({ post_count: count });
  });
});
