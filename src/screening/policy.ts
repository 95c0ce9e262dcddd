import type { VisibleCategory } from '../threads/visible.js';
import { type Edits, type Hold, HOLDS, type Organizers } from '../categories/policy-words.js';

/**
 * The kinds that policies know; a comment is screened as a reply, and an edit by anybody but the author as a proposal.
 */
export type ScreenedKind = 'thread' | 'reply' | 'edit' | 'proposal' | 'profile';

/** How a category receives what is sent to it. */
export interface Policy extends Pick<
  VisibleCategory,
  'closed' | 'opens' | 'takes' | 'guestsWrite' | 'closesAfter' | 'hold' | 'ofArticles' | 'documents'
> {
  /** Null for members' own pages. */
  readonly id: number | null;
  /** A member is a newcomer until this many of their contributions were accepted. */
  readonly acceptedUntil: number;
  readonly edits: Edits;
  readonly organizers: Organizers;
  /** Whether whatever brings a file is held, also where posts are not. */
  readonly documentsHeld: boolean;
}

/**
 * Whom the category holds for this kind of contribution. Edits are held as posts are, or always, or never those of
 * members who are known; proposals always; a policy that this program does not know holds everyone.
 */
export function holdFor(kind: ScreenedKind, { hold, edits }: Pick<Policy, 'hold' | 'edits'>): Hold {
  if (!HOLDS.includes(hold) || kind === 'proposal') return 'all';
  if (kind !== 'edit' || edits === 'as-posts') return hold;
  return edits === 'at-once' && hold === 'all' ? 'newcomers' : edits === 'at-once' ? hold : 'all';
}
