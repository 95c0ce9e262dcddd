// Screening: what happens to a contribution before a person reads it. Phases are pure; they see no table and no clock.
// It never publishes: it only says who need not wait.
import { PHASES } from './phases.js';
import type { Opinion, Phase, ScreeningContext } from './phase.js';

export type Verdict = { refused: string } | { heldFor: string[] };

function verdictOf(opinion: Opinion): Verdict {
  // Holding is where it starts: when no phase says a word, a person reads it.
  if (opinion === undefined) return { heldFor: ['default'] };
  if ('refuse' in opinion) return { refused: opinion.refuse };
  if ('hold' in opinion) return { heldFor: [opinion.hold] };
  return { heldFor: [] };
}

/** Refused with a code, or held for reasons; an empty list of reasons means that it may be published at once. */
export function screen(context: ScreeningContext, phases: readonly Phase[] = PHASES): Verdict {
  for (const phase of phases) {
    const opinion = phase(context);
    if (opinion !== undefined) return verdictOf(opinion);
  }
  return verdictOf(undefined);
}
