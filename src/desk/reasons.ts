/** Why a contribution is refused or taken down; the words for each stand in the catalogue. */
export const REASONS = ['off-topic', 'personal-data', 'insult', 'unsourced', 'advertising', 'other'] as const;

export type Reason = (typeof REASONS)[number];
