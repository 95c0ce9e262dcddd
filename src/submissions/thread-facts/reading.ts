import type { Queries } from '../../database/transaction.js';
import type { Facts, TypedFacts } from './facts.js';

/** `before`: what they are to replace; `seed`: of this sending alone. */
export interface FactsAt<F> {
  before: F | null;
  now: Date;
  seed: string;
  /** Of the post whose facts they are; null for a new thread, `number` null for a new post. */
  place: { thread: number; number: number | null } | null;
}

/** How the facts of one kind of thread are read from a form and from what is public. `F` is their shape. */
export interface FactsReading<F extends Facts> {
  /** @throws Invalid with a code for each wrong field. */
  checked(tx: Queries, typed: TypedFacts, at: FactsAt<F>): Promise<F>;
  /** As their form has them, in a thread that is there already; a request has another number in each. */
  typed(facts: F, thread: number | null): TypedFacts;
  /** Every text that somebody wrote freely: screening reads them with the post. */
  texts(facts: F): string[];
  /** What is public of the post now, its secrets included; null while it is gone. By the writer's login. */
  standing(tx: Queries, place: { thread: number; number: number }): Promise<F | null>;
}
