import type { Queries, Transaction } from '../database/transaction.js';
import type { Identity } from '../visitors/visitor.js';
import { AdministrationActEntity } from './administration-act.entity.js';
import type { AdministrationRow } from './category-settings.js';

interface Done {
  act: AdministrationRow['act'];
  category?: number;
  detail: Record<string, unknown>;
}

/**
 * Adds a row, which nobody can change or delete later. It holds settings only, never a guest's name or a text that
 * somebody wrote.
 */
export async function logAct(
  tx: Transaction,
  { id, name }: Pick<Identity, 'id' | 'name'>,
  { act, category, detail }: Done,
  now: Date,
): Promise<void> {
  await tx.repository(AdministrationActEntity).insert({
    doneAt: now,
    memberId: id,
    memberName: name,
    act,
    categoryId: category ?? null,
    detail,
  });
}

/** The last 20 acts, newest first; of one category, or of all and the lists of words. */
export function lastActs(tx: Queries, category: number | null): Promise<AdministrationRow[]> {
  return tx.query<AdministrationRow>(
    `select a.done_at as at, coalesce(m.name, a.member_name) as by, a.act, c.name as category,
       array(select jsonb_object_keys(a.detail) order by 1) as changed
     from desk.administration a left join member m on m.id = a.member_id left join category c on c.id = a.category_id
     where $1::int is null or a.category_id = $1 order by a.id desc limit 20`,
    [category],
  );
}
