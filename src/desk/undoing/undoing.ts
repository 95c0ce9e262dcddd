import type { Transaction } from '../../database/transaction.js';
import type { Kind } from '../../submissions/followed.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { DecisionRow } from '../card.js';

/** A row of the log as whoever undoes it needs it. */
export interface LoggedDecision {
  /** Digits. */
  id: string;
  decision: DecisionRow['decision'];
  category: number | null;
  submission: string | null;
  /** Of the submission; null where there is none. */
  kind: Kind | null;
  thread: number | null;
  number: number | null;
  version: number | null;
  reasons: string[];
  remark: string | null;
  detail: Readonly<Record<string, number>> | null;
}

/** How some decisions are undone. What it does must be what was decided, backwards, with nothing lost. */
export interface Undoing {
  decisions: readonly DecisionRow['decision'][];
  /** Of the submissions that it knows; left out for what is decided about posts and threads. */
  kinds?: readonly Kind[];
  /**
   * Locks what it changes (submissions in the order of their ids, then the thread), asks `mustStand`, and then acts.
   * @throws NotFound outside of the moderator's categories, Conflict when somebody was quicker.
   */
  undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void>;
}
