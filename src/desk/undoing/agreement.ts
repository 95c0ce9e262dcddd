import type { Transaction } from '../../database/transaction.js';
import type { Visitor } from '../../visitors/visitor.js';
import { authorsWordsAgain } from './wait-again.js';
import { lockDecided } from './decided-submission.js';
import { mustStand } from './must-stand.js';
import { CORRECTED } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/** Whether the moderator agreed with new words of their own. */
async function isOwnWords(tx: Transaction, { submission, version, id }: LoggedDecision): Promise<boolean> {
  const [row] = await tx.query(
    `select 1 from desk.submission_version v join desk.decision d on d.id = $3 and d.member_id = v.member_id
     where v.submission_id = $1 and v.version = $2 and v.written_by = 'team'`,
    [submission, version, id],
  );
  return row !== undefined;
}

const UNLESS = [
  CORRECTED,
  {
    code: 'decided-since',
    when: `s.status <> 'waiting' or not exists (select 1 from desk.agreement x where x.submission_id = s.id
      and x.version = d.version and x.member_id = d.member_id)`,
  },
];

/**
 * Undoing the first of two agreements: two moderators must agree again, and words of the team that came with it are
 * replaced by the author's.
 */
export const undoing: Undoing = {
  decisions: ['agree'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { id, category } = await lockDecided(tx, row, moderator);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    await tx.query(
      `delete from desk.agreement a using desk.decision d where d.id = $2 and a.submission_id = $1
        and a.version = d.version and a.member_id = d.member_id`,
      [id, row.id],
    );
    if (await isOwnWords(tx, row)) await authorsWordsAgain(tx, id, now);
    await tx.tell({ news: 'QueueChanged', category, submission: id });
  },
};
