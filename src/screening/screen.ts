// Screening: what happens to a contribution before a person reads it. Phases are pure; they see no table and no clock.
// It never publishes: it only says who need not wait.
import { DOORS, PHASES } from './phases.js';
import type { Door, HoldReason, Opinion, Phase, ScreeningContext } from './phase.js';

export type Screening = { refused: string; word?: string } | { heldFor: HoldReason[] };

/** Everything up to the first phase that releases it. */
function asked(context: ScreeningContext, phases: readonly Phase[]): Opinion[] {
  const opinions: Opinion[] = [];
  for (const phase of phases) {
    const opinion = phase(context);
    opinions.push(opinion);
    if (opinion !== undefined && 'release' in opinion) break;
  }
  return opinions;
}

function refusalIn(opinions: readonly Opinion[]): { refuse: string; word?: string } | null {
  for (const opinion of opinions) if (opinion !== undefined && 'refuse' in opinion) return opinion;
  return null;
}

/**
 * Refused with a code, or held for every reason that was found; an empty list of reasons means that it may be
 * published at once.
 */
export function screen(context: ScreeningContext, phases: readonly Phase[] = PHASES): Screening {
  const opinions = asked(context, phases);
  const refused = refusalIn(opinions);
  if (refused !== null) return { refused: refused.refuse, ...(refused.word !== undefined && { word: refused.word }) };
  const heldFor = opinions.flatMap((opinion) => (opinion !== undefined && 'hold' in opinion ? [opinion.hold] : []));
  // Holding is where it starts: when no phase lets it through, a person reads it.
  const through = opinions.some((opinion) => opinion !== undefined && ('pass' in opinion || 'release' in opinion));
  return { heldFor: through || heldFor.length > 0 ? heldFor : ['default'] };
}

/** The code of why nobody like this visitor may write here, or null: what a page asks before it shows a form. */
export function refusal(door: Door): string | null {
  return refusalIn(DOORS.map((phase) => phase(door)))?.refuse ?? null;
}
