import type { Reader } from '../database/reader.js';
import { fold } from '../markup/fold.js';
import type { Audience } from './visible.js';

/** The last posts of a thread are looked through for their authors. */
const MOST_READ = 500;
const MOST_PROPOSED = 8;

/** The members with a standing post in a thread whose name begins so, the last to write first; null for no thread. */
export async function peopleOf(
  reader: Reader,
  audiences: readonly Audience[],
  thread: number,
  typed: string,
): Promise<string[] | null> {
  const [row] = await reader.query<{ names: string[] }>(
    `select array(
       select m.name from (
         select p.author_id, max(p.number) as last from (
           select author_id, number from post where thread_id = t.id and gone is null order by number desc
             limit ${MOST_READ}) p
         where p.author_id is not null group by p.author_id) a
       join member m on m.id = a.author_id order by a.last desc) as names
     from thread t join category c on c.id = t.category_id and c.audience = any($2) where t.id = $1`,
    [thread, audiences],
  );
  const start = fold(typed).replace(/[-_]/g, ' ');
  return (
    row?.names.filter((name) => fold(name).replace(/[-_]/g, ' ').startsWith(start)).slice(0, MOST_PROPOSED) ?? null
  );
}
