import type { Draft } from './draft.js';
import type { NewSubmission } from './insert-submission.js';

/** What may be stored, and how. */
export interface Candidate {
  draft: Draft;
  /** Files that come with it. */
  fresh: readonly string[];
  row: NewSubmission;
}
