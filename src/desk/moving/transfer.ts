import type { Transaction } from '../../database/transaction.js';
import { showAgain } from '../revisions.js';
import { bringSubmissions } from './bring-submissions.js';
import { type MovedRow, type Route, rowsOf } from './moved-rows.js';
import { renamedNotes } from './renamed-notes.js';

const HTML = renamedNotes('s.html', 'w.number', 'w.becomes');

/** One array for each column of `w`, as unnest() takes them. */
function columns(rows: readonly MovedRow[]): unknown[] {
  return (['number', 'becomes', 'repliesTo', 'root', 'changes', 'change', 'replyTo'] as const).map((name) => rows.map((row) => row[name]));
}

const W = `unnest($3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[])
  w (number, becomes, replies_to, root, changes, change, reply_to)`;

/**
 * Puts posts where they go, with everything that hangs on them (what the desk took away, former texts, all that was sent
 * about them), and leaves their numbers behind, which lead there. Coming back is the same the other way round. Both
 * threads and what was sent about the posts are locked; `counts` and lists are the caller's.
 *
 * @throws Conflict when one of them has moved since.
 */
export async function transfer(tx: Transaction, route: Route): Promise<void> {
  const { rows, changesBefore } = await rowsOf(tx, route);
  const values = [route.from, route.to, ...columns(rows)];
  await tx.query(
    `update post d set author_id = s.author_id, author_name = s.author_name, author_role = s.author_role, source = s.source, html = ${HTML},
       excerpt = s.excerpt, renderer_version = s.renderer_version, reply_to = case when s.gone is null then w.replies_to end, root = w.root,
       anchor = s.anchor, written_at = s.written_at, published_at = s.published_at, edited_at = s.edited_at,
       edited_by_team = s.edited_by_team, edited_reason = s.edited_reason, edited_for = s.edited_for, gone = s.gone,
       gone_reason = s.gone_reason, change = w.changes
     from ${W} join post s on s.thread_id = $1 and s.number = w.number where d.thread_id = $2 and d.number = w.becomes`,
    values,
  );
  await bringHistory(tx, values);
  await leaveNumbers(tx, values, changesBefore);
  await bringSubmissions(tx, route, rows);
  await showAgain(tx, route.to, rows.map(({ becomes }) => becomes));
}

/** Former texts come along (readers' copies by their foreign key), and so does what a tombstone covers. A title stays with its thread. */
async function bringHistory(tx: Transaction, values: readonly unknown[]): Promise<void> {
  await tx.query(
    `update desk.revision s set thread_id = $2, number = w.becomes, html = ${HTML} from ${W} where s.thread_id = $1 and s.number = w.number`, [...values],
  );
  await tx.query(
    `delete from public.revision r using thread t join category c on c.id = t.category_id and not c.history
     where t.id = $1 and r.thread_id = $1 and r.number = any($2)`,
    [values[1], values[3]],
  );
  await tx.query(
    `update desk.removed_post s set thread_id = $2, number = w.becomes, html = ${HTML}, reply_to = w.replies_to, title = null
     from ${W} where s.thread_id = $1 and s.number = w.number`,
    [...values],
  );
}

/** Whatever led to a post before leads to where it stands now, by one step. */
async function leaveNumbers(tx: Transaction, values: readonly unknown[], changesBefore: number): Promise<void> {
  await tx.query(
    `update post s set author_id = null, author_name = '', author_role = 'guest', source = '', html = '', excerpt = '', reply_to = null,
       edited_at = null, edited_by_team = false, edited_reason = null, edited_for = null, gone = 'moved', gone_reason = null,
       change = $2::int + w.place
     from unnest($3::int[]) with ordinality w (number, place) where s.thread_id = $1 and s.number = w.number`,
    [values[0], changesBefore, values[2]],
  );
  await tx.query('delete from post_moved where thread_id = $1 and number = any($2)', [values[1], values[3]]);
  await tx.query(
    `update post_moved m set to_thread = $2, to_number = w.becomes from ${W} where m.to_thread = $1 and m.to_number = w.number`, [...values],
  );
  await tx.query(
    `insert into post_moved (thread_id, number, to_thread, to_number, reply_to) select $1::int, w.number, $2::int, w.becomes, w.reply_to from ${W}`, [...values],
  );
}
