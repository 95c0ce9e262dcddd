import type { Queries, Transaction } from '../database/transaction.js';
import type { Decided } from '../publishing/log.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Verdict } from './decisions/verdict.js';
import type { Undoing } from './undoing/undoing.js';

/** The group in which decisions about a kind are counted, told and drawn. */
export type CountedAs = 'message' | 'page' | 'report' | 'appeal';

/** The part of a card that is needed to look up the public text that it would replace. */
export interface Carded {
  id: string;
  thread: number | null;
  number: number | null;
  authorId: number | null;
}

/** The public text that a submission would replace. */
export interface StandingText {
  /** Of the submission. */
  id: string;
  title: string | null;
  html: string;
  text: string;
}

/**
 * How the desk treats one kind of submission; how a kind is published and taken back is in src/publishing/kinds.ts.
 */
export interface DeskKind {
  countsAs: CountedAs;
  /** Whether two moderators must agree in a category that asks for two; otherwise one is always enough. */
  agreed: boolean;
  /**
   * Whether an acceptance may carry an answer, which is published as the next post: the page of a member has no posts.
   */
  answerable: boolean;
  /** Left out for a kind that has only the usual decisions: accept, return, refuse, spam. */
  decide?(
    tx: Transaction,
    moderator: Visitor,
    of: { id: string; thread: number | null; number: number | null },
    verdict: Verdict,
    now: Date,
  ): Promise<Decided>;
  /** How decisions about it are undone; the first entry that knows the decision is used. */
  undoings: readonly Undoing[];
  /** For cards that are compared with a public text: that text, for each card that has one. */
  standing?(tx: Queries, cards: readonly Carded[]): Promise<StandingText[]>;
}
