import { JointActs } from '../../database/joint-acts.js';
import { together } from '../../database/together.js';
import type { Transaction } from '../../database/transaction.js';
import { unseenList } from '../../database/unseen-list.js';
import type { Writer } from '../../database/writer.js';
import { Problem } from '../../errors/errors.js';
import type { Decided } from '../../publishing/log.js';
import { nextForLockedRows } from '../../publishing/next-place.js';
import type { Published } from '../../publishing/published.js';
import { type LockedRowDecision, settleLockedRows } from '../../publishing/settle-locked-rows.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../../submissions/submission-row.js';
import type { Visitor } from '../../visitors/visitor.js';
import { DESK_KINDS } from '../kinds.js';
import { isPlain, judged, type ReadSubmission } from './judged.js';
import { type Refused, refusedForAll } from './reasons.js';
import { answerOf, type Verdict } from './verdict.js';

/** What a moderator has decided about one submission, and when. */
export interface DecisionAct {
  moderator: Visitor;
  id: string;
  verdict: Verdict;
  now: Date;
}

type LockedRow = SubmissionRow & ReadSubmission;
type Plain = Omit<LockedRowDecision, 'place'>;

/** All of the desk is one line: only the row of a submission says in which thread it waits, and it is not read yet. */
const LINE = 0;

/**
 * Decisions that come at the same time share a transaction, as far as they are about replies that bring nothing but
 * words and are accepted unchanged or not at all: most decisions are (docs/decisions/0086). All else is done alone, by
 * Decisions.decideIn(), which also says what is wrong with an act that cannot be done.
 */
export class JointDecisions {
  private readonly acts: JointActs<DecisionAct, Decided>;

  constructor(writer: Writer, alone: (act: DecisionAct) => Promise<Decided>) {
    this.acts = new JointActs<DecisionAct, Decided>({
      alone,
      together: (acts) => writer.transaction((tx) => decideAll(tx, acts)),
      keyOf: ({ id }) => id,
    });
  }

  /** @throws what `alone` throws */
  decide(act: DecisionAct): Promise<Decided> {
    return this.acts.do(LINE, act);
  }
}

/** Null for each that is to be done alone, of which nothing was written. */
async function decideAll(tx: Transaction, acts: readonly DecisionAct[]): Promise<(Decided | null)[]> {
  const refusals = acts.filter(({ verdict }) => verdict.decision === 'refuse');
  const [rows, refused] = await together([
    lockedRows(tx, acts),
    refusedForAll(tx, new Map(refusals.map(({ id, verdict }) => [id, verdict.reasons]))),
  ]);
  const plain = await Promise.all(acts.map((act) => plainly(tx, act, { row: rows.get(act.id), refused })));
  const places = await placesOf(tx, plain.filter(isAcceptance));
  const ready = plain.flatMap((one) => {
    if (one === null) return [];
    const place = places.get(one.row.id) ?? null;
    // Its thread is gone.
    if (place === null && isAcceptance(one)) return [];
    return [{ ...one, place, entry: { ...one.entry, ...place } }];
  });
  if (ready.length === 0) return [];
  for (const { row } of ready) await tx.tell({ news: 'QueueChanged', category: row.category, submission: row.id });
  const done = await settleLockedRows(tx, ready, { ends: true });
  const decided = new Map(ready.map(({ row }, at) => [row.id, done[at] ?? null]));
  return acts.map(({ id }) => decided.get(id) ?? null);
}

/**
 * The rows that wait, by their ids. They are locked in the order of these, like in all code that locks several. The
 * version that each moderator has read is compared by plainly(), since it cannot change while the row is locked.
 */
async function lockedRows(tx: Transaction, acts: readonly DecisionAct[]): Promise<Map<string, LockedRow>> {
  const rows = await tx.query<LockedRow>(
    `select ${SUBMISSION_COLUMNS},
       coalesce((select c.agreement from category c where c.id = s.category_id), 1) as needed,
       (select t.kind from thread t where t.id = s.thread_id) as "threadKind",
       (select v.written_by from desk.submission_version v where v.submission_id = s.id and v.version = s.version)
         as "writtenBy"
     from desk.submission s where id = any${unseenList('$1', 'uuid')} and status = 'waiting'
     order by id for no key update`,
    [acts.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is to be written about one act, except where the post will stand; null for an act that is done alone. */
async function plainly(
  tx: Transaction,
  { moderator, id, verdict, now }: DecisionAct,
  { row, refused }: { row: LockedRow | undefined; refused: Map<string, Refused> },
): Promise<Plain | null> {
  const { member } = moderator;
  if (row === undefined || member === null || !moderator.moderatesCategory(row.category)) return null;
  const { decision, version } = verdict;
  const mustAgree = decision === 'accept' && row.needed > 1 && DESK_KINDS[row.kind].agreed;
  if (row.version !== version || mustAgree || !isPlain(row)) return null;
  try {
    const judging = { moderator, member, verdict, refused: refused.get(id) ?? { reasons: [], words: '' } };
    const settlement = await judged(tx, row, judging, now);
    if ((settlement.words ?? null) !== null || answerOf(verdict) !== null) return null;
    const { category, thread, number } = row;
    const { reasons, remark } = settlement;
    const entry = { decision, category, submission: id, thread, number, version, reasons, remark };
    return { row, settlement, hand: row.writtenBy ?? 'author', by: member, entry, now };
  } catch (problem) {
    if (problem instanceof Problem) return null;
    throw problem;
  }
}

function isAcceptance(plain: Plain | null): plain is Plain {
  return plain?.settlement.status === 'published';
}

/**
 * Where these will stand, by their ids. Threads are locked in the order of theirs; one that takes no posts any more
 * gives no place.
 */
async function placesOf(tx: Transaction, accepted: readonly Plain[]): Promise<Map<string, Published>> {
  const threads = [...Map.groupBy(accepted, ({ row }) => row.thread ?? 0)].toSorted(([one], [other]) => one - other);
  const given = await Promise.allSettled(
    threads.map(async ([, some]) => {
      const ids = some.map(({ row }) => row.id);
      const latest = Math.max(...some.map(({ now }) => now.getTime()));
      const places = await nextForLockedRows(tx, ids, new Date(latest));
      return places.map((place, at) => [ids[at] ?? '', place] as const);
    }),
  );
  const failed = given.find((one) => one.status === 'rejected' && !(one.reason instanceof Problem));
  if (failed?.status === 'rejected') throw failed.reason;
  return new Map(given.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])));
}
