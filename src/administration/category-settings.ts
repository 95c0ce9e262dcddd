import type { Audience, ThreadKind } from '../threads/visible.js';
import type { Attachers, Edits, Hold, Opens, Organizers } from '../categories/policy-words.js';

/** Everything that an administrator may say about a category. */
export interface CategorySettings {
  name: string;
  description: string;
  audience: Audience;
  closed: boolean;
  opens: Opens;
  /** What may be opened here: one kind at least. */
  takes: ThreadKind[];
  guestsWrite: boolean;
  hold: Hold;
  /** A member is a newcomer until this many of their contributions were accepted. */
  acceptedUntil: number;
  /** How many moderators must agree: 1 or 2. */
  agreement: number;
  /** Days without a post after which a thread takes no more replies; null for never. */
  closesAfter: number | null;
  edits: Edits;
  /** How workshops of organizers are received. */
  organizers: Organizers;
  /** Whether readers see the texts that authors have replaced. */
  history: boolean;
  /** Who may attach files. */
  documents: Attachers;
  /** Whether whatever has a file is read before it appears, also where posts are not. */
  documentsHeld: boolean;
}

/** What can be changed about a category: each has its label in both languages, or nothing compiles. */
export type CategorySetting = keyof CategorySettings | 'moderators';

export interface AdministeredCategory extends CategorySettings {
  id: number;
  slug: string;
  threadCount: number;
  postCount: number;
  waiting: number;
}

/** Somebody of the team: an administrator and a moderator without limits moderate every category. */
export interface CategoryModerator {
  id: number;
  name: string;
  everywhere: boolean;
  here: boolean;
}

/** The kinds of change that the log of administration records. */
export const ACTS = [
  'category-created',
  'category-changed',
  'category-moved',
  'words-changed',
  'reasons-changed',
  'themes-changed',
  'settings-changed',
  'deadlines-changed',
  'letters-changed',
  'site-created',
  'site-changed',
  'site-key-renewed',
  'articles-added',
  'article-changed',
  'article-merged',
  'invitation-made',
  'invitation-used',
  'invitation-revoked',
] as const;

/** A line of the administration's own log. */
export interface AdministrationRow {
  at: Date;
  by: string;
  act: (typeof ACTS)[number];
  category: string | null;
  /** Names of the settings that were changed; old rows may name one that is no more. */
  changed: string[];
}
