import type { Transaction } from '../../database/transaction.js';
import type { Decided } from '../../publishing/log.js';
import { nextForLockedRows } from '../../publishing/next-place.js';
import type { Hand } from '../../publishing/published.js';
import { settleLockedRows } from '../../publishing/settle-locked-rows.js';
import { lockRow, type Settlement } from '../../publishing/settle.js';
import type { Identity } from '../../visitors/visitor.js';
import { lostRace } from '../queue/lost-race.js';

interface Accepting {
  /** Who wrote the version that was read. */
  hand: Hand;
  member: Identity;
  /** The bulk that this is part of. */
  batch: string | undefined;
  /** Whether the transaction ends with it. */
  alone: boolean | undefined;
}

/**
 * Accepts a reply as it was written. The order of locks is that of the rows: the submission, the thread, the category,
 * the account. @throws Conflict as Decisions.decide.
 */
export async function acceptReply(
  tx: Transaction,
  settlement: Settlement,
  { hand, member: by, batch, alone = false }: Accepting,
  now: Date,
): Promise<Decided> {
  const { id, version, reasons, remark } = settlement;
  const [locked, placed] = await Promise.allSettled([lockRow(tx, settlement), nextForLockedRows(tx, [id], now)]);
  if (locked.status === 'rejected') throw locked.reason;
  const { value: row } = locked;
  // Who came too late has to hear that, and not what became of the thread.
  if (row === null) throw await lostRace(tx, id, version);
  if (placed.status === 'rejected') throw placed.reason;
  const [place] = placed.value;
  if (place === undefined) throw new Error(`no place for submission ${id}`);
  const { category } = row;
  await tx.tell({ news: 'QueueChanged', category, submission: id });
  const entry = { decision: 'accept' as const, category, submission: id, ...place, version, reasons, remark, batch };
  const [done] = await settleLockedRows(tx, [{ row, settlement, place, hand, by, entry, now }], { ends: alone });
  if (done === undefined) throw new Error(`the acceptance of ${id} is missing in the log`);
  return done;
}
