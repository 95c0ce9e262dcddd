import type { Kind } from '../../submissions/kind.js';
import type { Verdict } from '../decisions/verdict.js';

/** As many as one bulk may hold: more is done in several. */
export const MOST = 2_000;

export const BULK_STATES = ['drafted', 'deciding', 'decided', 'undoing', 'undone'] as const;
export type BulkState = (typeof BULK_STATES)[number];

/** A submission and the version in which it was read. */
export interface Chosen {
  id: string;
  version: number;
}

/** What is to be decided about all of it; each item brings its own version. */
export type BulkVerdict = Pick<Verdict, 'decision' | 'reasons' | 'remark' | 'language'>;

/** One line of the page that says what will happen. */
export interface BulkLine {
  id: string;
  kind: Kind;
  author: string;
  /** Empty for a submission without a category, also among the names below. */
  category: string;
  /** The title, or the first words. */
  words: string;
}

/** A code and the number of items that have it. */
export interface Tally<C extends string = string> {
  of: C;
  count: number;
}

export interface BulkView {
  id: string;
  state: BulkState;
  back: string;
  decision: Verdict['decision'] | null;
  /** Items that will be, or were, decided; the skipped ones are not counted. */
  total: number;
  /** Items that are done; while the bulk is being undone, those that are undone or can't be. */
  done: number;
  decided: number;
  /** Items that now have the first of two agreements. */
  agreed: number;
  undone: number;
  kinds: Tally<Kind>[];
  /** Names. */
  categories: Tally[];
  /** Items that will not be, or were not, decided, counted for each reason. */
  skipped: Tally[];
  /** Why some could not be undone. */
  stands: Tally[];
  /** How many are in categories where a second moderator must agree. */
  needTwo: number;
  /** The first lines, while it is a draft. */
  lines: BulkLine[];
  startedAt: Date | null;
  finishedAt: Date | null;
}
