import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { LoggedDecision } from './undoing.js';

/** Locks the submission that was decided. @throws NotFound outside of the moderator's categories */
export async function lockDecided(
  tx: Transaction,
  { submission: id }: LoggedDecision,
  moderator: Visitor,
): Promise<{ id: string; category: number | null }> {
  const [read] = await tx.query<{ category: number | null }>(
    'select category_id as category from desk.submission where id = $1 for update',
    [id],
  );
  if (read === undefined || id === null || !moderator.moderatesCategory(read.category)) throw new NotFound();
  return { id, category: read.category };
}
