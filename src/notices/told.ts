import { DESK_KINDS } from '../desk/kinds.js';
import type { Decision } from '../publishing/decision.js';
import type { Status } from '../submissions/followed.js';
import { type Kind, propertiesOf } from '../submissions/kind.js';

/** What the author of a message is told of it. */
export type Told =
  | 'published'
  | 'published-edited'
  | 'edit-published'
  | 'returned'
  | 'refused'
  | 'appeal-granted'
  | 'appeal-confirmed'
  | 'taken-down'
  | 'restored'
  | 'team-edited'
  | 'waits-again';

const UNDONE: Partial<Record<Decision, Told>> = {
  accept: 'waits-again',
  'edit-and-accept': 'waits-again',
  return: 'waits-again',
  refuse: 'waits-again',
  spam: 'waits-again',
  'take-down': 'restored',
  restore: 'taken-down',
};

const DONE: Partial<Record<Decision, Told>> = {
  accept: 'published',
  'edit-and-accept': 'published-edited',
  return: 'returned',
  refuse: 'refused',
  spam: 'refused',
  'take-down': 'taken-down',
  restore: 'restored',
  'team-edit': 'team-edited',
};

/**
 * Null for a decision that does not concern the author. `about` is the kind of what was decided, null for a post as
 * such; `undid` is what an undo has undone.
 */
export function toldOf(decision: Decision, about: Kind | null, undid: Decision | null): Told | null {
  const as = about === null ? null : DESK_KINDS[about].countsAs;
  const reported = as === 'report';
  if (decision === 'undo') {
    if (undid === null || as === 'appeal' || (reported && undid !== 'take-down')) return null;
    return UNDONE[undid] ?? null;
  }
  if (as === 'appeal')
    return decision === 'accept' ? 'appeal-granted' : decision === 'refuse' ? 'appeal-confirmed' : null;
  if (reported && decision !== 'take-down') return null;
  if (about !== null && (as === 'page' || propertiesOf(about).changesPost) && DONE[decision] === 'published')
    return 'edit-published';
  return DONE[decision] ?? null;
}

export interface CurrentState {
  status: Status;
  /** Whether readers see the post; null for a submission that is no post. */
  stands: boolean | null;
  gone: string | null;
}

/** Asked when it is told and when the letter leaves: much can have happened since. */
export function isStillSo(told: Told, { status, stands, gone }: CurrentState): boolean {
  switch (told) {
    case 'returned':
      return status === 'returned';
    case 'refused':
      return status === 'refused' || status === 'spam';
    case 'waits-again':
      return status === 'waiting';
    case 'taken-down':
      return gone === 'taken-down';
    case 'appeal-confirmed':
      return status !== 'withdrawn';
    case 'published':
    case 'published-edited':
    case 'edit-published':
    case 'appeal-granted':
    case 'restored':
    case 'team-edited':
      return status === 'published' && stands !== false;
  }
}
