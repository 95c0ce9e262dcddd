import type { News } from '../../events/news.js';

/** What a page can show. Each page names its own; news of it drops the page. */
export const tagOf = {
  thread: (id: number) => `thread:${id}`,
  category: (id: number) => `category:${id}`,
  /** Lists of several categories: home, recent. */
  lists: 'lists',
  /** Pages of members: news do not say whose post it was. */
  people: 'people',
  /** The numbers of moderation. */
  statistics: 'statistics',
} as const;

/**
 * The tags that some news makes untrue; `everything` where the change can stand on any page (a category's name, its
 * audience, a member's name). What waits at the desk stands on no kept page, so that news of it drops nothing.
 */
export function tagsOf(heard: News): readonly string[] | 'everything' {
  switch (heard.news) {
    case 'ThreadPublished':
    case 'PostPublished':
    case 'PostChanged':
    case 'PostTakenDown':
      return [tagOf.thread(heard.thread), tagOf.category(heard.category), tagOf.lists, tagOf.people];
    case 'ThreadChanged':
      return [tagOf.thread(heard.thread), tagOf.category(heard.category), tagOf.lists];
    case 'ProfileChanged':
      return [tagOf.people];
    case 'MonthCounted':
      return [tagOf.statistics];
    // Pages of other threads lead to what was moved out of them, for those who may read it there.
    case 'PostsMoved':
    case 'ThreadListed':
    case 'ThreadUnlisted':
    case 'CategoryChanged':
    case 'MemberChanged':
    case 'SiteChanged':
      return 'everything';
    case 'QueueChanged':
    case 'ClaimChanged':
    case 'NoticesChanged':
    case 'SessionEnded':
      return [];
  }
}
