import type { Transaction } from '../../database/transaction.js';
import type { Kind } from '../../submissions/kind.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { Decision } from '../../publishing/decision.js';
import type { UndoRefusal } from './undo-refusal.js';

/** The part of a row of the log that is needed to undo it. */
export interface LoggedDecision {
  /** Digits. */
  id: string;
  decision: Decision;
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

/** How some decisions are undone. It must restore the state before the decision and lose nothing. */
export interface Undoing {
  decisions: readonly Decision[];
  /** What lies in the way besides what always does; left out for nothing. */
  unless?: readonly UndoRefusal[];
  /**
   * Locks what it changes (submissions in the order of their ids, then the thread), asks `mustStand` with
   * its `unless`, and then acts.
   * @throws NotFound outside of the moderator's categories, Conflict when somebody was quicker.
   */
  undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void>;
}
