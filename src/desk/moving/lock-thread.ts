import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { ThreadKind } from '../../threads/visible.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';

/** A thread that nobody else changes until the commit, and who changes it. */
export interface LockedThread {
  member: Identity;
  id: number;
  category: number;
  /** One with facts keeps its post 1, and goes only to a category that takes its kind. */
  kind: ThreadKind;
  locked: boolean;
  pinnedAt: Date | null;
  lastNumber: number;
  /** Whether it is the section of an article, which decides its title and its category. */
  ofArticle: boolean;
}

/**
 * A reply holds a shared lock on the thread's row until it is stored: this lock waits for all of them, and they wait
 * for it. `into`: the thread that it must be merged into, or none. `may`: in which categories, where not in those that
 * the visitor moderates. @throws NotFound in others, Conflict when it was merged or unmerged since.
 */
export async function lockThread(
  tx: Transaction,
  moderator: Visitor,
  id: number,
  into: number | null = null,
  may = (category: number): boolean => moderator.moderatesCategory(category),
): Promise<LockedThread> {
  const [row] = await tx.query<Omit<LockedThread, 'member'> & { movedTo: number | null }>(
    `select id, kind, category_id as category, locked, pinned_at as "pinnedAt", last_number as "lastNumber",
      moved_to as "movedTo", of_article as "ofArticle"
     from thread where id = $1 for update`,
    [id],
  );
  const { member } = moderator;
  if (row === undefined || member === null || !may(row.category)) throw new NotFound();
  const { movedTo, ...thread } = row;
  if (movedTo !== into) throw new Conflict('moved-since');
  return { ...thread, member };
}
