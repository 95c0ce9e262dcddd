import { z } from 'zod';

/**
 * The typed news: past facts with ids only, sent with NOTIFY inside the transaction that makes them true and heard by
 * every process after its commit. News is a hint and never trusted for content: who hears it reads again. The schema
 * is there because any login of the database may NOTIFY: a message that does not fit it is ignored.
 */
export const NEWS_CHANNEL = 'palabre_news';

const id = z.number().int();
const aboutPost = { category: id, thread: id, number: id };

export const news = z.discriminatedUnion('news', [
  z.strictObject({ news: z.literal('ThreadPublished'), category: id, thread: id }),
  z.strictObject({ news: z.literal('PostPublished'), ...aboutPost }),
  z.strictObject({ news: z.literal('PostChanged'), ...aboutPost }),
  z.strictObject({ news: z.literal('PostTakenDown'), ...aboutPost }),
  /** A post of this thread is quoted or linked by one that has just appeared or changed. */
  z.strictObject({ news: z.literal('PostCited'), thread: id }),
  /** Locked or open again, on top of its category or not any more. */
  z.strictObject({ news: z.literal('ThreadChanged'), category: id, thread: id }),
  /** What everybody may know of a workshop: its dates, their states, who runs it. */
  z.strictObject({ news: z.literal('WorkshopChanged'), category: id, thread: id }),
  /** What a case says of itself: its facts, its steps, and what follows from both. */
  z.strictObject({ news: z.literal('CaseChanged'), category: id, thread: id }),
  /** Something came to be about this town, by INSEE's code; what is about it no more is told of its thread. */
  z.strictObject({ news: z.literal('TownChanged'), town: z.string().max(5) }),
  /** Seats of a workshop were taken or became free, as far as everybody may know. */
  z.strictObject({ news: z.literal('SeatsChanged'), category: id, thread: id }),
  /** A thread that was moved came into the lists of a category or left them; nothing was published. */
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
  /** In which language a member reads. */
  z.strictObject({ news: z.literal('LanguageChosen'), member: id }),
  z.strictObject({ news: z.literal('NoticesChanged'), member: id }),
  z.strictObject({ news: z.literal('SessionEnded'), session: z.string().max(100) }),
]);

export type News = z.infer<typeof news>;
export type NewsOf<N extends News['news']> = Extract<News, { news: N }>;
