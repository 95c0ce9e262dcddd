import type { Language, Role } from '../src/visitors/visitor.js';
import type { Catalogue } from './locales/fr.js';

/** What every page and part needs besides its own subject: the words, the dates, the site. Nothing personal. */
export interface Ui {
  t: Catalogue;
  language: Language;
  dates: Dates;
  site: { name: string; description: string; demonstration: boolean };
  /** Path and query of this page, for "current page" and for coming back after log in. */
  path: string;
  /** Addresses of the built style sheet and scripts, with their content hash. */
  assets: { style: string; script: string };
}

/** Dates as people read them, in the site's time zone and the visitor's language. */
export interface Dates {
  now: Date;
  /** When the first relative date written so far stops being true: until then a page may be kept. Null for never. */
  readonly freshUntil: Date | null;
  /** « il y a 3 heures », after 30 days « le 22 novembre 2026 à 14 h 05 ». */
  relative(at: Date): string;
  /** « le 22 novembre 2026 à 14 h 05 ». */
  absolute(at: Date): string;
  /** « 22 nov. ». */
  short(at: Date): string;
  /** A length of time: « 12 min », « environ 5 h ». */
  duration(milliseconds: number): string;
}

/** Who looks, as the masthead shows it: the only personal thing in the layout, put in by the server. */
export interface AccountView {
  name: string;
  role: Role;
  /** Submissions that wait at this visitor's desk; null for whoever has none. */
  waiting: number | null;
}
