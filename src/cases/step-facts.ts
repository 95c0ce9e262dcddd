import type { StepKind } from '../deadlines/step-kind.js';
import type { CaseStatus } from './case-facts.js';

/** How a request was sent. */
export const HOWS = ['mail', 'letter', 'form'] as const;
export type How = (typeof HOWS)[number];

/** What a step of a case says besides its words; texts that are not said are empty. */
export interface StepFacts {
  of: 'step';
  kind: StepKind;
  /** As exact as is known: `2026`, `2026-11`, `2026-11-28`. */
  dated: string;
  how: How | '';
  outcome: string;
  cameras: number | null;
  /** Whole euros. */
  amount: number | null;
  software: string;
  /** http or https. */
  link: string;
  /** A post of this forum. */
  post: { thread: number; number: number } | null;
  /** The number of the step that began the request which this one belongs to. */
  request: number | null;
  /** What the case is from this step on; empty where it changes nothing. */
  status: CaseStatus | '';
}
