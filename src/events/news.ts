import { z } from 'zod';

/**
 * The typed news: past facts with ids only, sent with NOTIFY inside the transaction that makes them true and
 * heard by every process after its commit. News is a hint and never trusted for content: who hears it reads again.
 * The schema is there because any login of the database may NOTIFY: what does not fit is not heard.
 */
export const NEWS_CHANNEL = 'palabre_news';

const id = z.number().int();
const aboutPost = { category: id, thread: id, number: id };

export const news = z.discriminatedUnion('news', [
  z.strictObject({ news: z.literal('ThreadPublished'), category: id, thread: id }),
  z.strictObject({ news: z.literal('PostPublished'), ...aboutPost }),
  z.strictObject({ news: z.literal('PostChanged'), ...aboutPost }),
  z.strictObject({ news: z.literal('PostTakenDown'), ...aboutPost }),
  /** Locked or open again, on top of its category or not any more. */
  z.strictObject({ news: z.literal('ThreadChanged'), category: id, thread: id }),
  /** It stands in the lists of a category, or does not stand there any more, though nothing was published: it was moved. */
  z.strictObject({ news: z.literal('ThreadListed'), category: id, thread: id }),
  z.strictObject({ news: z.literal('ThreadUnlisted'), category: id, thread: id }),
  /** Posts have left one thread for another, or all of them. */
  z.strictObject({ news: z.literal('PostsMoved'), category: id, thread: id, toCategory: id, toThread: id }),
  z.strictObject({ news: z.literal('QueueChanged'), category: id.nullable(), submission: z.string().max(100) }),
  z.strictObject({ news: z.literal('ClaimChanged'), category: id.nullable(), submission: z.string().max(100) }),
  z.strictObject({ news: z.literal('CategoryChanged'), category: id }),
  z.strictObject({ news: z.literal('SiteChanged') }),
  /** What a member says of themselves: another text, or none. */
  z.strictObject({ news: z.literal('ProfileChanged'), member: id }),
  /** A month of moderation is over and its numbers are there. */
  z.strictObject({ news: z.literal('MonthCounted') }),
  z.strictObject({ news: z.literal('MemberChanged'), member: id }),
  z.strictObject({ news: z.literal('NoticesChanged'), member: id }),
  z.strictObject({ news: z.literal('SessionEnded'), session: z.string().max(100) }),
]);

export type News = z.infer<typeof news>;
export type NewsOf<N extends News['news']> = Extract<News, { news: N }>;
