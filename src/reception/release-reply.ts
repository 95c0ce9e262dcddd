import { together } from '../database/together.js';
import type { Transaction } from '../database/transaction.js';
import { holdWithPlace } from '../publishing/held.js';
import { log } from '../publishing/log.js';
import { publish } from '../publishing/publish.js';
import type { Published } from '../publishing/published.js';
import { settle, type Settlement } from '../publishing/settle.js';
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
  const held = await holdWithPlace(tx, settlement, now);
  if (held === null) throw new Error(`submission ${id} was settled by somebody before it was stored`);
  const { row, place } = held;
  const settleThere = (): Promise<unknown> => {
    const settled = settle(tx, { ...settlement, place }, now);
    // It is the last that is asked, and its row is held: nothing but a failure can come of it.
    if (alone) tx.commitBehind();
    return settled;
  };
  await together([
    log(tx, visitor.member, { decision: 'publish', category: row.category, submission: id, ...place, version }, now),
    publish(tx, row, now, { hand: 'author', held: { place, settle: settleThere } }),
  ]);
  return place;
}
