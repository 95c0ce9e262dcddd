import { together } from '../../database/together.js';
import type { Transaction } from '../../database/transaction.js';
import { holdWithPlace } from '../../publishing/held.js';
import { type Decided, log } from '../../publishing/log.js';
import { publish } from '../../publishing/publish.js';
import type { Hand } from '../../publishing/published.js';
import { settle, type Settlement } from '../../publishing/settle.js';
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
 * Accepts a reply as it was written: what most decisions are, with as few waits for the database as can be, because
 * whoever accepts in the same thread waits for each of them. @throws Conflict as Decisions.decide.
 */
export async function acceptReply(
  tx: Transaction,
  settlement: Settlement,
  { hand, member, batch, alone }: Accepting,
  now: Date,
): Promise<Decided> {
  const { id, version, reasons, remark } = settlement;
  const held = await holdWithPlace(tx, settlement, now);
  if (held === null) throw await lostRace(tx, id, version);
  const { row, place } = held;
  const { category } = row;
  await tx.tell({ news: 'QueueChanged', category, submission: id });
  const settleThere = (): Promise<unknown> => {
    const settled = settle(tx, { ...settlement, place }, now);
    // It is the last that is asked, and its row is held: nothing but a failure can come of it.
    if (alone === true) tx.commitBehind();
    return settled;
  };
  const [done] = await together([
    log(tx, member, { decision: 'accept', category, submission: id, ...place, version, reasons, remark, batch }, now),
    publish(tx, row, now, { hand, held: { place, settle: settleThere } }),
  ]);
  return done;
}
