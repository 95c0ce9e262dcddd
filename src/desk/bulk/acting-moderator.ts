import type { Queries } from '../../database/transaction.js';
import { isSuspendedAt } from '../../members/suspension.js';
import { type Identity, Visitor } from '../../visitors/visitor.js';

/**
 * The moderator who acts, with the rights of this moment: between the click and the act they may have lost a category,
 * their role or their account. A guest when they may not act any more.
 */
export async function actingModerator(tx: Queries, member: number, now: Date): Promise<Visitor> {
  const [row] = await tx.query<Omit<Identity, 'moderates'> & { categories: number[] | null }>(
    `select m.id, m.name, m.role, a.language, a.accepted_count as "acceptedCount",
       (select array_agg(c.category_id) from desk.moderator_category c where c.member_id = m.id) as categories
     from member m join private.account a on a.member_id = m.id where m.id = $1 and not ${isSuspendedAt('$2')}`,
    [member, now],
  );
  if (row === undefined) return Visitor.guest();
  const { categories, ...identity } = row;
  return Visitor.of({ ...identity, moderates: row.role === 'moderator' ? categories : [] }, null);
}
