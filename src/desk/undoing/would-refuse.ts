import { DECISIONS } from '../../publishing/decision.js';
import { KINDS } from '../../submissions/kind.js';
import { branchesOf, WHATEVER } from './undo-refusal.js';
import { undoingOf } from './undoing-of.js';
import type { Undoing } from './undoing.js';

/** Each undoing with the kinds and decisions that it undoes, as pairs of SQL; '' for what is about no submission. */
function undoings(): Map<Undoing, string[]> {
  const found = new Map<Undoing, string[]>();
  for (const kind of [null, ...KINDS])
    for (const decision of DECISIONS) {
      const undoing = undoingOf({ kind, decision });
      if (undoing !== null) found.set(undoing, [...(found.get(undoing) ?? []), `('${kind ?? ''}', '${decision}')`]);
    }
  return found;
}

const all = undoings();
const IS = `(coalesce(s.kind, ''), d.decision)`;

/**
 * In SQL, on a row `d` of the log, its submission `s` and `asker` (must-stand.ts): a code for why an undo would be
 * refused now, null where it would not be. It is what each undoing itself asks with its things locked.
 */
export const WOULD_REFUSE = `case
  when ${IS} not in (${[...all.values()].flat().join(', ')}) then 'cannot-undo'
  ${branchesOf(WHATEVER)}
  ${[...all].map(([{ unless = [] }, pairs]) => branchesOf(unless, `${IS} in (${pairs.join(', ')}) and `)).join('\n')}
  end`;
