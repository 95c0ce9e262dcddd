import { departmentOf } from '../../../towns/town-file.js';
import type { News } from '../../../events/news.js';

/** What a page can show. Each page names its own; news of it drops the page. */
export const tagOf = {
  thread: (id: number) => `thread:${id}`,
  category: (id: number) => `category:${id}`,
  /**
   * The page belongs to this category and shows no other: its name, its audience, its settings. A page without this
   * tag is dropped when any category changes, or anything moves between them.
   */
  room: (category: number) => `room:${category}`,
  /** Lists of several categories: home, recent. */
  lists: 'lists',
  /** Lists and counts of cases; each such page names the threads of its rows besides, for what is said in them. */
  cases: 'cases',
  /** What is about a town, by INSEE's code; each such page names all threads about it besides. */
  town: (code: string) => `town:${code}`,
  /** The same of all towns of a department, by its code. */
  department: (code: string) => `department:${code}`,
  /** Pages of members: news do not say whose post it was. */
  people: 'people',
  /** The numbers of moderation. */
  statistics: 'statistics',
} as const;

/** The tag of a page that names no category. */
const ANY_ROOM = 'any-room';

/** The tags by which a page is kept. */
export function tagsToKeep(tags: readonly string[]): readonly string[] {
  return tags.some((tag) => tag.startsWith('room:')) ? tags : [...tags, ANY_ROOM];
}

/**
 * The tags that some news makes untrue; `everything` where the change can stand on any page (the site's name). No kept
 * page shows submissions that wait, so news of them drops nothing.
 */
export function tagsOf(heard: News): readonly string[] | 'everything' {
  switch (heard.news) {
    case 'ThreadPublished':
    case 'PostPublished':
    case 'PostChanged':
    case 'PostTakenDown':
      return [tagOf.thread(heard.thread), tagOf.category(heard.category), tagOf.lists, tagOf.people];
    case 'CaseChanged':
      return [tagOf.thread(heard.thread), tagOf.lists, tagOf.cases];
    case 'TownChanged':
      return [tagOf.town(heard.town), tagOf.department(departmentOf(heard.town))];
    case 'ThreadChanged':
    case 'WorkshopChanged':
    case 'SeatsChanged':
      return [tagOf.thread(heard.thread), tagOf.category(heard.category), tagOf.lists];
    case 'PostCited':
      return [tagOf.thread(heard.thread)];
    case 'ProfileChanged':
      return [tagOf.people];
    case 'MonthCounted':
      return [tagOf.statistics];
    // Pages of other threads link to posts that were moved out of them, for those who may read them there: such pages
    // have no category tag.
    case 'PostsMoved':
      return [tagOf.thread(heard.thread), tagOf.thread(heard.toThread), ANY_ROOM];
    case 'ThreadListed':
    case 'ThreadUnlisted':
      return [tagOf.thread(heard.thread), ANY_ROOM];
    case 'CategoryChanged':
      return [tagOf.room(heard.category), ANY_ROOM];
    // A post shows the role that its author had when writing it; only the page of the member shows the present one.
    case 'MemberChanged':
      return [ANY_ROOM];
    case 'SiteChanged':
      return 'everything';
    case 'QueueChanged':
    case 'ClaimChanged':
    case 'NoticesChanged':
    case 'LanguageChosen':
    case 'SessionEnded':
      return [];
  }
}
