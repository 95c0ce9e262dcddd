import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../../submissions/submission-row.js';
import type { Visitor } from '../../visitors/visitor.js';
import { putPageBack, takePageDown } from '../people/profile-removals.js';
import { lockPage, ownerOf, takeProfileBack } from '../people/profiles.js';
import { authorsWordsAgain, waitAgain } from '../wait-again.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

interface Locked {
  submission: SubmissionRow;
  member: number;
}

async function lock(tx: Transaction, { submission: id }: LoggedDecision, moderator: Visitor): Promise<Locked> {
  const [submission] = await tx.query<SubmissionRow>(`select ${SUBMISSION_COLUMNS} from desk.submission where id = $1 for update`, [id]);
  if (submission === undefined || !moderator.moderatesCategory(submission.category)) throw new NotFound();
  const member = ownerOf(submission);
  await lockPage(tx, member);
  return { submission, member };
}

/** The text of before stands on the page again, and the one that was accepted waits. */
export const acceptedProfile: Undoing = {
  decisions: ['accept', 'edit-and-accept', 'publish'],
  kinds: ['profile'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { submission } = await lock(tx, row, moderator);
    await mustStand(tx, row);
    if (submission.status !== 'published') throw new Conflict('decided-since');
    await takeProfileBack(tx, submission);
    await waitAgain(tx, submission.id, now);
    if (row.decision === 'edit-and-accept') await authorsWordsAgain(tx, submission.id, now);
    await tx.tell({ news: 'QueueChanged', category: null, submission: submission.id });
  },
};

/** Undoing a take-down puts the text back, undoing a restoration takes it down again for the reason of before. */
export const profileRemoval: Undoing = {
  decisions: ['take-down', 'restore'],
  kinds: ['profile'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { submission, member } = await lock(tx, row, moderator);
    await mustStand(tx, row);
    const [formerly] = await tx.query<{ reason: string; remark: string | null }>(
      `select reason, remark from desk.decision where submission_id = $1 and decision = 'take-down' and id < $2::bigint order by id desc limit 1`,
      [submission.id, row.id],
    );
    const done = row.decision === 'take-down'
      ? await putPageBack(tx, member)
      : await takePageDown(tx, member, { reason: formerly?.reason ?? 'other', remark: formerly?.remark ?? null, by: moderator.member?.id ?? 0 }, now);
    if (done !== submission.id) throw new Conflict('decided-since');
    await tx.tell({ news: 'QueueChanged', category: null, submission: submission.id });
  },
};
