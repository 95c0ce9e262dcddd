import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, freshKey, minutesAfter, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';

let room: DeskRoom;
let ada: Visitor;
let nadia: Visitor;
let omar: Visitor;
let elsewhere: Visitor;
let thread: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  const category = await room.category('held', { history: true });
  const other = await room.category('other');
  ada = await room.member('Ada');
  nadia = await room.member('Nadia', 'moderator');
  omar = await room.member('Omar', 'moderator', { moderates: [category] });
  elsewhere = await room.member('Zoé', 'moderator', { moderates: [other] });
  thread = (await room.thread('held', 'Un sujet', 'Premier message', ada, nadia)).thread;
});
afterAll(() => room.close());

async function waiting(text: string, who: Visitor = ada): Promise<{ id: string; token: string }> {
  const { submission, token } = await room.reception.submit(who, replyDraft(thread, text, { name: 'Lou' }), NOON);
  return { id: submission, token };
}

async function decided(
  text: string,
  what = verdict('accept'),
): Promise<{ id: string; token: string; decision: string }> {
  const sent = await waiting(text);
  return { ...sent, decision: (await room.decisions.decide(nadia, sent.id, what, minutesAfter(1))).id };
}

function submission(id: string): Promise<Record<string, unknown>> {
  return room.row(
    `select status, version, source, number, reason, reasons, remark, decided_at, decided_by from desk.submission
      where id = $1`,
    [id],
  );
}

async function numberOf(id: string): Promise<number> {
  return (await room.row<{ number: number }>('select number from desk.submission where id = $1', [id])).number;
}

function post(number: number, of = thread): Promise<Record<string, unknown>> {
  return room.row(
    `select source, html, excerpt, author_id, author_name, reply_to, edited_at, edited_by_team, gone, gone_reason,
      published_at, renderer_version
    from post where thread_id = $1 and number = $2`,
    [of, number],
  );
}

const WAITS = { status: 'waiting', reason: null, reasons: [], remark: null, decided_at: null, decided_by: null };

describe('undoing an acceptance', () => {
  it('leaves a tombstone without a reason, and the submission waits under its version', async () => {
    const { id, decision } = await decided('Trop vite');
    const number = await numberOf(id);
    const before = await room.row<{ post_count: number; last_number: number }>(
      'select post_count, last_number from thread where id = $1',
      [thread],
    );
    await expect(room.undo.undo(omar, decision, minutesAfter(2))).resolves.toMatchObject({ decision: 'undo' });
    expect(await submission(id)).toEqual({ ...WAITS, version: 1, source: 'Trop vite', number });
    expect(await post(number)).toMatchObject({
      source: '',
      html: '',
      excerpt: '',
      author_id: null,
      author_name: '',
      gone: 'taken-down',
      gone_reason: null,
    });
    expect(await room.row('select post_count, last_number from thread where id = $1', [thread])).toEqual({
      ...before,
      post_count: before.post_count - 1,
    });
    expect((await room.queue.page(nadia, undefined)).rows.map((card) => card.id)).toContain(id);
    expect(
      await room.rows(
        `select member_name as by, version, undoes::text from desk.decision where submission_id = $1
          and decision = $2`,
        [id, 'undo'],
      ),
    ).toEqual([{ by: 'Omar', version: 1, undoes: decision }]);
  });

  it('and accepting again brings it back under its number and date, with the words of now', async () => {
    const { id, token, decision } = await decided('Première rédaction');
    const number = await numberOf(id);
    const { published_at: at } = await post(number);
    await room.undo.undo(nadia, decision, minutesAfter(2));
    await room.corrections.correct(
      { token },
      { title: null, text: 'Seconde rédaction', version: 1, language: 'fr' },
      minutesAfter(3),
    );
    await room.decisions.decide(omar, id, verdict('accept', 2), minutesAfter(60));
    expect(await post(number)).toMatchObject({
      source: 'Seconde rédaction',
      gone: null,
      published_at: at,
      edited_at: null,
      edited_by_team: false,
    });
    expect(await submission(id)).toMatchObject({ status: 'published', number, version: 2 });
    await expect(room.undo.undo(nadia, decision, minutesAfter(61))).rejects.toMatchObject({ code: 'undone-already' });
  });

  it('of post 1 retires the thread, which comes back with its title', async () => {
    const opened = await room.thread('held', 'Sujet repris', 'Ouverture', ada, nadia);
    const { id } = await room.row<{ id: string }>(
      `select id::text from desk.decision where submission_id = $1 and decision = 'accept'`,
      [opened.submission],
    );
    await room.undo.undo(nadia, id, minutesAfter(1));
    expect(await room.row('select title, slug, retired from thread where id = $1', [opened.thread])).toEqual({
      title: '',
      slug: 'sujet',
      retired: true,
    });
    await room.decisions.decide(
      nadia,
      opened.submission,
      verdict('accept', 1, { title: 'Sujet rendu' }),
      minutesAfter(2),
    );
    expect(
      await room.row('select title, slug, retired, post_count from thread where id = $1', [opened.thread]),
    ).toEqual({ title: 'Sujet rendu', slug: 'sujet-rendu', retired: false, post_count: 1 });
    expect(await post(1, opened.thread)).toMatchObject({ source: 'Ouverture', edited_by_team: true });
  });

  it('with the team’s words puts the author’s words back, as a version of their own', async () => {
    const { id, decision } = await decided('Mes mots', verdict('accept', 1, { text: 'Nos mots' }));
    await room.undo.undo(nadia, decision, minutesAfter(2));
    expect(await submission(id)).toMatchObject({ ...WAITS, version: 3, source: 'Mes mots' });
    expect(
      await room.rows(
        `select version, source, written_by as by from desk.submission_version where submission_id = $1
          order by version`,
        [id],
      ),
    ).toEqual([
      { version: 1, source: 'Mes mots', by: 'author' },
      { version: 2, source: 'Nos mots', by: 'team' },
      { version: 3, source: 'Mes mots', by: 'author' },
    ]);
    await room.decisions.decide(nadia, id, verdict('accept', 3), minutesAfter(3));
    expect(await post(await numberOf(id))).toMatchObject({ source: 'Mes mots', edited_by_team: false });
  });

  it('takes the answer that was given with it back as well, and nothing of it is lost', async () => {
    const { id, decision } = await decided('Une question', verdict('accept', 1, { reply: 'Une **réponse**' }));
    const number = await numberOf(id);
    expect(await post(number + 1)).toMatchObject({
      source: 'Une **réponse**',
      author_id: nadia.member?.id,
      reply_to: number,
    });
    await room.undo.undo(nadia, decision, minutesAfter(2));
    for (const each of [number, number + 1])
      expect(await post(each)).toMatchObject({ source: '', gone: 'taken-down' });
    const [answer] = await room.rows<{ id: string; status: string; source: string }>(
      'select id, status, source from desk.submission where thread_id = $1 and number = $2',
      [thread, number + 1],
    );
    expect(answer).toMatchObject({ status: 'waiting', source: 'Une **réponse**' });
    await room.decisions.decide(omar, id, verdict('accept'), minutesAfter(3));
    await room.decisions.decide(omar, answer?.id ?? '', verdict('accept'), minutesAfter(3));
    expect(await post(number + 1)).toMatchObject({ source: 'Une **réponse**', reply_to: number, gone: null });
  });

  it('is too late once the post was taken down or edited, until that is undone', async () => {
    const { id, decision } = await decided('Encore un');
    const number = await numberOf(id);
    const removal = await room.removals.takeDown(
      nadia,
      thread,
      number,
      { reason: 'insult', remark: '' },
      minutesAfter(2),
    );
    await expect(room.undo.undo(nadia, decision, minutesAfter(3))).rejects.toMatchObject({ code: 'decided-since' });
    await room.undo.undo(nadia, removal.id, minutesAfter(4));
    expect(await post(number)).toMatchObject({ source: 'Encore un', gone: null });
    await room.undo.undo(nadia, decision, minutesAfter(5));
    expect(await submission(id)).toMatchObject(WAITS);
  });

  it('can be withdrawn by its author while it waits again, and then nothing of it is left', async () => {
    const { id, token, decision } = await decided('À effacer zqundone');
    const number = await numberOf(id);
    await room.undo.undo(nadia, decision, minutesAfter(2));
    await room.withdrawals.withdraw({ token }, minutesAfter(3));
    expect(await post(number)).toMatchObject({ gone: 'withdrawn', source: '' });
    const { dump } = await room.row<{ dump: string }>(
      `select concat((select string_agg(s::text, ' ') from desk.submission s), (select string_agg(v::text, ' ')
        from desk.submission_version v), (select string_agg(p::text, ' ') from post p)) as dump`,
    );
    expect(dump).not.toContain('zqundone');
    await expect(room.undo.undo(nadia, decision, minutesAfter(4))).rejects.toMatchObject({ code: 'undone-already' });
  });
});

describe('undoing an accepted edit', () => {
  it('puts the text, title and marks of before back, and the edit can be accepted again', async () => {
    const opened = await room.thread('held', 'Titre un', 'Texte un[[note]]', ada, nadia);
    const before = await post(1, opened.thread);
    const edit = (text: string, title: string) => ({
      kind: 'edit' as const,
      thread: opened.thread,
      number: 1,
      version: 0,
      text,
      title,
      name: '',
      email: '',
      key: freshKey(),
      language: 'fr' as const,
    });
    const first = await room.reception.submit(ada, edit('Texte deux', 'Titre deux'), minutesAfter(1));
    const other = await room.reception.submit(ada, edit('Texte trois', 'Titre trois'), minutesAfter(1));
    const { id } = await room.decisions.decide(nadia, first.submission, verdict('accept'), minutesAfter(2));
    await room.undo.undo(omar, id, minutesAfter(3));
    expect(await post(1, opened.thread)).toEqual(before);
    expect(await room.row('select title, slug from thread where id = $1', [opened.thread])).toEqual({
      title: 'Titre un',
      slug: 'titre-un',
    });
    for (const table of ['desk.revision', 'revision'])
      expect(await room.rows(`select 1 from ${table} where thread_id = $1`, [opened.thread])).toEqual([]);
    expect(await submission(first.submission)).toMatchObject({ ...WAITS, source: 'Texte deux' });
    await room.decisions.decide(nadia, other.submission, verdict('accept'), minutesAfter(4));
    expect(await post(1, opened.thread)).toMatchObject({ source: 'Texte trois' });
    await expect(
      room.decisions.decide(nadia, first.submission, verdict('accept'), minutesAfter(5)),
    ).rejects.toMatchObject({ code: 'changed-under-edit' });
  });
});

describe('undoing what was set aside', () => {
  it.each(['return', 'refuse', 'spam'] as const)('(%s) puts it back to the queue', async (decision) => {
    const {
      id,
      token,
      decision: row,
    } = await decided(`Mis de côté ${decision}`, verdict(decision, 1, { remark: 'Un mot' }));
    await room.undo.undo(omar, row, minutesAfter(2));
    expect(await submission(id)).toMatchObject({ ...WAITS, version: 1 });
    expect(await room.own.one({ token })).toMatchObject({
      status: 'waiting',
      reasons: [],
      remark: null,
      decidedAt: null,
    });
    await room.decisions.decide(nadia, id, verdict('accept'), minutesAfter(3));
    await expect(room.undo.undo(omar, row, minutesAfter(4))).rejects.toMatchObject({ code: 'undone-already' });
  });

  it('is too late when its author has corrected or withdrawn it since', async () => {
    const returned = await decided('À corriger', verdict('return'));
    await room.corrections.correct(
      { author: ada, id: returned.id },
      { title: null, text: 'Corrigé', version: 1, language: 'fr' },
      minutesAfter(2),
    );
    await expect(room.undo.undo(nadia, returned.decision, minutesAfter(3))).rejects.toMatchObject({
      code: 'corrected-since',
      detail: { version: 2, read: 1 },
    });
    const refused = await decided('À retirer', verdict('refuse'));
    await room.withdrawals.withdraw({ author: ada, id: refused.id }, minutesAfter(2));
    await expect(room.undo.undo(nadia, refused.decision, minutesAfter(3))).rejects.toMatchObject({
      code: 'withdrawn-since',
    });
  });
});

describe('undoing a removal', () => {
  it('restores what was taken down, and takes down again for the same reason what was restored', async () => {
    const { id } = await decided('Va et vient');
    const number = await numberOf(id);
    const before = await post(number);
    const down = await room.removals.takeDown(
      nadia,
      thread,
      number,
      { reason: 'insult', remark: 'Note' },
      minutesAfter(2),
    );
    await room.undo.undo(nadia, down.id, minutesAfter(3));
    expect(await post(number)).toEqual(before);
    await room.removals.takeDown(
      nadia,
      thread,
      number,
      { reason: 'personal-data', remark: 'Une plaque' },
      minutesAfter(4),
    );
    const up = await room.removals.restore(nadia, thread, number, minutesAfter(5));
    await room.undo.undo(omar, up.id, minutesAfter(6));
    expect(await post(number)).toMatchObject({ gone: 'taken-down', gone_reason: 'personal-data', source: '' });
    expect(
      await room.row('select reason, remark from desk.removed_post where thread_id = $1 and number = $2', [
        thread,
        number,
      ]),
    ).toEqual({ reason: 'personal-data', remark: 'Une plaque' });
  });
});

describe('an undo', () => {
  it('outside of one’s categories, of nothing, or by nobody who moderates, finds nothing', async () => {
    const { id, decision } = await decided('Pas la vôtre');
    for (const who of [elsewhere, ada, room.guest])
      await expect(room.undo.undo(who, decision, NOON)).rejects.toMatchObject({ code: 'not-found' });
    await expect(room.undo.undo(nadia, '999999999', NOON)).rejects.toMatchObject({ code: 'not-found' });
    expect(await submission(id)).toMatchObject({ status: 'published' });
  });

  it('cannot be undone, and neither can a withdrawal', async () => {
    const { id, decision } = await decided('Défaire et refaire', verdict('spam'));
    const undone = await room.undo.undo(nadia, decision, minutesAfter(2));
    await expect(room.undo.undo(nadia, undone.id, minutesAfter(3))).rejects.toMatchObject({ code: 'cannot-undo' });
    await room.withdrawals.withdraw({ author: ada, id }, minutesAfter(3));
    const { id: row } = await room.row<{ id: string }>(
      `select id::text from desk.decision where submission_id = $1 and decision = 'withdraw'`,
      [id],
    );
    await expect(room.undo.undo(nadia, row, minutesAfter(4))).rejects.toMatchObject({ code: 'cannot-undo' });
  });

  it('sent many times at once by two moderators happens exactly once', async () => {
    for (const what of [verdict('accept'), verdict('refuse'), verdict('accept', 1, { text: 'Autrement' })]) {
      const { id, decision } = await decided('Une fois', what);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, at) => room.undo.undo(at % 2 === 0 ? nadia : omar, decision, minutesAfter(2))),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'undone-already' });
      expect(await room.rows('select 1 from desk.decision where undoes = $1', [decision])).toHaveLength(1);
      expect(await submission(id)).toMatchObject({ status: 'waiting' });
    }
  });

  it('against a new decision at the same moment leaves exactly one order of the two', async () => {
    for (let round = 0; round < 25; round += 1) {
      const { id, decision } = await decided(`Course ${round}`);
      const number = await numberOf(id);
      const [undo, down] = await Promise.allSettled([
        room.undo.undo(nadia, decision, minutesAfter(2)),
        room.removals.takeDown(omar, thread, number, { reason: 'other', remark: '' }, minutesAfter(2)),
      ]);
      expect([undo.status, down.status].toSorted()).toEqual(['fulfilled', 'rejected']);
      if (undo.status === 'rejected') expect(undo.reason).toMatchObject({ code: 'decided-since' });
      if (down.status === 'rejected') expect(down.reason).toMatchObject({ code: 'already-gone' });
      expect(await submission(id)).toMatchObject({ status: undo.status === 'fulfilled' ? 'waiting' : 'published' });
      expect(
        await room.rows('select 1 from desk.removed_post where thread_id = $1 and number = $2', [thread, number]),
      ).toHaveLength(down.status === 'fulfilled' ? 1 : 0);
    }
  });

  it('of a new thread’s refusal lets it be published as if nothing had happened', async () => {
    const { submission: id } = await room.reception.submit(
      room.guest,
      threadDraft('held', 'Sujet refusé', 'Un texte'),
      NOON,
    );
    const { id: row } = await room.decisions.decide(nadia, id, verdict('refuse'), minutesAfter(1));
    await room.undo.undo(nadia, row, minutesAfter(2));
    await room.decisions.decide(nadia, id, verdict('accept'), minutesAfter(3));
    expect(await submission(id)).toMatchObject({ status: 'published', number: 1 });
  });
});
