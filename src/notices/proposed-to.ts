import type { Queries } from '../database/transaction.js';
import { kindsWith } from '../submissions/kind.js';
import type { Answered } from './answered.js';
import type { Happening } from './happenings.js';

/** The author of a case that somebody else has changed; null where it has none any more, or they may not read it. */
export async function proposedTo(
  from: Queries,
  { proposed, thread, number, author }: Happening,
): Promise<Answered | null> {
  if (!proposed) return null;
  const [row] = await from.query<{ member: number | null; guest: string | null }>(
    `select m.id as member, g.id as guest
     from post p join category k on k.id = p.category_id
     left join member m on m.id = p.author_id
     left join desk.submission g on p.author_id is null and g.thread_id = p.thread_id and g.number = p.number
       and g.kind in ${kindsWith('becomesPost')} and g.status = 'published'
     where p.thread_id = $1 and p.number = $2 and p.gone is null and (m.id is null or m.id is distinct from $3)
     and case k.audience when 'everyone' then true when 'members' then m.id is not null else m.role <> 'member' end`,
    [thread, number, author],
  );
  if (row === undefined) return null;
  if (row.member !== null) return { member: row.member };
  return row.guest === null ? null : { submission: row.guest };
}
