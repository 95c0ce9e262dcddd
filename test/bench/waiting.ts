import { sowWaiting } from '../waiting-rows.js';
import type { Subject } from './subject.js';

/** So many replies of one guest that wait in an open thread. Answers their ids. */
export function sow(forum: Subject, { count, name }: { count: number; name: string }): Promise<string[]> {
  return forum.beside(async (owner) => {
    const {
      rows: [open],
    } = await owner.query<{ id: number }>(
      `select t.id from thread t join category c on c.id = t.category_id where c.audience = 'everyone' and not c.closed
        and not t.locked and t.title <> '' order by t.id limit 1`,
    );
    if (open === undefined) throw new Error('no thread takes replies');
    return sowWaiting(owner, { thread: open.id, count, name });
  });
}
