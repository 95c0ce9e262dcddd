import type { CaseFacts } from '../../cases/case-facts.js';
import type { StepFacts } from '../../cases/step-facts.js';
import type { WorkshopFacts } from '../../workshops/workshop-facts.js';

/** What a thread is about besides its words, one shape for each kind of thread that has any; `of` says which. */
export type ThreadFacts = WorkshopFacts | CaseFacts;

/** The same, and what a step of a case says. */
export type Facts = ThreadFacts | StepFacts;

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
