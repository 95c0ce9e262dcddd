import type { Transaction } from '../../database/transaction.js';
import type { Status } from '../../submissions/followed.js';
import type { Visitor } from '../../visitors/visitor.js';
import { grantMoot } from '../appeals/grant-moot.js';
import { waitAgain } from './wait-again.js';
import { lockDecided } from './decided-submission.js';
import { mustStand } from './must-stand.js';
import { CORRECTED, profileWaits } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const STATUS: Partial<Record<LoggedDecision['decision'], Status>> = {
  return: 'returned',
  refuse: 'refused',
  spam: 'spam',
};

const UNLESS = [
  CORRECTED,
  {
    code: 'decided-since',
    when: `s.status <> case d.decision ${Object.entries(STATUS)
      .map(([decision, status]) => `when '${decision}' then '${status}'`)
      .join(' ')} end`,
  },
  profileWaits('s.id'),
];

/** A submission that was returned, refused or marked as spam waits again; who appealed against that has been heard. */
export const undoing: Undoing = {
  decisions: ['return', 'refuse', 'spam'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { id, category, appeals } = await lockDecided(tx, row, moderator);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    await waitAgain(tx, id, now);
    await grantMoot(tx, appeals, moderator.member?.id ?? null, now);
    await tx.tell({ news: 'QueueChanged', category, submission: id });
  },
};
