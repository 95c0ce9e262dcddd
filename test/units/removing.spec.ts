import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, minutesAfter, NOON, replyDraft, verdict } from '../desk-room.js';

let room: DeskRoom;
let ada: Visitor;
let nadia: Visitor;
let elsewhere: Visitor;
let thread: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.category('held');
  const other = await room.category('other');
  ada = await room.member('Ada');
  nadia = await room.member('Nadia', 'moderator');
  elsewhere = await room.member('Zoé', 'moderator', { moderates: [other] });
  thread = (await room.thread('held', 'Un sujet', 'Premier[[une note]]', ada, nadia)).thread;
  for (const text of ['Deuxième', 'Troisième']) {
    const { submission } = await room.reception.submit(ada, replyDraft(thread, text, { replyTo: 1 }), NOON);
    await room.decisions.decide(nadia, submission, verdict('accept'), minutesAfter(text.length));
  }
});
afterAll(() => room.close());

const WHY = { reason: 'personal-data' as const, remark: 'Une plaque' };

/** All that the public can read of the thread, without the counters of changes, which only go up. */
async function public_(): Promise<unknown> {
  return {
    thread: await room.row(
      'select title, slug, retired, post_count, last_number, published_at, last_post_at from thread where id = $1',
      [thread],
    ),
    posts: await room.rows(`select to_jsonb(p) - 'change' as post from post p where thread_id = $1 order by number`, [
      thread,
    ]),
    category: await room.row(`select thread_count, post_count from category where slug = 'held'`),
  };
}

describe('a post that is taken down', () => {
  it.each([1, 2, 3])('and restored is exactly what it was (number %i)', async (number) => {
    const before = await public_();
    const { changes } = await room.row<{ changes: number }>('select changes from thread where id = $1', [thread]);
    await room.removals.takeDown(nadia, thread, number, WHY, minutesAfter(60));
    const { gone, gone_reason, source, html, excerpt, author_id, author_name, reply_to, change } = await room.row<
      Record<string, unknown>
    >('select * from post where thread_id = $1 and number = $2', [thread, number]);
    expect({ gone, gone_reason, source, html, excerpt, author_id, author_name, reply_to, change }).toEqual({
      gone: 'taken-down',
      gone_reason: 'personal-data',
      source: '',
      html: '',
      excerpt: '',
      author_id: null,
      author_name: '',
      reply_to: null,
      change: changes + 1,
    });
    expect(await room.row('select post_count, last_number from thread where id = $1', [thread])).toEqual({
      post_count: 2,
      last_number: 3,
    });
    expect(await room.row('select title, retired from thread where id = $1', [thread])).toEqual(
      number === 1 ? { title: '', retired: true } : { title: 'Un sujet', retired: false },
    );
    await room.removals.restore(nadia, thread, number, minutesAfter(61));
    expect(await public_()).toEqual(before);
    expect(await room.row('select change from post where thread_id = $1 and number = $2', [thread, number])).toEqual({
      change: changes + 2,
    });
    expect(await room.rows('select 1 from desk.removed_post')).toEqual([]);
  });

  it('is no longer the last of its thread', async () => {
    const { last_post_at: before } = await room.row<{ last_post_at: Date }>(
      'select last_post_at from thread where id = $1',
      [thread],
    );
    await room.removals.takeDown(nadia, thread, 3, WHY, NOON);
    const { last_post_at: after } = await room.row<{ last_post_at: Date }>(
      'select last_post_at from thread where id = $1',
      [thread],
    );
    expect(after.getTime()).toBeLessThan(before.getTime());
    await room.removals.restore(nadia, thread, 3, NOON);
  });

  it('shows its author why, and what the team said about it', async () => {
    await room.removals.takeDown(nadia, thread, 2, WHY, NOON);
    const [{ id = '' } = {}] = await room.rows<{ id: string }>(
      `select id from desk.submission where thread_id = $1 and number = 2`,
      [thread],
    );
    const followed = await room.own.one({ author: ada, id });
    expect(followed).toMatchObject({
      status: 'published',
      published: null,
      takenDown: { reason: 'personal-data' },
      text: 'Deuxième',
      remark: 'Une plaque',
    });
    expect(await room.removedPosts.one(nadia, thread, 2)).toMatchObject({
      html: '<p>Deuxième</p>',
      author: { name: 'Ada' },
      removed: { by: 'Nadia', remark: 'Une plaque' },
    });
    await room.removals.restore(nadia, thread, 2, NOON);
  });

  it('needs a reason, a moderator of its category, and to stand', async () => {
    await expect(room.removals.takeDown(nadia, thread, 2, { reason: null, remark: '' }, NOON)).rejects.toMatchObject({
      fields: { reason: 'reason-missing' },
    });
    for (const who of [elsewhere, ada, room.guest]) {
      await expect(room.removals.takeDown(who, thread, 2, WHY, NOON)).rejects.toMatchObject({ code: 'not-found' });
      await expect(room.removals.restore(who, thread, 2, NOON)).rejects.toMatchObject({ code: 'not-found' });
      expect(await room.removedPosts.one(who, thread, 2)).toBeNull();
    }
    await expect(room.removals.takeDown(nadia, thread, 99, WHY, NOON)).rejects.toMatchObject({ code: 'not-found' });
    await expect(room.removals.takeDown(nadia, 99, 1, WHY, NOON)).rejects.toMatchObject({ code: 'not-found' });
    await expect(room.removals.restore(nadia, thread, 2, NOON)).rejects.toMatchObject({ code: 'not-gone' });
  });

  it('is taken down and restored by many at once without a wrong count', async () => {
    const { changes } = await room.row<{ changes: number }>('select changes from thread where id = $1', [thread]);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, at) =>
        at % 2 === 0
          ? room.removals.takeDown(nadia, thread, 2, WHY, NOON)
          : room.removals.restore(nadia, thread, 2, NOON),
      ),
    );
    const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect((outcome.reason as { code: string }).code).toMatch(/^(already-gone|not-gone)$/);
    const { gone } = await room.row<{ gone: string | null }>(
      'select gone from post where thread_id = $1 and number = 2',
      [thread],
    );
    expect(done % 2).toBe(gone === null ? 0 : 1);
    expect(await room.row('select changes, post_count from thread where id = $1', [thread])).toEqual({
      changes: changes + done,
      post_count: gone === null ? 3 : 2,
    });
    expect(
      await room.rows(
        `select 1 from desk.decision where decision in ('take-down', 'restore') and thread_id = $1 and number = 2`,
        [thread],
      ),
    ).toHaveLength(done + 2 + 2);
    if (gone !== null) await room.removals.restore(nadia, thread, 2, NOON);
  });

  it('meets an edit that is accepted at the same moment without either waiting for the other for ever', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { change } = await room.row<{ change: number }>(
        'select change from post where thread_id = $1 and number = 2',
        [thread],
      );
      const edit = {
        kind: 'edit' as const,
        thread,
        number: 2,
        version: change,
        text: `Tour ${round}`,
        name: '',
        email: '',
        key: `key-of-round-${round}`,
        language: 'fr' as const,
      };
      const { submission } = await room.reception.submit(ada, edit, NOON);
      const outcomes = await Promise.allSettled([
        room.decisions.decide(nadia, submission, verdict('accept'), NOON),
        room.removals.takeDown(nadia, thread, 2, WHY, NOON),
      ]);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect((outcome.reason as { code: string }).code).toBe('already-gone');
      await room.removals.restore(nadia, thread, 2, NOON);
      await room.decisions
        .decide(nadia, submission, verdict('accept'), NOON)
        .catch((problem: { code: string }) => expect(problem.code).toBe('already-decided'));
      expect(await room.row('select source from post where thread_id = $1 and number = 2', [thread])).toEqual({
        source: `Tour ${round}`,
      });
    }
  });
});
