import { DESK_KINDS } from '../kinds.js';
import { undoing as call } from './call.js';
import { undoing as during } from './during.js';
import { undoing as mark } from './mark.js';
import { undoing as merge } from './merge.js';
import { undoing as move } from './move.js';
import { undoing as recategorization } from './recategorization.js';
import { undoing as removal } from './removal.js';
import { undoing as suspension } from './suspension.js';
import { undoing as teamEdit } from './team-edit.js';
import { undoing as tie } from './tie.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/**
 * For decisions about posts, threads and accounts, whatever kind was sent. A new decision needs its undoing in this
 * list.
 */
const WHATEVER_KIND: readonly Undoing[] = [
  removal,
  teamEdit,
  suspension,
  mark,
  call,
  tie,
  during,
  recategorization,
  move,
  merge,
];

/**
 * Null for a decision that cannot be undone: a withdrawal has erased the text, an undo is followed by a new decision.
 */
export function undoingOf({ decision, kind }: Pick<LoggedDecision, 'decision' | 'kind'>): Undoing | null {
  const ofKind = kind === null ? [] : DESK_KINDS[kind].undoings;
  return [...ofKind, ...WHATEVER_KIND].find(({ decisions }) => decisions.includes(decision)) ?? null;
}
