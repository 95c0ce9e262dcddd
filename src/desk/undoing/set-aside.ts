import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Status } from '../../submissions/followed.js';
import type { Visitor } from '../../visitors/visitor.js';
import { waitAgain } from './wait-again.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const STATUS: Partial<Record<LoggedDecision['decision'], Status>> = {
  return: 'returned',
  refuse: 'refused',
  spam: 'spam',
};

/** A submission that was returned, refused or marked as spam waits again. */
export const undoing: Undoing = {
  decisions: ['return', 'refuse', 'spam'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const [read] = await tx.query<{ category: number | null; status: Status; version: number }>(
      'select category_id as category, status, version from desk.submission where id = $1 for update',
      [row.submission],
    );
    if (read === undefined || row.submission === null || !moderator.moderatesCategory(read.category))
      throw new NotFound();
    await mustStand(tx, row);
    if (read.version !== row.version)
      throw new Conflict('corrected-since', { version: read.version, read: row.version ?? 0 });
    if (read.status !== STATUS[row.decision]) throw new Conflict('decided-since');
    await waitAgain(tx, row.submission, now);
    await tx.tell({ news: 'QueueChanged', category: read.category, submission: row.submission });
  },
};
