import type { Transaction } from '../database/transaction.js';
import type { SubmissionRow } from '../submissions/submission-row.js';
import { PUBLISHING_KINDS } from './kinds.js';
import type { Published } from './published.js';
import type { Publication } from './publishing-kind.js';

/**
 * One of the two ways to become public, for submissions of every kind. The other one, settleLockedRows(), is for
 * replies in a thread that bring nothing but words: they are most of what is published, and it writes them by fewer
 * statements. Both write posts by add-posts.ts and take numbers from next-place.ts, so no number is given before the
 * publication. test/rules/publishing.spec.ts lists all files that call either of them.
 *
 * It is given a submission that the same transaction has just settled as published. One that has its number already was
 * published before and taken back: it gets that number again, even in a thread that takes no more posts. Null for the
 * text of a member's page, which stands in no thread.
 *
 * A submission that waited when its category was closed is still published, because its author sent it in time.
 *
 * @throws Conflict when its thread was retired or its article removed, or the post that it changes has changed or gone.
 */
export async function publish(
  tx: Transaction,
  submission: SubmissionRow,
  at: Date,
  how: Publication,
): Promise<Published | null> {
  const kind = PUBLISHING_KINDS[submission.kind];
  if (kind === null) throw new Error(`submission ${submission.id} is a ${submission.kind}, which nobody publishes`);
  return kind.publish(tx, submission, at, how);
}
