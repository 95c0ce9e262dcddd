import type { Kind } from '../../submissions/followed.js';
import type { Verdict } from '../verdict.js';

/** As many as one bulk may hold: more is done in several. */
export const MOST = 2_000;

export type BulkState = 'drafted' | 'deciding' | 'decided' | 'undoing' | 'undone';

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
  /** Empty for what belongs to none; so among the names below. */
  category: string;
  /** The title, or the first words. */
  words: string;
}

/** A code and how many it is said of. */
export interface Tally<C extends string = string> {
  of: C;
  count: number;
}

export interface BulkView {
  id: string;
  state: BulkState;
  back: string;
  decision: Verdict['decision'] | null;
  /** All that will be, or was, decided: the skipped are not among them. */
  total: number;
  /** Whose turn is over; while it is undone, those that are undone or can't be. */
  done: number;
  decided: number;
  /** With a first agreement only, where two must agree. */
  agreed: number;
  undone: number;
  kinds: Tally<Kind>[];
  /** Names. */
  categories: Tally[];
  /** What will not be, or was not, decided and why. */
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
