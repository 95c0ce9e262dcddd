import { postAddress, sectionAddress, threadAddress } from '../../client/parts/address.js';
import type { PreviewPlace } from '../../client/pages/preview-page.js';
import type { Received } from '../submissions/draft.js';
import { pagesOf } from '../threads/audience-threads.js';
import type { Visitor } from '../visitors/visitor.js';

/** Where somebody is led after sending: to where they see what became of it. */
export function whereTo(visitor: Visitor, place: PreviewPlace, received: Received): string {
  // A guest has nothing else to find it by, even when it stands in public already.
  if (visitor.isGuest) return `/follow/${received.token}`;
  if (received.published !== null) return postAddress(received.published.thread, received.published.number);
  if (place.kind === 'thread') return '/me/submissions';
  if (place.kind === 'comment' && place.thread === null) {
    const words = place.signed === null ? '' : `?${new URLSearchParams({ ...place.signed }).toString()}`;
    return `${sectionAddress(place.article)}${words}#waiting-${received.submission}`;
  }
  if (place.kind === 'edit') return postAddress(place.thread.id, place.number);
  const { thread } = place;
  if (thread === null) return '/me/submissions';
  return `${threadAddress(thread, pagesOf(thread))}#waiting-${received.submission}`;
}
