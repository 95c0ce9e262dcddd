import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import type { Status } from '../../submissions/followed.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { LoggedDecision } from './undoing.js';

interface Locked {
  id: string;
  version: number;
  status: Status;
  category: number | null;
}

export interface DecidedSubmission {
  id: string;
  category: number | null;
  /** Against this decision, and still to be judged. */
  appeals: Locked[];
}

/**
 * Locks the submission that was decided, and an appeal against that, in the order in which whoever judges it locks
 * them. @throws NotFound outside of the moderator's categories
 */
export async function lockDecided(
  tx: Transaction,
  { submission: id }: LoggedDecision,
  moderator: Visitor,
): Promise<DecidedSubmission> {
  const rows = await tx.query<Locked>(
    `select id, version, status, category_id as category from desk.submission where id = $1 or appeals = $1
     order by id for update`,
    [id],
  );
  const read = rows.find((row) => row.id === id);
  if (read === undefined || !moderator.moderatesCategory(read.category)) throw new NotFound();
  const appeals = rows.filter((row) => row !== read && row.status === 'waiting');
  return { id: read.id, category: read.category, appeals };
}
