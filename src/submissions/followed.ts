import type { NamedFile } from '../documents/visible-document.js';
import type { AuthorRole } from '../threads/visible.js';
import type { HeldFile } from './documents/held-file.js';
import type { Facts } from './thread-facts/facts.js';
import type { Kind } from './kind.js';

/** What can have become of it. */
export const STATUSES = ['waiting', 'returned', 'refused', 'spam', 'withdrawn', 'published'] as const;
export type Status = (typeof STATUSES)[number];

/** The article that a comment was written about, in the words that it had then. */
export interface CommentedArticle {
  /** Slug. */
  site: string;
  identifier: string;
  title: string;
  url: string;
}

/** A submission as its own author sees it, on the follow page or among all theirs. */
export interface FollowedSubmission {
  id: string;
  kind: Kind;
  status: Status;
  /** Goes up with each correction; a correction and a decision name the one they read. */
  version: number;
  /** Null for the text of one's own page; both empty when it was moved to a category that its author may not read. */
  category: null | { slug: string; name: string };
  /** With a comment, and what the site that it stands on is called. */
  article: (CommentedArticle & { siteName: string }) | null;
  /** The thread that it answers or changes, or that it has become; null for a new thread that is not published. */
  thread: null | { id: number; slug: string; title: string };
  number: number | null;
  title: string | null;
  /** The source as sent, empty once withdrawn. */
  text: string;
  html: string;
  /** What its thread is about besides its words, its secrets included: its author wrote them. */
  facts: Facts | null;
  /** Its files, in their order; on the page of this one alone. */
  documents: readonly HeldFile[];
  /** When its files are erased, where it was refused: not before an appeal that waits is answered. Null for never. */
  filesUntil: Date | 'answered' | null;
  /** Whether its author may attach files to it. */
  attaches: boolean;
  replyTo: number | null;
  /** Of a reply in a thread that takes questions, and of an edit of one: whether it is one. Null for all others. */
  asks: boolean | null;
  author: { name: string; role: AuthorRole };
  writtenAt: Date;
  changedAt: Date;
  decidedAt: Date | null;
  /** Codes of the list of reasons, with a refusal. */
  reasons: string[];
  remark: string | null;
  /** Where it stands now; null when it is not published or was taken down. */
  published: null | { thread: number; number: number; slug: string; change: number };
  /** A host's change of what somebody else wrote: it stands, and is not theirs to take back. */
  hosted: boolean;
  /** Once published, those read it who have registered for its workshop, and nobody else. */
  readByRegistered: boolean;
  /** A change of what somebody else wrote: once it stands, only the name under it can be taken back. */
  proposes: boolean;
  /** With the text of one's own page: whether it is the one that stands there. */
  profile: null | { standing: boolean };
  /** Published, then changed by the team: when, and why, as everybody reads it. */
  teamEdit: null | { at: Date; reason: string | null; words: string | null };
  /** Published, then taken down by the team, and why. */
  takenDown: null | { reason: string | null };
  /** What its author has said against a refusal, and what became of that. */
  appeal: null | {
    status: 'waiting' | 'granted' | 'confirmed';
    html: string;
    writtenAt: Date;
    decidedAt: Date | null;
    remark: string | null;
  };
  /** Refused or taken down, and not appealed against yet. */
  mayAppeal: boolean;
  /** Whether an address was given, never the address. */
  email: boolean;
  /** Whether the reader of that address has confirmed it. */
  emailConfirmed: boolean;
  /** Whether a letter that asks whose address it is has left lately; one of long ago is not known any more. */
  emailAsked: boolean;
}

/** An earlier text of a submission, as its author sees it: the team signs as the team. */
export interface EarlierVersion {
  version: number;
  title: string | null;
  html: string;
  facts: Facts | null;
  /** Whether it asks; null where it could not. */
  asks: boolean | null;
  /** Its files, in their order. */
  documents: NamedFile[];
  by: 'author' | 'team';
  at: Date;
}
