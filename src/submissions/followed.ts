import type { AuthorRole } from '../threads/visible.js';

export type Kind = 'thread' | 'reply' | 'comment' | 'edit' | 'profile' | 'report' | 'appeal';
export type Status = 'waiting' | 'returned' | 'refused' | 'spam' | 'withdrawn' | 'published';

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
  /** Null for the text of one's own page; both empty when it was moved to a category that whoever looks may not read. */
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
  replyTo: number | null;
  author: { name: string; role: AuthorRole };
  writtenAt: Date;
  changedAt: Date;
  decidedAt: Date | null;
  /** Codes of the list of reasons, with a refusal. */
  reasons: string[];
  remark: string | null;
  /** Where it stands now; null when it is not published or was taken down. */
  published: null | { thread: number; number: number; slug: string; change: number };
  /** With the text of one's own page: whether it is the one that stands there. */
  profile: null | { standing: boolean };
  /** Published, then changed by the team: when, and why, as everybody reads it. */
  teamEdit: null | { at: Date; reason: string | null; words: string | null };
  /** Published, then taken down by the team, and why. */
  takenDown: null | { reason: string | null };
  /** What its author has said against a refusal, and what became of that. */
  appeal: null | { status: 'waiting' | 'granted' | 'confirmed'; html: string; writtenAt: Date; decidedAt: Date | null; remark: string | null };
  /** Refused or taken down, and not appealed against yet. */
  mayAppeal: boolean;
  /** Whether an address was given, never the address. */
  email: boolean;
  /** Whoever reads that address has said that it is theirs. */
  emailConfirmed: boolean;
}

/** An earlier text of a submission, as its author sees it: the team signs as the team. */
export interface EarlierVersion {
  version: number;
  title: string | null;
  html: string;
  by: 'author' | 'team';
  at: Date;
}
