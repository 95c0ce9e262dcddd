import type { CaseFacts } from '../../cases/case-facts.js';
import type { StepFacts } from '../../cases/step-facts.js';
import type { TieFacts } from '../../threads/tie-facts.js';
import { THREAD_KINDS, type ThreadKind } from '../../threads/visible.js';
import type { WorkshopFacts } from '../../workshops/workshop-facts.js';

/** What a thread is about besides its words, one shape for each kind of thread that has any; `of` says which. */
export type ThreadFacts = WorkshopFacts | CaseFacts;

/** The same, what a step of a case says, and the town that any other thread may be about. */
export type Facts = ThreadFacts | StepFacts | TieFacts;

/** The kind of the thread that is about this, or in which this is said. */
export function threadKindOf(facts: Facts | null): ThreadKind {
  return facts === null || facts.of === 'step' || facts.of === 'tie' ? THREAD_KINDS[0] : facts.of;
}

/** As a form sends them: for each field its values, in their order; nothing of it is checked yet. */
export type TypedFacts = Readonly<Record<string, readonly string[]>>;

/** For a column of facts. */
export function jsonOf(facts: Facts | null): string | null {
  return facts === null ? null : JSON.stringify(facts);
}

/** Whether both say the same; the order in which fields were written says nothing. */
export function sameFacts(one: Facts | null, other: Facts | null): boolean {
  return plain(one) === plain(other);
}

/** For one value of theirs. */
export function plain(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
