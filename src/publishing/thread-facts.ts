import type { Transaction } from '../database/transaction.js';
import type { Facts } from '../submissions/thread-facts/facts.js';
import { standingWorkshop } from '../submissions/thread-facts/standing-workshop.js';
import { hasFacts, type ThreadKind } from '../threads/visible.js';
import { caseAt, changeCase, clearCase, putCase } from './cases/case-rows.js';
import { forgetMerged } from './cases/merged-case.js';
import { changeStep, clearStep, putStep, stepAt } from './cases/step-rows.js';
import type { Published } from './published.js';
import { tellTown } from './tell-town.js';
import { forgetSentTies, putSentTie } from './ties/put-sent-tie.js';
import { changeDatesOf, changeWorkshop } from './workshops/change-workshop.js';
import { clearWorkshop } from './workshops/clear-workshop.js';
import { putWorkshop } from './workshops/put-workshop.js';

/** How the facts of one kind become public and go; their rows stand while their post does, post 1 for a thread's. */
interface FactsPublishing<F extends Facts> {
  put(tx: Transaction, place: Published, facts: F, at: Date): Promise<void>;
  /** Writes the facts that differ between the two, and nothing else. */
  change(tx: Transaction, place: Published, between: { from: F; to: F }, at: Date): Promise<void>;
  /** Called before the thread gets another title; left out for facts with which no title is shown. */
  retitle?(tx: Transaction, thread: number, at: Date): Promise<void>;
  /** The facts as the desk keeps them while their post is gone, to put them again; null where the post says none. */
  at(tx: Transaction, place: Published): Promise<F | null>;
  /** Removes them. `forGood`: the author has withdrawn the post. */
  clear(tx: Transaction, place: Published, forGood: boolean): Promise<void>;
}

/** A tie goes and comes back with its thread by a trigger of its own. */
type FactsKind = Exclude<Facts['of'], 'tie'>;

const FACTS_PUBLISHING: Record<FactsKind, FactsPublishing<Facts>> = {
  workshop: {
    put: putWorkshop,
    change: changeWorkshop,
    retitle: changeDatesOf,
    at: (tx, { thread }) => standingWorkshop(tx, thread),
    clear: clearWorkshop,
  },
  case: { put: putCase, change: changeCase, at: caseAt, clear: clearCase },
  step: { put: putStep, change: changeStep, at: stepAt, clear: clearStep },
};

/** A thread without facts may be about a town, too, when it comes back: a moderator has tied it to one. */
export async function putFacts(tx: Transaction, place: Published, facts: Facts | null, at: Date): Promise<void> {
  if (facts?.of === 'tie') await putSentTie(tx, place, facts);
  else if (facts !== null) await FACTS_PUBLISHING[facts.of].put(tx, place, facts, at);
  if (place.number === 1) await tellTown(tx, place.thread);
}

export async function changeFacts(
  tx: Transaction,
  place: Published,
  { from, to }: { from: Facts | null; to: Facts | null },
  at: Date,
): Promise<void> {
  if (from === null || to === null || to.of === 'tie') return;
  await FACTS_PUBLISHING[to.of].change(tx, place, { from, to }, at);
  if (place.number === 1) await tellTown(tx, place.thread);
}

/** Asked before the title is written: only a title that differs changes what is shown with the facts. */
export async function retitleFacts(tx: Transaction, thread: number, title: string, at: Date): Promise<void> {
  const [row] = await tx.query<{ kind: ThreadKind }>(
    'select kind from thread where id = $1 and title is distinct from $2',
    [thread, title],
  );
  if (row !== undefined && hasFacts(row.kind)) await FACTS_PUBLISHING[row.kind].retitle?.(tx, thread, at);
}

/** What clearFacts() will take away and putFacts() would put again. */
export async function factsAt(tx: Transaction, place: Published): Promise<Facts | null> {
  return FACTS_PUBLISHING[await kindAt(tx, place)].at(tx, place);
}

/** Called before the post becomes a tombstone. */
export async function clearFacts(tx: Transaction, place: Published, { forGood }: { forGood: boolean }): Promise<void> {
  await FACTS_PUBLISHING[await kindAt(tx, place)].clear(tx, place, forGood);
  if (!forGood) return;
  await forgetMerged(tx, place);
  await forgetSentTies(tx, place);
}

/**
 * The kind of facts that a post may have. Any post may be a step, or may have been one in another thread, except a
 * first post that says what its thread is about.
 */
async function kindAt(tx: Transaction, { thread, number }: Published): Promise<FactsKind> {
  if (number !== 1) return 'step';
  const [row] = await tx.query<{ kind: ThreadKind }>('select kind from thread where id = $1', [thread]);
  return row !== undefined && hasFacts(row.kind) ? row.kind : 'step';
}
