import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, minutesAfter, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';

let room: DeskRoom;
let ada: Visitor;
let nadia: Visitor;
let omar: Visitor;
let thread: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.category('two', { agreement: 2 });
  ada = await room.member('Ada');
  nadia = await room.member('Nadia', 'moderator');
  omar = await room.member('Omar', 'administrator', { moderates: null });
  const { submission } = await room.reception.submit(ada, threadDraft('two', 'Un sujet', 'Premier message'), NOON);
  await room.decisions.decide(nadia, submission, verdict('accept'), NOON);
  await room.decisions.decide(omar, submission, verdict('accept'), NOON);
  thread = (
    await room.row<{ thread: number }>('select thread_id as thread from desk.submission where id = $1', [submission])
  ).thread;
});
afterAll(() => room.close());

async function waiting(text: string): Promise<{ id: string; token: string }> {
  const { submission, token } = await room.reception.submit(ada, replyDraft(thread, text), NOON);
  return { id: submission, token };
}

function logged(id: string): Promise<unknown[]> {
  return room.rows(
    'select decision, member_name as by, version from desk.decision where submission_id = $1 order by id',
    [id],
  );
}

async function status(id: string): Promise<string> {
  return (await room.row<{ status: string }>('select status from desk.submission where id = $1', [id])).status;
}

async function postsOf(source: string): Promise<number> {
  return (await room.rows('select 1 from post where source = $1', [source])).length;
}

async function cardOf(id: string) {
  const pages = await Promise.all(
    [{}, { colleague: true as const }].map((filter) => room.queue.page(nadia, undefined, { filter, now: NOON })),
  );
  return pages.flatMap(({ rows }) => rows).find((card) => card.id === id)?.agreement;
}

describe('where two moderators must agree', () => {
  it('the first agreement publishes nothing, stands in the log and on the card, and the second one publishes', async () => {
    const { id } = await waiting('À deux');
    expect(await cardOf(id)).toMatchObject({ needed: 2, agreed: [] });
    await expect(room.decisions.decide(nadia, id, verdict('accept'), minutesAfter(1))).resolves.toMatchObject({
      decision: 'agree',
    });
    expect([await status(id), await postsOf('À deux')]).toEqual(['waiting', 0]);
    expect(await cardOf(id)).toMatchObject({ needed: 2, agreed: ['Nadia'] });
    await expect(room.decisions.decide(omar, id, verdict('accept'), minutesAfter(2))).resolves.toMatchObject({
      decision: 'accept',
    });
    expect([await status(id), await postsOf('À deux')]).toEqual(['published', 1]);
    expect(await logged(id)).toEqual([
      { decision: 'agree', by: 'Nadia', version: 1 },
      { decision: 'accept', by: 'Omar', version: 1 },
    ]);
    expect(await room.rows('select 1 from desk.agreement where submission_id = $1', [id])).toEqual([]);
  });

  it.each(['refuse', 'return', 'spam'] as const)(
    'to %s needs one only, even after somebody agreed',
    async (decision) => {
      const { id } = await waiting(`Un seul pour ${decision}`);
      await room.decisions.decide(nadia, id, verdict('accept'), NOON);
      await room.decisions.decide(omar, id, verdict(decision), NOON);
      expect(await status(id)).not.toBe('waiting');
      expect(await room.rows('select 1 from desk.agreement where submission_id = $1', [id])).toEqual([]);
    },
  );

  it('a correction by the author starts again', async () => {
    const { id, token } = await waiting('Avec une faute');
    await room.decisions.decide(nadia, id, verdict('accept'), NOON);
    await room.corrections.correct({ token }, { title: null, text: 'Sans faute', version: 1, language: 'fr' }, NOON);
    await expect(room.decisions.decide(omar, id, verdict('accept', 1), NOON)).rejects.toMatchObject({
      code: 'corrected-since',
    });
    expect(await cardOf(id)).toMatchObject({ needed: 2, agreed: [] });
    await expect(room.decisions.decide(omar, id, verdict('accept', 2), NOON)).resolves.toMatchObject({
      decision: 'agree',
    });
    await expect(room.decisions.decide(nadia, id, verdict('accept', 2), NOON)).resolves.toMatchObject({
      decision: 'accept',
    });
  });

  it("other words of the second person's are the next version, which they agree with and the first has to read", async () => {
    const { id } = await waiting('Une injure');
    await room.decisions.decide(nadia, id, verdict('accept'), NOON);
    await expect(
      room.decisions.decide(omar, id, verdict('accept', 1, { text: 'Un reproche' }), NOON),
    ).resolves.toMatchObject({ decision: 'agree' });
    expect([await status(id), await postsOf('Un reproche')]).toEqual(['waiting', 0]);
    expect(await cardOf(id)).toMatchObject({ needed: 2, agreed: ['Omar'] });
    await expect(room.decisions.decide(omar, id, verdict('accept', 2), NOON)).rejects.toMatchObject({
      code: 'agreed-already',
    });
    await expect(room.decisions.decide(nadia, id, verdict('accept', 2), NOON)).resolves.toMatchObject({
      decision: 'accept',
    });
    expect(await room.row(`select edited_by_team from post where source = 'Un reproche'`)).toEqual({
      edited_by_team: true,
    });
    expect(
      await room.rows('select version, written_by from desk.submission_version where submission_id = $1 order by 1', [
        id,
      ]),
    ).toEqual([
      { version: 1, written_by: 'author' },
      { version: 2, written_by: 'team' },
    ]);
  });

  it('the agreement of somebody who is of the team no more does not count', async () => {
    const passing = await room.member('Passing', 'moderator');
    const { id } = await waiting('Parti depuis');
    await room.decisions.decide(passing, id, verdict('accept'), NOON);
    await room.rows(`update member set role = 'member' where id = $1`, [passing.member?.id]);
    await expect(room.decisions.decide(nadia, id, verdict('accept'), NOON)).resolves.toMatchObject({
      decision: 'agree',
    });
    expect(await status(id)).toBe('waiting');
  });

  it('a withdrawal forgets who had agreed', async () => {
    const { id, token } = await waiting('Repris par son autrice');
    await room.decisions.decide(nadia, id, verdict('accept'), NOON);
    await room.withdrawals.withdraw({ token }, NOON);
    expect(await room.rows('select 1 from desk.agreement where submission_id = $1', [id])).toEqual([]);
  });

  it('a hundred acceptances at once by two people publish once', async () => {
    const { id } = await waiting('Cent à deux');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, at) =>
        room.decisions.decide(at % 2 === 0 ? nadia : omar, id, verdict('accept'), NOON),
      ),
    );
    const done = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(done.map(({ decision }) => decision).sort()).toEqual(['accept', 'agree']);
    expect(await postsOf('Cent à deux')).toBe(1);
    const rows = (await logged(id)) as { by: string }[];
    expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['Nadia', 'Omar']));
    expect(rows).toHaveLength(2);
  });

  it('a hundred acceptances at once by one person publish nothing', async () => {
    const { id } = await waiting('Cent par une seule');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, () => room.decisions.decide(nadia, id, verdict('accept'), NOON)),
    );
    expect(outcomes.filter(({ status: how }) => how === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : [],
    );
    expect(new Set(lost)).toEqual(new Set(['agreed-already']));
    expect([await status(id), await postsOf('Cent par une seule')]).toEqual(['waiting', 0]);
    expect(await logged(id)).toEqual([{ decision: 'agree', by: 'Nadia', version: 1 }]);
  });

  it('edits are agreed upon like posts, and what nothing holds needs nobody', async () => {
    const edit = {
      kind: 'edit' as const,
      thread,
      number: 1,
      version: 0,
      title: 'Un sujet',
      text: 'Premier message, revu',
      name: '',
      email: '',
      key: 'key-of-an-edit',
      language: 'fr' as const,
    };
    const { submission } = await room.reception.submit(ada, edit, NOON);
    await room.decisions.decide(omar, submission, verdict('accept'), NOON);
    expect(await postsOf('Premier message, revu')).toBe(0);
    await room.decisions.decide(nadia, submission, verdict('accept'), NOON);
    expect(await postsOf('Premier message, revu')).toBe(1);
    await room.category('free', { agreement: 2, hold: 'nobody' });
    expect(
      (await room.reception.submit(ada, threadDraft('free', 'Libre', 'Sans attendre'), minutesAfter(10))).published,
    ).not.toBeNull();
  });
});
