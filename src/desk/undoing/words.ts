import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import { takeWordsBack } from '../../publishing/workshops/words.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../../submissions/submission-row.js';
import type { Visitor } from '../../visitors/visitor.js';
import { mustStand } from './must-stand.js';
import { NOT_PUBLISHED } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';
import { authorsWordsAgain, waitAgain } from './wait-again.js';

const UNLESS = [NOT_PUBLISHED];

/** Nobody who has registered reads them any more, and they wait again. */
export const acceptedWords: Undoing = {
  decisions: ['accept', 'edit-and-accept', 'publish'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const [submission] = await tx.query<SubmissionRow>(
      `select ${SUBMISSION_COLUMNS} from desk.submission where id = $1 for update`,
      [row.submission],
    );
    if (submission === undefined || !moderator.moderatesCategory(submission.category)) throw new NotFound();
    await mustStand(tx, row, { moderator, now }, UNLESS);
    await takeWordsBack(tx, submission.id);
    await waitAgain(tx, submission.id, now);
    if (row.decision === 'edit-and-accept') await authorsWordsAgain(tx, submission.id, now);
    await tx.tell({ news: 'QueueChanged', category: submission.category, submission: submission.id });
  },
};
