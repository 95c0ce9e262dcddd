import type { Queries, Transaction } from '../database/transaction.js';
import type { ScreenedKind } from '../screening/policy.js';
import type { Visitor } from '../visitors/visitor.js';
import type { SaidDocument } from './documents/said-document.js';
import type { Destination } from './destination.js';
import type { Typed } from './typed.js';
import type { Words } from './words.js';

/** What is asked of the words of each kind, whoever writes them. */
export interface KindWords {
  /** Characters of the text, and the code of the problem when it has others. */
  text: { least: number; most: number; wrong: string };
  /** Whether it has a title, by the number that its post has or will have. */
  isTitled(at: { number: number | null }): boolean;
}

/** A kind that src/reception accepts. `T` is its target, as a form names it. */
export interface SubmissionKind<T> extends KindWords {
  /** The kind for which the category's policy is asked. */
  screenedAs: ScreenedKind;
  /**
   * The values that identify a target, its kind first: an idempotency key that was used for another target is refused.
   */
  key(target: T): unknown[];
  /** The thread whose lock is all that it needs: those that come there at the same time may be stored together. */
  joins?(target: T): number;
  /** Of a text that is changed: the files that belong to it. */
  standingDocuments?(tx: Queries, target: T): Promise<readonly SaidDocument[]>;
  /**
   * Looks with the visitor's own eyes: a category or thread outside of their audience is not found.
   *
   * @throws NotFound, Forbidden, Conflict and Invalid, as Submissions.submit does.
   */
  find(tx: Queries, visitor: Visitor, draft: T & Typed, words: Words, now: Date): Promise<Destination>;
  /**
   * Called before a submission begins to wait, at first or again. @throws Conflict where another one of this author
   * waits.
   */
  mayWait?(tx: Transaction, of: { author: number | null; id: string | null }): Promise<void>;
}
