import type { Transaction } from '../../database/transaction.js';
import { kindsWith } from '../../submissions/kind.js';
import type { MovedRow, Route } from './moved-rows.js';

/**
 * For a submission without a number that goes from thread $1 to $2: the list of threads that it has left; going back
 * removes the last one.
 */
const LEFT = `case when s.moved_from[cardinality(s.moved_from)] = $2 then s.moved_from[1:cardinality(s.moved_from) - 1]
  else s.moved_from || $1::int end`;

const CATEGORY = '(select category_id from thread where id = $2)';

/**
 * The submissions about moved posts follow them: those that became the posts, edits, reports, appeals, and waiting
 * replies to them. An edit of the present words can still be accepted, an edit of earlier words cannot.
 */
export async function bringSubmissions(
  tx: Transaction,
  { from, to }: Route,
  rows: readonly MovedRow[],
): Promise<void> {
  const column = (name: keyof MovedRow): unknown[] => rows.map((row) => row[name]);
  await tx.query(
    `update desk.submission s set thread_id = $2, number = w.becomes, category_id = ${CATEGORY},
       reply_to = case when s.kind in ${kindsWith('becomesPost')} then w.replies_to else s.reply_to end,
       base_change = case when s.kind not in ${kindsWith('changesPost')}
         or s.status not in ('waiting', 'returned') then s.base_change
         when s.base_change = w.change then w.changes else -1 end
     from unnest($3::int[], $4::int[], $5::int[], $6::int[], $7::int[]) w (number, becomes, replies_to, change,
       changes)
     where s.thread_id = $1 and s.number = w.number`,
    [from, to, column('number'), column('becomes'), column('repliesTo'), column('change'), column('changes')],
  );
  await tx.query(
    `update desk.submission s set thread_id = $2, reply_to = w.becomes, category_id = ${CATEGORY}, moved_from = ${LEFT}
     from unnest($3::int[], $4::int[]) w (number, becomes)
     where s.thread_id = $1 and s.number is null and s.kind in ${kindsWith('movesWithPosts')}
       and s.reply_to = w.number`,
    [from, to, column('number'), column('becomes')],
  );
  await bringAppeals(tx, to);
}

/** Moves all submissions without a number out of a thread that takes nothing any more. */
export async function bringReplies(tx: Transaction, from: number, to: number): Promise<void> {
  await tx.query(
    `update desk.submission s set thread_id = $2, reply_to = null, category_id = ${CATEGORY}, moved_from = ${LEFT}
     where s.thread_id = $1 and s.number is null and s.kind in ${kindsWith('movesWithPosts')}`,
    [from, to],
  );
  await bringAppeals(tx, to);
}

/** Submissions that came to a thread when another was merged into it go back to that one. */
export async function returnReplies(tx: Transaction, from: number, to: number): Promise<void> {
  await tx.query(
    `update desk.submission s set thread_id = $2, reply_to = null, category_id = ${CATEGORY}, moved_from = ${LEFT}
     where s.thread_id = $1 and s.number is null and s.kind in ${kindsWith('movesWithPosts')}
       and s.moved_from[cardinality(s.moved_from)] = $2`,
    [from, to],
  );
  await bringAppeals(tx, to);
}

/** An appeal is moved to the thread of the submission that it is against. */
async function bringAppeals(tx: Transaction, thread: number): Promise<void> {
  await tx.query(
    `update desk.submission a set thread_id = s.thread_id, category_id = s.category_id,
       number = case when a.number is null then null else s.number end
     from desk.submission s where s.thread_id = $1 and a.appeals = s.id
     and (a.thread_id is distinct from s.thread_id or a.category_id is distinct from s.category_id)`,
    [thread],
  );
}
