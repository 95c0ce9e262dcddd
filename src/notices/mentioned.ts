import type { Queries } from '../database/transaction.js';
import type { Happening } from './happenings.js';

/**
 * The members whom a post names that stands now because of this decision, and who may read it and want to know: not
 * its author, nor whom the same decision tells already. Who was told of this post before is not told again: the index
 * of notices sees to it.
 */
export async function mentionedBy(
  from: Queries,
  { names, thread, number }: Happening,
  besides: number | null,
): Promise<number[]> {
  if (!names) return [];
  const rows = await from.query<{ member: number }>(
    `select m.id as member
     from post p join category c on c.id = p.category_id
     join post_mention n on n.thread_id = p.thread_id and n.number = p.number
     join member m on m.id = n.member_id join private.account a on a.member_id = m.id and a.mentions
     where p.thread_id = $1 and p.number = $2 and p.gone is null and m.id is distinct from p.author_id
       and m.id is distinct from $3 and (c.audience <> 'staff' or m.role <> 'member')
     order by m.id`,
    [thread, number, besides],
  );
  return rows.map(({ member }) => member);
}
