/** How many letters of a post lists of threads show. */
export const EXCERPT = 200;

/** Who wrote the words that are published: their author, or the team that changed them. */
export const HANDS = ['author', 'team'] as const;
export type Hand = (typeof HANDS)[number];

/** Where a submission stands in public. */
export interface Published {
  thread: number;
  number: number;
}
