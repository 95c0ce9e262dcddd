import { together } from '../database/together.js';
import { placed } from '../submissions/submission-row.js';
import { addPosts, countPosts, withPublicTexts } from './add-posts.js';
import { putDocuments } from './documents/put-documents.js';
import type { PlaceFinder } from './next-place.js';
import type { PublishingKind } from './publishing-kind.js';
import { returnPost } from './return-post.js';
import { putFacts } from './thread-facts.js';

/** What publish() does with a message: `placeFor` gives it a thread and a number, unless it had them before. */
export function asPost(placeFor: PlaceFinder): PublishingKind['publish'] {
  return async (tx, row, now, { hand, anchor, quiet }) => {
    const submission = placed(row);
    if (submission.number !== null) return returnPost(tx, submission, now, hand);
    const { opens, ...place } = await placeFor(tx, submission, now);
    const { thread, number } = place;
    const { id, category } = submission;
    const posts = await withPublicTexts(tx, [{ submission, place, at: now, hand, anchor }]);
    if (quiet !== true)
      await tx.tell(
        opens ? { news: 'ThreadPublished', category, thread } : { news: 'PostPublished', category, thread, number },
      );
    const added = addPosts(tx, posts);
    if (submission.documents.length > 0 || submission.facts !== null) {
      await added;
      if (submission.documents.length > 0) await putDocuments(tx, place, submission.documents);
      await putFacts(tx, place, submission.facts, now);
    }
    // None of these needs what the one before it answers, so that all of them are sent at once, in this order.
    await together([
      added,
      ...countPosts(tx, posts, opens ? 1 : 0),
      tx.query('update desk.submission set thread_id = $2, number = $3 where id = $1', [id, thread, number]),
    ]);
    return place;
  };
}
