import type { Reader } from '../database/reader.js';
import { POST_COLUMNS, postFrom, type RawPost } from './post-row.js';
import type { Audience, VisiblePost } from './visible.js';

/**
 * Where a post stands when each branch follows the comment that it hangs on. One that came from a thread without
 * branches hangs on nothing.
 */
const PLACE = 'coalesce(p.root, p.number), p.number';

/** A slice of the thread in the order of its branches: the rows before it are counted in the index and not read. */
export async function branchesOf(
  reader: Reader,
  audiences: Audience[],
  thread: number,
  { from, count }: { from: number; count: number },
): Promise<VisiblePost[]> {
  const rows = await reader.query<RawPost>(
    `select ${POST_COLUMNS}
     from (
       select p.thread_id, p.number from thread t join category c on c.id = t.category_id and c.audience = any($2)
       join post p on p.thread_id = t.id where t.id = $1 order by ${PLACE} limit $4 offset $3
     ) here
     join post p on p.thread_id = here.thread_id and p.number = here.number
     left join member m on m.id = p.author_id
     order by ${PLACE}`,
    [thread, audiences, from, count],
  );
  return rows.map(postFrom);
}

/** From 1; 0 for a number that is not there. */
export async function placeInBranches(
  reader: Reader,
  audiences: Audience[],
  thread: number,
  number: number,
): Promise<number> {
  const [row] = await reader.query<{ place: number }>(
    `select count(*)::int as place from post p join category c on c.id = p.category_id and c.audience = any($3)
     where p.thread_id = $1 and (${PLACE}) <= (select ${PLACE} from post p where p.thread_id = $1 and p.number = $2)`,
    [thread, number, audiences],
  );
  return row?.place ?? 0;
}
