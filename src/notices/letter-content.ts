import type { Language } from '../visitors/visitor.js';
import type { Queries } from '../database/transaction.js';
import type { RegistrationNews } from '../registrations/telling/known.js';
import type { ReminderNews } from './cases/reminder-news.js';
import type { MailKind, Stop } from './keys.js';
import type { Told } from './told.js';

/** A row of private.mail that has not left. */
export interface OutstandingMail {
  id: string;
  kind: MailKind;
  addressKey: Buffer;
  member: number | null;
  submission: string | null;
  decision: string | null;
  registration: string | null;
  reminder: string | null;
  madeAt: Date;
}

/** A letter's words for one person, read when it leaves. */
export interface LetterContent {
  to: string;
  /** Null for the site's. */
  language: Language | null;
  /** In the catalogue `mail`. */
  subject: MailKind;
  says: Told | 'confirmation' | 'answered' | 'case-changed' | 'alert' | readonly (RegistrationNews | ReminderNews)[];
  /** Paths of the forum that it leads to, and what stands before each. */
  links: { lead: 'confirm' | 'post' | 'own' | 'queue' | 'registration' | 'case'; path: string }[];
  stop: Stop;
  /** Notes what its reader knows once it has left; left out where nothing is compared with that. */
  learn?(tx: Queries): Promise<void>;
}
