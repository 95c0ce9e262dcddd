import type { CleanFile } from './cleaned.js';
import type { BlackedAreas, Place } from './covers.js';
import type { Hint } from './hints.js';
import type { Refusal } from './refusal.js';

/** The file in the folder with the words of each page, which go into the database. */
export const WORDS = 'words.json';

/** What the process is asked: paths that it may read and write. */
export interface Order {
  /** The file that came. */
  input: string;
  /** An empty folder: `file`, `words.json`, `small.jpg`, `1.jpg` and so on are written there. */
  output: string;
  /** For a cleaned picture: other pictures that become the next pages of one PDF with it. */
  join?: readonly string[];
  /** For a cleaned file: what is covered when it is made once more. */
  blackOut?: BlackedAreas;
  /** For a cleaned file: words whose places are asked for; then nothing is made. */
  find?: readonly string[];
}

/** What is told of a cleaned file, besides its bytes and words, which lie in the folder. */
export type CleanAbout = Omit<CleanFile, 'bytes' | 'words'> & { size: number; hints: Hint[] };

/** What the process tells, in this order. Each step is told when all that it is about lies in the folder. */
export type CleaningStep =
  | { step: 'refused'; why: Refusal }
  /** The disk is full, and nothing is wrong with the file. */
  | { step: 'no-room' }
  | { step: 'cleaned'; about: CleanAbout }
  | { step: 'found'; places: Place[] }
  | { step: 'drawn'; pages: number }
  | { step: 'done' };
