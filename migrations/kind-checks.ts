import { kindsThat, type Need, propertiesOf } from '../src/submissions/kind.js';

const needing = (need: Need): string => kindsThat((kind) => propertiesOf(kind).needs.includes(need));
const without = (need: Need): string => kindsThat((kind) => !propertiesOf(kind).needs.includes(need));

/** What a row of desk.submission must have because of its kind: conditions by the names of their checks. */
export function kindChecks(): Record<string, string> {
  return {
    submission_check: `kind not in ${needing('title')} or title is not null`,
    submission_has_its_category: `category_id is not null or kind in ${without('category')}`,
    submission_has_its_thread: `kind in ${without('thread')} or thread_id is not null`,
    submission_has_its_post: `kind not in ${needing('post')} or number is not null`,
    submission_has_its_article: `(kind in ${needing('article')}) = (article is not null)`,
    appeal_has_its_refusal: `(kind in ${needing('refusal')}) = (appeals is not null)`,
    profile_has_its_author: `kind not in ${needing('author')} or author_id is not null`,
  };
}
