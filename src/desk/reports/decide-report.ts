import type { Transaction } from '../../database/transaction.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockPlace } from '../../publishing/lock-place.js';
import { type Decided, log } from '../../publishing/log.js';
import { lostRace } from '../queue/lost-race.js';
import { knownReasons } from '../decisions/reasons.js';
import { remarkOf } from '../decisions/remark.js';
import { lockPost, takePostDown } from '../decisions/remove-post.js';
import { settle } from '../../publishing/settle.js';
import type { Verdict } from '../decisions/verdict.js';

interface Reported {
  id: string;
  thread: number | null;
  number: number | null;
}

/**
 * On a report `accept` keeps the post and `refuse` takes it down, by one row of the log, which is undone as a whole. A
 * post that was taken down or withdrawn meanwhile is left as it is.
 */
export async function decideReport(
  tx: Transaction,
  moderator: Visitor,
  { id, thread, number }: Reported,
  verdict: Verdict,
  now: Date,
): Promise<Decided> {
  const { member } = moderator;
  if (member === null || thread === null || number === null) throw new NotFound();
  if (verdict.decision !== 'accept' && verdict.decision !== 'refuse') throw new Invalid({ decision: 'wrong-value' });
  const keeps = verdict.decision === 'accept';
  const reasons = keeps ? [] : (await knownReasons(tx, verdict.reasons)).slice(0, 1);
  const [reason] = reasons;
  if (!keeps && reason === undefined) throw new Invalid({ reason: 'reason-missing' });
  const remark = remarkOf(verdict.remark);
  await lockPlace(tx, thread, [number]);
  const row = await settle(
    tx,
    {
      id,
      version: verdict.version,
      status: keeps ? 'published' : 'refused',
      scope: moderator.desk,
      by: member.id,
      reasons,
      remark,
    },
    now,
  );
  if (row === null) throw await lostRace(tx, id, verdict.version);
  const post = reason === undefined ? null : await lockPost(tx, moderator, thread, number);
  const falls = post?.gone === null && reason !== undefined;
  if (falls) await takePostDown(tx, post, { reason, remark }, now);
  const decision = keeps ? 'keep' : falls ? 'take-down' : 'refuse';
  const done = await log(
    tx,
    member,
    { decision, category: row.category, submission: id, thread, number, version: row.version, reasons, remark },
    now,
  );
  await tx.tell({ news: 'QueueChanged', category: row.category, submission: id });
  return done;
}
