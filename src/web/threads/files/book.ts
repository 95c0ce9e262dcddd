import type { Language } from '../../../visitors/visitor.js';

/** One post, or what is left of one, with all words that stand around it: whoever draws it has no catalogue. */
export interface Chapter {
  number: number;
  /** « nº 12 ». */
  label: string;
  /** Who wrote it; of a tombstone « Message retiré ». */
  name: string;
  /** « le 22 novembre 2026 à 14 h 05 », and that it was edited. */
  line: string;
  /** « en réponse au nº 3 » with the path of that post; null for a post that answers none. */
  answers: null | { to: string; words: string };
  /** Safe HTML from src/markup; empty for a tombstone. */
  html: string;
  /** Why its text is gone; null while it stands. */
  gone: string | null;
}

/** A thread as a file carries it away. Nothing in it depends on when it is asked for, or by whom. */
export interface Book {
  language: Language;
  forum: string;
  title: string;
  thread: number;
  /** The whole address of the thread, and that of the forum, without a slash at its end. */
  address: string;
  origin: string;
  /** The day on which the thread began and the moment when it changed last, as ISO 8601. */
  began: string;
  changed: string;
  /** « 19 messages », « 9 min de lecture », « du 7 au 22 novembre 2026 », and which part or whose posts. */
  facts: string[];
  /** What each page says where not everyone may read the thread; null where everyone may. */
  reserved: string | null;
  words: { contents: string; page: string };
  chapters: Chapter[];
}

export type BoundKind = 'pdf' | 'epub';
