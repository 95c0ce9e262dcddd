import type { CountedDate } from '../deadlines/count.js';
import type { Happened } from '../deadlines/step-kind.js';
import type { VisibleStep } from './case-steps.js';
import type { WrittenRule } from './law.js';

/** One request of a case with all that followed it, in the order of the dates. */
export interface CaseRequest {
  /** The number of the step that began it. */
  number: number;
  dated: string;
  steps: readonly VisibleStep[];
}

/** One request with what the law lets happen next. */
export interface CountedRequest {
  request: CaseRequest;
  dates: readonly CountedDate<WrittenRule>[];
}

export function requestsOf(steps: readonly VisibleStep[]): CaseRequest[] {
  return steps
    .filter(({ kind }) => kind === 'request')
    .map(({ number, dated }) => ({
      number,
      dated,
      steps: steps.filter((step) => step.number === number || step.request === number),
    }));
}

/** What src/deadlines has to know of these steps. */
export function happened(steps: readonly VisibleStep[]): Happened[] {
  return steps.map(({ kind, outcome, dated }) => ({ kind, outcome: outcome === '' ? null : outcome, dated }));
}

/** The value of this field in the last step that says one. */
export function lastSaid<K extends 'cameras' | 'amount' | 'software'>(
  steps: readonly VisibleStep[],
  fact: K,
): VisibleStep | null {
  return steps.findLast((step) => step[fact] !== null && step[fact] !== '') ?? null;
}
