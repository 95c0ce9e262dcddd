import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';

/** A thread that nobody else changes until the commit, and who changes it. */
export interface LockedThread {
  member: Identity;
  id: number;
  category: number;
  locked: boolean;
  pinnedAt: Date | null;
  lastNumber: number;
  /** Its title and its place are an article's. */
  ofArticle: boolean;
}

/**
 * Whoever writes a reply shares the thread's row until it is stored: this lock waits for all of them, and they for it.
 * `into`: the thread that it must be merged into, or none. @throws NotFound outside of the moderator's categories, Conflict
 * when it was merged or unmerged since.
 */
export async function lockThread(tx: Transaction, moderator: Visitor, id: number, into: number | null = null): Promise<LockedThread> {
  const [row] = await tx.query<Omit<LockedThread, 'member'> & { movedTo: number | null }>(
    `select id, category_id as category, locked, pinned_at as "pinnedAt", last_number as "lastNumber", moved_to as "movedTo", of_article as "ofArticle"
     from thread where id = $1 for update`,
    [id],
  );
  const { member } = moderator;
  if (row === undefined || member === null || !moderator.moderatesCategory(row.category)) throw new NotFound();
  const { movedTo, ...thread } = row;
  if (movedTo !== into) throw new Conflict('moved-since');
  return { ...thread, member };
}
