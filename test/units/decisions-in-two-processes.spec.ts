import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Visitor } from '../../src/visitors/visitor.js';
import { check } from '../consistency.js';
import { DeskRoom, NOON, replyDraft, verdict } from '../desk-room.js';
import { until } from '../until.js';

/** All other tests of races share one process, in which the acts about one submission take turns (decision 86). */
let one: DeskRoom;
let other: DeskRoom;
let nadia: Visitor;
let omar: Visitor;
let thread: number;
let ids: string[];

beforeAll(async () => {
  one = await DeskRoom.open();
  other = await one.beside();
  await one.category('held');
  nadia = await one.member('Nadia', 'moderator');
  omar = await one.member('Omar', 'moderator');
});
afterAll(async () => {
  await other.close();
  await one.close();
});
beforeEach(async () => {
  const ada = await one.member(`Ada ${performance.now()}`);
  thread = (await one.thread('held', 'Un sujet', 'Premier message', ada, nadia)).thread;
  const texts = Array.from({ length: 20 }, (_, at) => `Message${at}x attend`);
  const sent = await Promise.all(texts.map((text) => one.reception.submit(ada, replyDraft(thread, text), NOON)));
  ids = sent.map(({ submission }) => submission);
});

const accept = (id: string): Promise<unknown> => one.decisions.decide(nadia, id, verdict('accept'), NOON);
const refuse = (id: string): Promise<unknown> => other.decisions.decide(omar, id, verdict('refuse'), NOON);

/**
 * Begins all of the work while the rows are locked, so that all of it is under way at one moment: each piece as soon as
 * so many transactions wait as the pieces before it have.
 */
async function atOnce<T>(
  locked: readonly string[],
  transactions: number,
  work: (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  await one.rows('begin');
  await one.rows('select from desk.submission where id = any($1) for update', [locked]);
  const doing: Promise<PromiseSettledResult<T>[]>[] = [];
  try {
    for (const begin of work) {
      doing.push(Promise.allSettled([begin()]));
      await until(async () => {
        const waiting = await one.db.writer.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        expect(waiting.length).toBeGreaterThanOrEqual(doing.length * transactions);
      });
    }
  } finally {
    await one.rows('rollback');
  }
  return (await Promise.all(doing)).flat();
}

interface Answered {
  id: string;
  acceptance: PromiseSettledResult<unknown> | undefined;
  refusal: PromiseSettledResult<unknown> | undefined;
}

/** One has decided and the other was told who it was; the row, the log and the posts say the same. */
async function expectOneWinner(answered: readonly Answered[]): Promise<void> {
  const found = await one.rows<{ id: string; status: string; log: string; posts: number }>(
    `select s.id, s.status, (select string_agg(decision || ' by ' || member_name, ', ') from desk.decision
        where submission_id = s.id) as log,
       (select count(*)::int from post p where p.thread_id = s.thread_id and p.source = s.source) as posts
     from desk.submission s where s.id = any($1)`,
    [answered.map(({ id }) => id)],
  );
  const expected = answered.map(({ id, acceptance, refusal }) => {
    const isAccepted = acceptance?.status === 'fulfilled';
    const [winner, loser, by] = isAccepted ? [acceptance, refusal, 'Nadia'] : [refusal, acceptance, 'Omar'];
    expect(winner).toMatchObject({ status: 'fulfilled' });
    expect(loser).toMatchObject({ status: 'rejected', reason: { code: 'already-decided', detail: { by } } });
    return isAccepted
      ? { id, status: 'published', log: 'accept by Nadia', posts: 1 }
      : { id, status: 'refused', log: 'refuse by Omar', posts: 0 };
  });
  expect(found.toSorted(byId)).toEqual(expected.toSorted(byId));
  await check(one);
}

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);

it('of two processes that decide about one submission each time, exactly one wins, and the other one says who', async () => {
  const answered: Answered[] = [];
  for (const [at, id] of ids.entries()) {
    const acts = [() => accept(id), () => refuse(id)];
    const outcomes = await atOnce([id], 1, at % 2 === 0 ? acts : acts.toReversed());
    const [acceptance, refusal] = at % 2 === 0 ? outcomes : outcomes.toReversed();
    answered.push({ id, acceptance, refusal });
  }
  await expectOneWinner(answered);
  expect(answered.map(({ acceptance }) => acceptance?.status === 'fulfilled')).toEqual(
    ids.map((_, at) => at % 2 === 0),
  );
});

it('the same holds where each process decides about all of them in one transaction', async () => {
  // In each process the first decision goes alone and is kept waiting, and the others share the next transaction.
  const [acceptances, refusals] = await atOnce(ids, 2, [
    () => Promise.allSettled(ids.map(accept)),
    () => Promise.allSettled(ids.toReversed().map(refuse)),
  ]);
  if (acceptances?.status !== 'fulfilled' || refusals?.status !== 'fulfilled') throw new Error('not settled');
  const refused = refusals.value.toReversed();
  await expectOneWinner(ids.map((id, at) => ({ id, acceptance: acceptances.value[at], refusal: refused[at] })));
});
