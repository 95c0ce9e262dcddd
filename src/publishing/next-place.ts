import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import type { PlacedSubmission } from '../submissions/submission-row.js';
import { threadKindOf } from '../submissions/thread-facts/facts.js';
import { sectionFor } from './articles/section-for.js';
import { openThread } from './open-thread.js';
import type { Published } from './published.js';

/** Where a post will stand, and whether its thread opens with it. */
export type NextPlace = Published & { opens: boolean };

/** Gives a submission its number, and its thread where it opens one. */
export type PlaceFinder = (tx: Transaction, submission: PlacedSubmission, at: Date) => Promise<NextPlace>;

// In SQL, single rows too, like all that an acceptance waits for (docs/decisions/0018-entities.md).
async function nextIn(tx: Transaction, thread: number | null, at: Date): Promise<NextPlace> {
  const [place] = await tx.query<Published>(
    `update thread set last_number = last_number + 1, post_count = post_count + 1,
      last_post_at = greatest(last_post_at, $2)
     where id = $1 and not retired returning id as thread, last_number as number`,
    [thread, at],
  );
  if (place === undefined) throw new Conflict('thread-gone');
  return { ...place, opens: false };
}

/**
 * The same for submissions whose rows are locked by the statement before this one. It finds their thread by the first
 * of them, so that both statements can be sent at once: all of them wait in that thread. @throws Conflict 'thread-gone'
 */
export async function nextForLockedRows(
  tx: Transaction,
  submissions: readonly string[],
  at: Date,
): Promise<Published[]> {
  const [last] = await tx.query<Published>(
    `update thread set last_number = last_number + $3, post_count = post_count + $3,
      last_post_at = greatest(last_post_at, $2)
     where id = (select thread_id from desk.submission where id = $1) and not retired
     returning id as thread, last_number as number`,
    [submissions[0], at, submissions.length],
  );
  if (last === undefined) throw new Conflict('thread-gone');
  const { thread, number } = last;
  return submissions.map((_, nth) => ({ thread, number: number - submissions.length + 1 + nth }));
}

export const nextInThread: PlaceFinder = (tx, { thread }, at) => nextIn(tx, thread, at);

/**
 * Finds the section of the article as it is now, which may have changed since the comment was sent; the first comment
 * opens it.
 */
export const nextInSection: PlaceFinder = async (tx, submission, at) => {
  const { article, category, title, thread } = await sectionFor(tx, submission);
  if (thread !== null) return nextIn(tx, thread, at);
  const opened = await openThread(tx, { category, title, ofArticle: true }, at);
  await tx.query('update article set thread_id = $2 where id = $1', [article, opened]);
  return { ...(await nextIn(tx, opened, at)), opens: true };
};

export const firstInNewThread: PlaceFinder = async (tx, { category, title, facts }, at) => {
  const kind = threadKindOf(facts);
  const opened = await openThread(tx, { category, title: title ?? '', ofArticle: false, kind }, at);
  return { ...(await nextIn(tx, opened, at)), opens: true };
};
