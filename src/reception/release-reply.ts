import { together } from '../database/together.js';
import type { Transaction } from '../database/transaction.js';
import { nextForLockedRows } from '../publishing/next-place.js';
import type { Published } from '../publishing/published.js';
import { settleLockedRows } from '../publishing/settle-locked-rows.js';
import { lockRow, type Settlement } from '../publishing/settle.js';
import type { Visitor } from '../visitors/visitor.js';

/**
 * Publishes a reply that nothing holds and that brings nothing but words, with as few waits for the database as can be:
 * readers have their pages open, and whoever writes in the same thread waits for each of them. The desk accepts a reply
 * in the same way.
 *
 * `alone`: whether the transaction may end with it. @throws Conflict 'thread-gone'
 */
export async function releaseReply(
  tx: Transaction,
  visitor: Visitor,
  { settlement, alone }: { settlement: Settlement; alone: boolean },
  now: Date,
): Promise<Published> {
  const { id, version } = settlement;
  const [row, [place]] = await together([lockRow(tx, settlement), nextForLockedRows(tx, [id], now)]);
  if (row === null || place === undefined) throw new Error(`submission ${id} was settled before it was stored`);
  const entry = { decision: 'publish' as const, category: row.category, submission: id, ...place, version };
  await settleLockedRows(tx, [{ row, settlement, place, hand: 'author', by: visitor.member, entry, now }], {
    ends: alone,
  });
  return place;
}
