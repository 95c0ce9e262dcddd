import type { StepKind } from '../deadlines/step-kind.js';
import type { CaseStatus } from './case-facts.js';

/** How a request was sent. */
export const HOWS = ['mail', 'letter', 'form'] as const;
export type How = (typeof HOWS)[number];

/** Where a post stands, or stood: it leads to where the post stands now, wherever it has been moved. */
export interface StepPlace {
  thread: number;
  number: number;
}

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
  /** A post of this forum, where it stood when this was said. */
  post: StepPlace | null;
  /** The step that began the request which this one belongs to, where it stood when this was said. */
  request: StepPlace | null;
  /** What the case is from this step on; empty where it changes nothing. */
  status: CaseStatus | '';
}
