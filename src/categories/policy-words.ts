/**
 * The words that the settings of a category take. The columns are checked against these lists (migrations/lists.ts).
 */

/** Whom a category holds; `newcomers` are members with few accepted posts, and all guests. */
export const HOLDS = ['all', 'guests', 'newcomers', 'nobody'] as const;
export type Hold = (typeof HOLDS)[number];
/** Edits by authors: held as posts are, always, or never those of members who are known. */
export const EDITS = ['as-posts', 'held', 'at-once'] as const;
export type Edits = (typeof EDITS)[number];

/** Who opens threads: everyone who may write there, or the team and organizers alone. */
export const OPENS = ['everyone', 'team'] as const;
export type Opens = (typeof OPENS)[number];

/** Workshops of organizers: held as those of everyone, or published and changed at once. */
export const ORGANIZERS = ['as-everyone', 'at-once'] as const;
export type Organizers = (typeof ORGANIZERS)[number];
/** Who may attach files to what they write in a category. */
export const ATTACHERS = ['nobody', 'members', 'everyone'] as const;
export type Attachers = (typeof ATTACHERS)[number];
