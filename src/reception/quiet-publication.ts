import type { Language } from '../visitors/visitor.js';

/** A comment as it stood on another system, imported by the administrator. */
export interface BroughtComment {
  /** Slug of a site, and an article of it that was made known before. */
  site: string;
  identifier: string;
  /** Number of the post here that it answers. */
  replyTo: number | null;
  text: string;
  name: string;
  /** Known to the team alone; empty where nobody asked that it be kept. */
  email: string;
  writtenAt: Date;
  /** Made of its id over there: the same comment under the same key is brought once. 12 to 64 of A-Z a-z 0-9 _ -. */
  key: string;
  language: Language;
  /** A further anchor on its page: « forum1234 ». */
  anchor: string | null;
}

/** Published under a date of its own, with no news and so no mail; null waits for a decision. */
export interface QuietPublication {
  at: Date | null;
  quiet: true;
}
