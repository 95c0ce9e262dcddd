import type { LoggedDecision, Undoing } from './undoing.js';
import { undoing as acceptance } from './acceptance.js';
import { undoing as acceptedEdit } from './accepted-edit.js';
import { undoing as agreement } from './agreement.js';
import { undoing as grant } from './grant.js';
import { undoing as mark } from './mark.js';
import { undoing as merge } from './merge.js';
import { undoing as move } from './move.js';
import { undoing as recategorization } from './recategorization.js';
import { undoing as report } from './report.js';
import { acceptedProfile, profileRemoval } from './profile.js';
import { undoing as removal } from './removal.js';
import { undoing as setAside } from './set-aside.js';
import { undoing as suspension } from './suspension.js';
import { undoing as teamEdit } from './team-edit.js';

/** Every decision that can be undone: whoever adds a decision adds here how it is undone. The first that knows it counts. */
const UNDOINGS: readonly Undoing[] = [
  acceptance,
  acceptedEdit,
  agreement,
  setAside,
  grant,
  report,
  acceptedProfile,
  profileRemoval,
  removal,
  teamEdit,
  suspension,
  mark,
  recategorization,
  move,
  merge,
];

/** Null for what nobody can undo: a withdrawal has erased the text, an undo is followed by a new decision. */
export function undoingOf({ decision, kind }: Pick<LoggedDecision, 'decision' | 'kind'>): Undoing | null {
  const knows = ({ decisions, kinds }: Undoing): boolean =>
    decisions.includes(decision) && (kinds === undefined || (kind !== null && kinds.includes(kind)));
  return UNDOINGS.find(knows) ?? null;
}
