import type { Queries } from '../../database/transaction.js';
import type { Facts } from './facts.js';
import { presentSteps } from './present-steps.js';
import { inTodaysTowns } from './todays-town.js';

/** What is said of a thread, or in one; null for a thread that is not there yet. */
interface SaidIn {
  thread: number | null;
  facts: Facts | null;
}

/**
 * As people of a thread read them today: a request by its number there, a case in a town that there is. Of a request
 * that stands in another thread today they learn nothing, because that may be hidden from them.
 */
export async function shownFacts(tx: Queries, all: readonly SaidIn[]): Promise<(Facts | null)[]> {
  const said = all.map(({ facts }) => facts);
  const present = await inTodaysTowns(tx, await presentSteps(tx, said));
  return present.map((facts, at) => {
    const elsewhere = facts?.of === 'step' && facts.request !== null && facts.request.thread !== all[at]?.thread;
    return elsewhere ? { ...facts, request: null } : facts;
  });
}
