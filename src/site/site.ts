import type { Theme } from './theme.js';
import type { Reason } from './reason.js';
import type { Language } from '../visitors/visitor.js';

/** What the forum says about itself, each on a page of its own. */
export type SiteWord = 'charter' | 'contact' | 'legal';

/** What the administrator chose for the whole forum. */
export interface Site extends Record<SiteWord, string> {
  name: string;
  description: string;
  language: Language;
  /** IANA name, such as Europe/Paris; all dates are written in it. */
  timeZone: string;
  /** Null until somebody used the set-up link: then nothing but the set-up is open. */
  setUpAt: Date | null;
  /** The forum's own pages elsewhere: one https address a line. */
  profiles: string;
  /** Under which everybody may use the files of cases, in words; empty where nothing was said. */
  licence: string;
  demonstration: boolean;
  /** In the order of the list, those that are switched off included. */
  reasons: readonly Reason[];
  /** The same of the themes. */
  themes: readonly Theme[];
}
