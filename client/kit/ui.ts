import type { SiteWord } from '../../src/site/site.js';
import type { Language, Role } from '../../src/visitors/visitor.js';
import type { Catalogue } from '../locales/fr.js';

/** What every page and part needs besides its own subject: the words, the dates, the site. Nothing personal. */
export interface Ui {
  t: Catalogue;
  language: Language;
  dates: Dates;
  site: {
    name: string;
    description: string;
    demonstration: boolean;
    words: readonly SiteWord[];
    /** Of the files of cases; empty for none. */
    licence: string;
    profiles: readonly string[];
  };
  /** Whether this forum sends mail; if not, no page promises any. */
  mail: boolean;
  /** How many megabytes a file may have that is attached. */
  fileMegabytes: number;
  /** The reasons that can be chosen now, in the order of the list. */
  reasons: readonly UiReason[];
  /** The words for a reason's code, as they stand after « Motif : »; the code itself when the list has lost it. */
  reason(code: string): string;
  /** The themes that can be chosen now, in the order of the list. */
  themes: readonly { code: string; name: string }[];
  /** What a theme is called; the code itself when the list has lost it. */
  theme(code: string): string;
  /** Path and query of this page, for "current page" and for coming back after log in. */
  path: string;
  /**
   * Addresses of the built style sheets and scripts, with their content hash; `wingsStyle` is for whatever shows more
   * than threads, `teamStyle` for the team's pages alone, `section…` for sections that stand on pages elsewhere.
   */
  assets: {
    style: string;
    wingsStyle: string;
    teamStyle: string;
    script: string;
    sectionStyle: string;
    sectionLive: string;
    demoStyle: string;
  };
}

/** A reason in the language of the visitor, but for `body`. */
export interface UiReason {
  code: string;
  name: string;
  /** For the page of the rules; may be empty. */
  about: string;
  /** What the author reads, with its blanks, in the language of the site. */
  body: string;
}

/** Dates as people read them, in the site's time zone and the visitor's language. */
export interface Dates {
  now: Date;
  /** The day of now in the site's time zone, `2026-11-22`. */
  readonly today: string;
  /** When the first relative date written so far stops being true: until then a page may be kept. Null for never. */
  readonly freshUntil: Date | null;
  /** The page says something that stops being true then: it is not kept longer. */
  trueTill(moment: Date): void;
  /** « il y a 3 heures », after 30 days « le 22 novembre 2026 à 14 h 05 ». */
  relative(at: Date): string;
  /** « le 22 novembre 2026 à 14 h 05 ». */
  absolute(at: Date): string;
  /** A day of a calendar, `2026-11-22`: « 22 novembre 2026 ». */
  day(date: string): string;
  /** The month of a day of a calendar: « novembre 2026 ». */
  month(date: string): string;
  /** « 22 nov. ». */
  short(at: Date): string;
  /** From one day to another: « 7–22 novembre 2026 ». */
  span(from: Date, to: Date): string;
  /** A length of time: « 12 min », « environ 5 h ». */
  duration(milliseconds: number): string;
}

/** The visitor as the masthead shows them: the only personal part of the layout, put in by the server. */
export interface AccountView {
  name: string;
  role: Role;
  /** Submissions that wait at this visitor's desk; null for a visitor without a desk. */
  waiting: number | null;
  /** Notices that they have not seen. */
  notices: number;
}
