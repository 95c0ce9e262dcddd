/**
 * The typed news: past facts with ids only, sent with NOTIFY inside the transaction that makes them true and
 * heard by every process after its commit. News is a hint and never trusted for content: who hears it reads again.
 */
export type News =
  | { news: 'ThreadPublished'; category: number; thread: number }
  | { news: 'PostPublished'; category: number; thread: number; number: number }
  | { news: 'PostChanged'; category: number; thread: number; number: number }
  | { news: 'PostTakenDown'; category: number; thread: number; number: number }
  | { news: 'QueueChanged'; category: number; submission: string }
  | { news: 'CategoryChanged'; category: number }
  | { news: 'SiteChanged' }
  | { news: 'MemberChanged'; member: number }
  | { news: 'SessionEnded'; session: string };

export type NewsOf<N extends News['news']> = Extract<News, { news: N }>;
