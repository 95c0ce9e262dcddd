import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { carryEdits } from '../../publishing/carry-edits.js';
import { FORMER_FILE, putBytesBack } from '../documents/former-bytes.js';
import { lockPost } from '../decisions/remove-post.js';
import { putRevisionBack } from '../../publishing/revisions.js';
import { mustStand } from './must-stand.js';
import { POST_WITHDRAWN, postGone } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const UNLESS = [
  POST_WITHDRAWN,
  { code: 'former-gone', when: `d.detail ? 'document' and not exists (${FORMER_FILE})` },
  {
    code: 'decided-since',
    when: `${postGone()} or not exists (select 1 from desk.revision x where x.thread_id = d.thread_id
      and x.number = d.number)`,
  },
];

/**
 * Undoing an edit by the team puts the author's words back, or the file of before, and waiting edits of these words can
 * be accepted again.
 */
export const undoing: Undoing = {
  decisions: ['team-edit'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    if (row.thread === null || row.number === null) throw new NotFound();
    const { thread, number, category, edits, change, next } = await lockPost(tx, moderator, row.thread, row.number);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    if (row.detail?.['document'] !== undefined) await putBytesBack(tx, row.id);
    if (!(await putRevisionBack(tx, { thread, number }, next, now))) throw new Conflict('decided-since');
    // Edits that waited were carried over a change of a file, whose words are the same.
    const before = row.detail?.['document'] === undefined ? row.detail?.['change'] : change;
    if (before !== undefined) await carryEdits(tx, edits, before, next);
    await tx.tell({ news: 'PostChanged', category, thread, number });
  },
};
