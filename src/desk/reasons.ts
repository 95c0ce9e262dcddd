/** Why a contribution is refused or taken down; the words for each stand in the catalogue. */
export const REASONS = ['off-topic', 'personal-data', 'insult', 'unsourced', 'advertising', 'other'] as const;

export type Reason = (typeof REASONS)[number];

/** Null for what is no reason of the list. */
export function reasonOf(code: string): Reason | null {
  return REASONS.find((reason) => reason === code) ?? null;
}
