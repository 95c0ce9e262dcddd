import { together } from '../database/together.js';
import type { Transaction } from '../database/transaction.js';
import { placed, type SubmissionRow } from '../submissions/submission-row.js';
import { addPosts, countPosts, type PlacedPost, withPublicTexts } from './add-posts.js';
import { forgetAgreements } from './forget-agreements.js';
import { type Decided, logAll, type SignedEntry } from './log.js';
import type { Hand, Published } from './published.js';
import { settleAll, type Settlement } from './settle.js';

/** A decision about a reply that the same transaction holds, and that brings nothing but words. */
export interface HeldDecision extends SignedEntry {
  row: SubmissionRow;
  settlement: Settlement;
  /** Where it will stand; null for one that is not published. */
  place: Published | null;
  hand: Hand;
}

/**
 * All that is left to be done for decisions about replies that are held, each of which has its number already where it
 * is published: asked at once, and for all of them by the same few statements. What most decisions are, and with as few
 * waits for the database as can be, because whoever decides in the same thread waits for each of them.
 *
 * `ends`: whether the transaction may end with it. Only a failure can come of it.
 */
export async function settleHeld(
  tx: Transaction,
  all: readonly HeldDecision[],
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

function placedPosts({ row, place, now, hand }: HeldDecision): PlacedPost[] {
  return place === null ? [] : [{ submission: placed(row), place, at: now, hand }];
}
