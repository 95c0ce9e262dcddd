import { Any } from 'typeorm';
import type { Queries, Transaction } from '../database/transaction.js';
import { Invalid } from '../errors/errors.js';
import { isSuspendedAt } from '../members/suspension.js';
import type { CategoryModerator } from './category-settings.js';
import { ModeratorCategoryEntity } from './moderator-category.entity.js';

/** The team, by name: who moderates everywhere, and who is limited to some categories. */
export function moderatorsOf(tx: Queries, category: number, now: Date): Promise<CategoryModerator[]> {
  return tx.query<CategoryModerator>(
    `select m.id, m.name, m.role = 'administrator' or count(l.category_id) = 0 as everywhere,
       m.role = 'administrator' or count(l.category_id) = 0 or bool_or(l.category_id = $1) as here
     from member m join private.account a on a.member_id = m.id and not ${isSuspendedAt('$2')}
     left join desk.moderator_category l on l.member_id = m.id
     where m.role in ('moderator', 'administrator') group by m.id order by m.name_key`,
    [category, now],
  );
}

/**
 * Sets which of the moderators who are limited to some categories moderate this one; answers whether anything changed.
 * @throws Invalid for a moderator who would have no category left, because no list of categories means all categories.
 */
export async function setModerators(
  tx: Transaction,
  category: number,
  chosen: readonly number[],
  now: Date,
): Promise<boolean> {
  const limited = (await moderatorsOf(tx, category, now)).filter(({ everywhere }) => !everywhere);
  const coming = limited.filter(({ id, here }) => !here && chosen.includes(id));
  const going = limited.filter(({ id, here }) => here && !chosen.includes(id)).map(({ id }) => id);
  const limits = tx.repository(ModeratorCategoryEntity);
  for (const { id } of coming) await limits.insert({ memberId: id, categoryId: category });
  await limits.delete({ categoryId: category, memberId: Any(going) });
  const [left] = await tx.query(
    `select 1 from unnest($1::int[]) as g (id) where not exists (select 1 from desk.moderator_category l
      where l.member_id = g.id)`,
    [going],
  );
  if (left !== undefined) throw new Invalid({ moderators: 'moderator-without-limits' });
  for (const member of [...coming.map(({ id }) => id), ...going]) await tx.tell({ news: 'MemberChanged', member });
  return coming.length + going.length > 0;
}

/** @throws Invalid when the category has fewer moderators than must agree. */
export async function enoughToAgree(tx: Transaction, category: number, needed: number, now: Date): Promise<void> {
  const here = (await moderatorsOf(tx, category, now)).filter((each) => each.here);
  if (here.length < needed) throw new Invalid({ agreement: 'moderators-too-few' });
}
