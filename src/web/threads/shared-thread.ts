import { categoryAddress, threadAddress, userAddress } from '../../../client/kit/address.js';
import { nameOf } from '../../../client/kit/author.js';
import { dataBlock, type SharedPage } from '../../../client/kit/shared-page.js';
import { titleOf } from '../../../client/kit/thread-row.js';
import type { Ui } from '../../../client/kit/ui.js';
import { excerpt } from '../../markup/excerpt.js';
import { hasFacts, type VisiblePost, type VisibleThread } from '../../threads/visible.js';
import type { Absolute } from '../kit/absolute.js';

/** Of the first post, for a card; and for those who search. */
const DESCRIBED = 200;
const SEARCHED = 500;

/** What a page of a thread says of itself to other programs; null where not everyone may read it, or it is retired. */
export function sharedThread(
  ui: Ui,
  absolute: Absolute,
  thread: VisibleThread,
  { posts, page }: { posts: readonly VisiblePost[]; page: number },
): SharedPage | null {
  if (thread.category.audience !== 'everyone' || thread.retired) return null;
  const [first] = page === 1 ? posts : [];
  const standing = first === undefined || first.gone !== null ? null : first;
  // What has facts says of itself what it is: a workshop is an event.
  const described = standing === null || hasFacts(thread.kind) ? null : dataOf(ui, absolute, thread, standing);
  const url = absolute.address(threadAddress(thread, page));
  const description = standing === null ? '' : excerpt(standing.html, DESCRIBED);
  return {
    url,
    description,
    // The only picture is the forum's mark.
    card: {
      type: 'article',
      site_name: ui.site.name,
      title: titleOf(ui, thread),
      url,
      image: absolute.address('/favicon.svg'),
      locale: ui.language === 'fr' ? 'fr_FR' : 'en_GB',
      ...(description !== '' && { description }),
    },
    data: described === null ? null : dataBlock(described),
  };
}

/** As schema.org has it. */
function dataOf(ui: Ui, absolute: Absolute, thread: VisibleThread, post: VisiblePost): object {
  const { author, publishedAt, editedAt } = post;
  const url = absolute.address(threadAddress(thread));
  return {
    '@context': 'https://schema.org',
    '@type': 'DiscussionForumPosting',
    '@id': url,
    url,
    headline: titleOf(ui, thread),
    text: excerpt(post.html, SEARCHED),
    author: {
      '@type': 'Person',
      name: author.name === '' ? nameOf(ui, author) : author.name,
      ...(author.role !== 'guest' && { url: absolute.address(userAddress(author)) }),
    },
    datePublished: publishedAt.toISOString(),
    ...(editedAt !== null && { dateModified: editedAt.toISOString() }),
    commentCount: thread.postCount - 1,
    isPartOf: {
      '@type': 'CollectionPage',
      name: thread.category.name,
      url: absolute.address(categoryAddress(thread.category)),
    },
    ...(thread.article !== null && { sharedContent: { '@type': 'WebPage', url: thread.article.url } }),
  };
}
