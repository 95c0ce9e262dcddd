import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, minutesAfter, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';

let room: DeskRoom;
let ada: Visitor;
let nadia: Visitor;
let omar: Visitor;
let elsewhere: Visitor;
let thread: number;
let category: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  category = await room.category('held');
  const other = await room.category('other');
  ada = await room.member('Ada');
  nadia = await room.member('Nadia', 'moderator');
  omar = await room.member('Omar', 'moderator', { moderates: [category] });
  elsewhere = await room.member('Zoé', 'moderator', { moderates: [other] });
  thread = (await room.thread('held', 'Un sujet', 'Premier message', ada, nadia)).thread;
});
afterAll(() => room.close());

async function waiting(text: string, who: Visitor = room.guest): Promise<{ id: string; token: string }> {
  const { submission, token } = await room.reception.submit(who, replyDraft(thread, text, { name: 'Lou' }), NOON);
  return { id: submission, token };
}

function state(id: string): Promise<{ status: string; version: number; source: string; number: number | null }> {
  return room.row('select status, version, source, number from desk.submission where id = $1', [id]);
}

function log(id: string): Promise<unknown[]> {
  return room.rows(
    `select decision, member_name as by, version, reason, reasons, remark from desk.decision where submission_id = $1
      order by id`,
    [id],
  );
}

async function posts(): Promise<number> {
  return (await room.row<{ posts: number }>('select count(*)::int as posts from post')).posts;
}

describe('a decision', () => {
  it('to accept publishes the version that was read, and is signed in the log', async () => {
    const { id, token } = await waiting('À publier');
    await expect(room.decisions.decide(omar, id, verdict('accept'), minutesAfter(30))).resolves.toMatchObject({
      decision: 'accept',
    });
    const { number } = await state(id);
    expect(
      await room.row(
        `select source, author_name, written_at, published_at, edited_at from post where thread_id = $1
          and number = $2`,
        [thread, number],
      ),
    ).toEqual({
      source: 'À publier',
      author_name: 'Lou',
      written_at: NOON,
      published_at: minutesAfter(30),
      edited_at: null,
    });
    expect(await log(id)).toEqual([
      { decision: 'accept', by: 'Omar', version: 1, reason: null, reasons: [], remark: null },
    ]);
    expect(await room.own.one({ token })).toMatchObject({
      status: 'published',
      published: { thread, number, slug: 'un-sujet', change: 0 },
    });
  });

  it("to edit and accept publishes the team's words and keeps the author's", async () => {
    const { id } = await waiting('Une injure et une idée');
    await room.decisions.decide(nadia, id, verdict('accept', 1, { text: 'Une idée\r\n' }), minutesAfter(3));
    const { number, ...rest } = await state(id);
    expect(rest).toEqual({ status: 'published', version: 2, source: 'Une idée' });
    expect(
      await room.row('select source, html, edited_by_team, edited_at from post where thread_id = $1 and number = $2', [
        thread,
        number,
      ]),
    ).toEqual({
      source: 'Une idée',
      html: '<p>Une idée</p>',
      edited_by_team: true,
      edited_at: minutesAfter(3),
    });
    expect(
      await room.rows(
        'select version, source, written_by from desk.submission_version where submission_id = $1 order by version',
        [id],
      ),
    ).toEqual([
      { version: 1, source: 'Une injure et une idée', written_by: 'author' },
      { version: 2, source: 'Une idée', written_by: 'team' },
    ]);
    expect(await log(id)).toEqual([
      { decision: 'edit-and-accept', by: 'Nadia', version: 2, reason: null, reasons: [], remark: null },
    ]);
  });

  it('to accept with the very words that wait is a plain acceptance', async () => {
    const { id } = await waiting('Deux\nlignes');
    await expect(
      room.decisions.decide(nadia, id, verdict('accept', 1, { text: 'Deux\r\nlignes\r\n' }), NOON),
    ).resolves.toMatchObject({ decision: 'accept' });
    expect((await state(id)).version).toBe(1);
  });

  it('to accept with an empty field is a plain acceptance: nobody publishes nothing', async () => {
    const { id } = await waiting('Deux\nlignes');
    await expect(room.decisions.decide(nadia, id, verdict('accept', 1, { text: '  ' }), NOON)).resolves.toMatchObject({
      decision: 'accept',
    });
    expect((await state(id)).version).toBe(1);
  });

  it('to edit and accept a thread can change its title alone', async () => {
    const { submission } = await room.reception.submit(
      room.guest,
      threadDraft('held', 'TITRE CRIÉ', 'Un texte'),
      NOON,
    );
    await room.decisions.decide(
      nadia,
      submission,
      verdict('accept', 1, { title: 'Titre dit', text: 'Un texte' }),
      NOON,
    );
    expect(await room.rows(`select title, slug from thread where title ilike 'titre%'`)).toEqual([
      { title: 'Titre dit', slug: 'titre-dit' },
    ]);
  });

  it.each([
    ['return', 'returned', { remark: 'Sans les noms, merci.' }, { reasons: [], remark: 'Sans les noms, merci.' }],
    [
      'refuse',
      'refused',
      { reasons: ['insult', 'nothing-known', 'unsourced', 'insult'], remark: 'Deux fois.' },
      { reasons: ['insult', 'unsourced'], remark: 'Deux fois.' },
    ],
    ['spam', 'spam', {}, { reasons: [], remark: null }],
  ] as const)('to %s publishes nothing and reaches the author', async (decision, status, more, said) => {
    const { id, token } = await waiting(`Pour ${decision}`);
    const before = await posts();
    await room.decisions.decide(nadia, id, verdict(decision, 1, more), minutesAfter(4));
    expect(await posts()).toBe(before);
    expect(await room.own.one({ token })).toMatchObject({
      status,
      ...said,
      text: `Pour ${decision}`,
      decidedAt: minutesAfter(4),
      published: null,
    });
    expect(await log(id)).toEqual([{ decision, by: 'Nadia', version: 1, reason: said.reasons[0] ?? null, ...said }]);
  });

  it('to refuse needs a reason, and without one nothing has happened', async () => {
    const { id } = await waiting('Sans motif');
    await expect(room.decisions.decide(nadia, id, verdict('refuse', 1, { reasons: [] }), NOON)).rejects.toMatchObject({
      fields: { reason: 'reason-missing' },
    });
    expect((await state(id)).status).toBe('waiting');
  });

  it("about another category's submission finds nothing and changes nothing", async () => {
    const { id } = await waiting('Pas la vôtre');
    for (const decision of ['accept', 'return', 'refuse', 'spam'] as const) {
      for (const who of [elsewhere, ada, room.guest]) {
        await expect(room.decisions.decide(who, id, verdict(decision), NOON)).rejects.toMatchObject({
          code: 'not-found',
        });
      }
    }
    expect(await state(id)).toMatchObject({ status: 'waiting', version: 1 });
    expect(await room.records.one(elsewhere, id)).toBeNull();
    expect((await room.queue.page(elsewhere, undefined)).rows).toEqual([]);
    expect(await room.queue.waiting(elsewhere, NOON)).toBe(0);
    expect(await room.queue.waiting(omar, NOON)).toBeGreaterThan(0);
  });

  it('that comes second is told who decided and when', async () => {
    const { id } = await waiting('Deux à la fois');
    await room.decisions.decide(omar, id, verdict('spam'), minutesAfter(1));
    const lost = room.decisions.decide(nadia, id, verdict('accept'), minutesAfter(2));
    await expect(lost).rejects.toMatchObject({
      code: 'already-decided',
      detail: { by: 'Omar', at: minutesAfter(1).getTime(), status: 'spam' },
    });
    expect(await log(id)).toHaveLength(1);
  });

  it('about a text that its author has corrected meanwhile is not taken', async () => {
    const { id, token } = await waiting('Avec une faute');
    await room.corrections.correct(
      { token },
      { title: null, text: 'Sans faute', version: 1, language: 'fr' },
      minutesAfter(1),
    );
    await expect(room.decisions.decide(nadia, id, verdict('accept'), NOON)).rejects.toMatchObject({
      code: 'corrected-since',
      detail: { version: 2, read: 1 },
    });
    await room.decisions.decide(nadia, id, verdict('accept', 2), NOON);
    expect(await state(id)).toMatchObject({ status: 'published', source: 'Sans faute' });
  });

  it('taken a hundred times at once by two people, each another way, happens once', async () => {
    const { id } = await waiting('Course');
    const kinds = ['accept', 'return', 'refuse', 'spam'] as const;
    const before = await posts();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, at) =>
        room.decisions.decide(
          at % 2 === 0 ? nadia : omar,
          id,
          verdict(kinds[at % 4] ?? 'spam', 1, at % 8 === 0 ? { text: `Autre texte ${at}` } : {}),
          NOON,
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map(({ reason }) => (reason as { code: string }).code);
    expect(new Set(lost)).toEqual(new Set(['already-decided']));
    expect(await log(id)).toHaveLength(1);
    expect((await posts()) - before).toBe((await state(id)).status === 'published' ? 1 : 0);
  });

  it('to accept, a hundred at once in one thread, gives each its own number without a gap', async () => {
    const sent = await Promise.all(Array.from({ length: 100 }, (_, at) => waiting(`Cent ${at}`)));
    const { last_number: last } = await room.row<{ last_number: number }>(
      'select last_number from thread where id = $1',
      [thread],
    );
    await Promise.all(
      sent.map(({ id }, at) => room.decisions.decide(at % 2 === 0 ? nadia : omar, id, verdict('accept'), NOON)),
    );
    const numbers = await room.rows<{ number: number }>(
      'select number from post where thread_id = $1 and number > $2 order by number',
      [thread, last],
    );
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, at) => last + at + 1));
    expect(await room.row('select last_number, post_count from thread where id = $1', [thread])).toEqual({
      last_number: last + 100,
      post_count: last + 100,
    });
  });

  it('to accept a reply writes it once, with the place where it stands', async () => {
    const { id } = await waiting('En une fois');
    const updates = `select pg_stat_get_xact_tuples_updated('desk.submission'::regclass)::int as n`;
    const written = await room.db.writer.transaction(async (tx) => {
      const [before] = await tx.query<{ n: number }>(updates);
      await room.decisions.decideIn(tx, omar, { id, verdict: verdict('accept') }, NOON);
      const [after] = await tx.query<{ n: number }>(updates);
      return (after?.n ?? 0) - (before?.n ?? 0);
    });
    expect(written).toBe(1);
    const { status, number } = await state(id);
    expect([status, number]).toEqual(['published', expect.any(Number)]);
  });

  it('to accept a reply follows it into the thread that it was moved to since it was read', async () => {
    const moved = await room.thread('held', 'Un autre sujet', 'Premier message', ada, nadia);
    const { id } = await waiting('Déplacée entre-temps');
    await room.rows('update desk.submission set thread_id = $2 where id = $1', [id, moved.thread]);
    await room.decisions.decide(omar, id, verdict('accept'), NOON);
    expect(await room.row('select thread_id as thread, number from desk.submission where id = $1', [id])).toEqual({
      thread: moved.thread,
      number: 2,
    });
  });

  it('that cannot be carried out any more leaves the submission waiting with its text', async () => {
    const gone = await room.thread('held', 'Bientôt retiré', 'Premier', ada, nadia);
    const { submission } = await room.reception.submit(ada, replyDraft(gone.thread, 'Trop tard'), NOON);
    await room.removals.takeDown(nadia, gone.thread, 1, { reason: 'other', remark: '' }, NOON);
    await expect(room.decisions.decide(nadia, submission, verdict('accept'), NOON)).rejects.toMatchObject({
      code: 'thread-gone',
    });
    expect(await state(submission)).toMatchObject({ status: 'waiting', source: 'Trop tard', version: 1 });
  });

  it('is still taken, and carried out, about what waited when its category or its thread was closed', async () => {
    const { id } = await waiting('Envoyé à temps');
    await room.rows('update category set closed = true, closes_after = 1 where id = $1', [category]);
    const later = minutesAfter(3 * 24 * 60);
    await expect(room.reception.submit(ada, replyDraft(thread, 'Envoyé trop tard'), later)).rejects.toMatchObject({
      code: 'closed',
    });
    await expect(room.decisions.decide(nadia, id, verdict('accept'), later)).resolves.toMatchObject({
      decision: 'accept',
    });
    expect((await state(id)).status).toBe('published');
    await room.rows('update category set closed = false, closes_after = null where id = $1', [category]);
  });
});

describe('the log', () => {
  it('cannot be changed, not even by the owner of the tables', async () => {
    await expect(room.rows(`update desk.decision set remark = 'autre'`)).rejects.toThrow('append-only');
    await expect(room.rows('delete from desk.decision')).rejects.toThrow('append-only');
    await expect(room.rows('truncate desk.decision')).rejects.toThrow('append-only');
    await expect(room.db.writer.query('delete from desk.decision')).rejects.toThrow('permission denied');
  });
});
