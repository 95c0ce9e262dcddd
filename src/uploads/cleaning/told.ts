import type { CleanFile } from './cleaned.js';
import type { BlackedAreas, Place } from './covers.js';
import type { Hint } from './hints.js';
import type { Refusal } from './refusal.js';

/** In the folder: the words of each page. They go into the database. */
export const WORDS = 'words.json';

/** What the process is asked: paths that it may read and write. */
export interface Order {
  /** The file that came. */
  input: string;
  /** An empty folder: `file`, `words.json`, `small.jpg`, `1.jpg` and so on are written there. */
  output: string;
  /** Of a cleaned picture: others that become the next pages of one PDF with it. */
  join?: readonly string[];
  /** Of a cleaned file: to be made once more without what is covered. */
  blackOut?: BlackedAreas;
  /** Of a cleaned file: nothing is made, it is told where these words stand. */
  find?: readonly string[];
}

/** What of a cleaned file is no longer its bytes or words: these lie in the folder. */
export type CleanAbout = Omit<CleanFile, 'bytes' | 'words'> & { size: number; hints: Hint[] };

/** What the process tells, in this order; each is said when what it tells of lies whole in the folder. */
export type CleaningStep =
  | { step: 'refused'; why: Refusal }
  /** The disk is full, and nothing is wrong with the file. */
  | { step: 'no-room' }
  | { step: 'cleaned'; about: CleanAbout }
  | { step: 'found'; places: Place[] }
  | { step: 'drawn'; pages: number }
  | { step: 'done' };
