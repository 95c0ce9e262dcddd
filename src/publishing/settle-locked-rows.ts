import { together } from '../database/together.js';
import type { Transaction } from '../database/transaction.js';
import { placed, type SubmissionRow } from '../submissions/submission-row.js';
import { addPosts, countPosts, type PlacedPost, withPublicTexts } from './add-posts.js';
import { forgetAgreements } from './forget-agreements.js';
import { type Decided, logAll, type SignedEntry } from './log.js';
import type { Hand, Published } from './published.js';
import { settleAll, type Settlement } from './settle.js';

/** A decision about a reply whose row the same transaction has locked, and which brings no files and no facts. */
export interface LockedRowDecision extends SignedEntry {
  row: SubmissionRow;
  settlement: Settlement;
  /** Where it will stand; null for one that is not published. */
  place: Published | null;
  hand: Hand;
}

/**
 * Writes what is left of decisions about replies whose rows are locked, and which have their numbers already where they
 * are published: their posts, the log, the submissions. This is the second way to become public, beside publish(): most
 * decisions are of this kind, so it asks for everything at once, by the same few statements for one reply or twenty.
 * Whoever decides in the same thread waits until these have been answered.
 *
 * `ends`: whether the commit may leave right behind these statements, because nothing is asked after them.
 */
export async function settleLockedRows(
  tx: Transaction,
  all: readonly LockedRowDecision[],
  { ends }: { ends: boolean },
): Promise<Decided[]> {
  const posts = await withPublicTexts(tx, all.flatMap(placedPosts));
  for (const { submission, place } of posts)
    await tx.tell({ news: 'PostPublished', category: submission.category, ...place });
  const logged = logAll(tx, all);
  const published = posts.length === 0 ? [] : [addPosts(tx, posts), ...countPosts(tx, posts, 0)];
  const settled = settleAll(tx, all);
  const forgotten = forgetAgreements(
    tx,
    all.map(({ row }) => row.id),
  );
  if (ends) tx.commitBehind();
  const [done] = await together([logged, ...published, settled, forgotten]);
  return done;
}

function placedPosts({ row, place, now, hand }: LockedRowDecision): PlacedPost[] {
  return place === null ? [] : [{ submission: placed(row), place, at: now, hand }];
}
