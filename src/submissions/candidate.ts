import type { Visitor } from '../visitors/visitor.js';
import type { Draft } from './draft.js';
import type { NewSubmission } from './insert-submission.js';

/** What somebody sends, and when. */
export interface SentDraft {
  visitor: Visitor;
  draft: Draft;
  now: Date;
}

/** What may be stored, and how. */
export interface Candidate {
  draft: Draft;
  /** Files that come with it. */
  fresh: readonly string[];
  row: NewSubmission;
}
