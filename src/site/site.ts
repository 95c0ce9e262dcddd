import type { Reason } from './reason.js';
import type { Language } from '../visitors/visitor.js';

/** What the administrator chose for the whole forum. */
export interface Site {
  name: string;
  description: string;
  language: Language;
  /** IANA name, such as Europe/Paris; all dates are written in it. */
  timeZone: string;
  /** Null until somebody used the set-up link: then nothing but the set-up is open. */
  setUpAt: Date | null;
  demonstration: boolean;
  /** In the order of the list, those that are switched off included. */
  reasons: readonly Reason[];
}
