import type { Transaction } from '../../database/transaction.js';
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockPlace } from '../../publishing/lock-place.js';
import { type Decided, log } from '../../publishing/log.js';
import { mustBeChecked } from '../documents/must-be-checked.js';
import { lostRace } from '../queue/lost-race.js';
import { publish } from '../../publishing/publish.js';
import { remarkOf } from '../decisions/remark.js';
import { lockPost, putPostBack } from '../decisions/remove-post.js';
import { settle } from '../../publishing/settle.js';
import type { Verdict } from '../decisions/verdict.js';
import { waitAgain } from '../undoing/wait-again.js';
import { type Appealed, appealedBy, stands } from './appealed.js';

type Place = Pick<Appealed, 'thread' | 'number'>;

/**
 * Publishes a refused submission with the words that were refused, or puts a post back that was taken down; nothing
 * where neither stands any more. A text that waits again may have other words, which nobody has read: those are decided
 * on a card of their own.
 */
async function grant(tx: Transaction, moderator: Visitor, against: Appealed, now: Date): Promise<Place> {
  const { id, version, thread, number } = against;
  if (against.takenDown && thread !== null && number !== null) {
    await putPostBack(tx, await lockPost(tx, moderator, thread, number), now);
    return { thread, number };
  }
  if (!stands(against)) return { thread, number };
  await mustBeChecked(tx, against.kind, against);
  await waitAgain(tx, id, now);
  const by = moderator.member?.id ?? null;
  const row = await settle(tx, { id, version, status: 'published', scope: moderator.desk, by }, now);
  return row === null ? { thread, number } : ((await publish(tx, row, now, { hand: 'author' })) ?? { thread, number });
}

/**
 * On an appeal `accept` grants it and `refuse` confirms what was decided, with a remark. Whoever decided against it
 * does not judge it, unless nobody else could.
 *
 * @throws Forbidden 'own-decision', Invalid, Conflict 'nothing-to-confirm', and what publishing throws.
 */
export async function decideAppeal(
  tx: Transaction,
  moderator: Visitor,
  { id }: { id: string },
  verdict: Verdict,
  now: Date,
): Promise<Decided> {
  const { member } = moderator;
  const read = await appealedBy(tx, id, now);
  if (member === null || read === null) throw new NotFound();
  if (verdict.decision !== 'accept' && verdict.decision !== 'refuse') throw new Invalid({ decision: 'wrong-value' });
  const grants = verdict.decision === 'accept';
  const remark = remarkOf(verdict.remark);
  if (!grants && remark === null) throw new Invalid({ remark: 'required' });
  // All that is about a post that returns, or the appeal and the refused text, in the order of their ids. Only then is
  // it read what the appeal is against: another moderator may have taken that back meanwhile.
  if (read.thread !== null && read.number !== null) await lockPlace(tx, read.thread, [read.number]);
  await tx.query('select 1 from desk.submission where id = any($1) order by id for update', [[id, read.id]]);
  const against = (await appealedBy(tx, id, now)) ?? read;
  if (stands(against) && against.decider === member.id && !against.alone) throw new Forbidden('own-decision');
  const row = await settle(
    tx,
    {
      id,
      version: verdict.version,
      status: grants ? 'published' : 'refused',
      scope: moderator.desk,
      by: member.id,
      remark,
    },
    now,
  );
  if (row === null) throw await lostRace(tx, id, verdict.version);
  if (!grants && !stands(against)) throw new Conflict('nothing-to-confirm');
  const place = grants ? await grant(tx, moderator, against, now) : { thread: row.thread, number: row.number };
  const done = await log(
    tx,
    member,
    { decision: verdict.decision, category: row.category, submission: id, ...place, version: row.version, remark },
    now,
  );
  for (const submission of [id, read.id]) await tx.tell({ news: 'QueueChanged', category: row.category, submission });
  return done;
}
