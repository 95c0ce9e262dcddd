import { LessThan } from 'typeorm';
import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { DecisionEntity } from '../../publishing/decision.entity.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../../submissions/submission-row.js';
import type { Visitor } from '../../visitors/visitor.js';
import { putPageBack, takePageDown } from '../people/profile-removals.js';
import { lockPage, ownerOf, takeProfileBack } from '../../publishing/profiles.js';
import { authorsWordsAgain, waitAgain } from './wait-again.js';
import { mustStand } from './must-stand.js';
import { NOT_PUBLISHED, profileWaits } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

interface Locked {
  submission: SubmissionRow;
  member: number;
}

async function lock(tx: Transaction, { submission: id }: LoggedDecision, moderator: Visitor): Promise<Locked> {
  const [submission] = await tx.query<SubmissionRow>(
    `select ${SUBMISSION_COLUMNS} from desk.submission where id = $1 for update`,
    [id],
  );
  if (submission === undefined || !moderator.moderatesCategory(submission.category)) throw new NotFound();
  const member = ownerOf(submission);
  await lockPage(tx, member);
  return { submission, member };
}

const ACCEPTED_UNLESS = [NOT_PUBLISHED, profileWaits('s.id')];

const REMOVED_UNLESS = [
  {
    code: 'decided-since',
    when: `not exists (select 1 from desk.profile_text x where x.submission_id = s.id
      and (x.removed_at is null) = (d.decision = 'restore'))`,
  },
];

/** Puts the earlier text back on the member's page, and the one that was accepted waits again. */
export const acceptedProfile: Undoing = {
  decisions: ['accept', 'edit-and-accept', 'publish'],
  unless: ACCEPTED_UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { submission } = await lock(tx, row, moderator);
    await mustStand(tx, row, { moderator, now }, ACCEPTED_UNLESS);
    await takeProfileBack(tx, submission);
    await waitAgain(tx, submission.id, now);
    if (row.decision === 'edit-and-accept') await authorsWordsAgain(tx, submission.id, now);
    await tx.tell({ news: 'QueueChanged', category: null, submission: submission.id });
  },
};

/** Undoing a take-down puts the text back, undoing a restoration takes it down again for the earlier reason. */
export const profileRemoval: Undoing = {
  decisions: ['take-down', 'restore'],
  unless: REMOVED_UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { submission, member } = await lock(tx, row, moderator);
    await mustStand(tx, row, { moderator, now }, REMOVED_UNLESS);
    const formerly = await tx.repository(DecisionEntity).findOne({
      where: { submissionId: submission.id, decision: 'take-down', id: LessThan(row.id) },
      order: { id: 'DESC' },
    });
    const done =
      row.decision === 'take-down'
        ? await putPageBack(tx, member)
        : await takePageDown(
            tx,
            member,
            { reason: formerly?.reason ?? 'other', remark: formerly?.remark ?? null, by: moderator.member?.id ?? 0 },
            now,
          );
    if (done !== submission.id) throw new Conflict('decided-since');
    await tx.tell({ news: 'QueueChanged', category: null, submission: submission.id });
  },
};
