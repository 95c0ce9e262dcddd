import type { Queries } from '../../database/transaction.js';
import { Invalid } from '../../errors/errors.js';
import { hasFacts, type ThreadKind } from '../../threads/visible.js';
import { localCase } from './case.js';
import type { Facts, TypedFacts } from './facts.js';
import type { FactsAt, FactsReading } from './reading.js';
import { step } from './step.js';
import { tie } from './tie.js';
import { workshop } from './workshop.js';

/** How the facts of each kind are read. */
export const FACTS_READING: Record<Facts['of'], FactsReading<Facts>> = { workshop, case: localCase, step, tie };

/** What the post says besides its words: with post 1 that of its thread, with any other one that of a step. */
export async function standingFacts(tx: Queries, place: { thread: number; number: number }): Promise<Facts | null> {
  if (place.number !== 1) return FACTS_READING.step.standing(tx, place);
  const [row] = await tx.query<{ kind: ThreadKind }>('select kind from thread where id = $1', [place.thread]);
  return row !== undefined && hasFacts(row.kind) ? FACTS_READING[row.kind].standing(tx, place) : null;
}

/** Facts that replace others of the same shape. @throws Invalid; for a post without facts as soon as one is sent. */
export async function changedFacts(
  tx: Queries,
  before: Facts | null,
  typed: TypedFacts | undefined,
  at: Omit<FactsAt<Facts>, 'before'>,
): Promise<Facts | null> {
  const sent = Object.keys(typed ?? {});
  if (before !== null) return checkedFacts(tx, before.of, typed ?? {}, { before, ...at });
  if (sent.length > 0) throw new Invalid(Object.fromEntries(sent.map((field) => [field, 'no-facts'])));
  return null;
}

export function checkedFacts(tx: Queries, of: Facts['of'], typed: TypedFacts, at: FactsAt<Facts>): Promise<Facts> {
  return FACTS_READING[of].checked(tx, typed, at);
}

/** `thread`: in which they are said; null for one that is not there yet. */
export function typedFacts(facts: Facts, thread: number | null): TypedFacts {
  return FACTS_READING[facts.of].typed(facts, thread);
}

export function textsOf(facts: Facts | null): string[] {
  return facts === null ? [] : FACTS_READING[facts.of].texts(facts).filter((text) => text !== '');
}
