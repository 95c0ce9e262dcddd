import type { Queries } from '../database/transaction.js';
import { kindsWith } from '../submissions/kind.js';
import type { Happening } from './happenings.js';

/** Whose post was answered: a member, or a guest by what they sent. */
export type Answered = { member: number } | { submission: string };

/** Null when nobody was, they answered themselves, or may not read the answer. */
export async function answeredBy(
  from: Queries,
  { appeared, thread, number, answers, submission }: Happening,
): Promise<Answered | null> {
  if (!appeared || answers === null || answers === number) return null;
  const [row] = await from.query<{ member: number | null; guest: string | null }>(
    `select m.id as member, g.id as guest
     from post c join category k on k.id = c.category_id
     join post p on p.thread_id = c.thread_id and p.number = $3 and p.gone is null
     join desk.submission s on s.id = $4
     left join member m on m.id = p.author_id
     left join desk.submission g on p.author_id is null and g.thread_id = p.thread_id and g.number = p.number
       and g.kind in ${kindsWith('becomesPost')} and g.status = 'published' and g.email is distinct from s.email
     where c.thread_id = $1 and c.number = $2 and c.gone is null
     and (p.author_id is null or p.author_id is distinct from c.author_id)
     and case k.audience when 'everyone' then true when 'members' then m.id is not null else m.role <> 'member' end`,
    [thread, number, answers, submission],
  );
  if (row === undefined) return null;
  if (row.member !== null) return { member: row.member };
  return row.guest === null ? null : { submission: row.guest };
}
