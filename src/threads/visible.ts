/**
 * The shapes in which published things are shown: to pages, live fragments, feeds. Read with the reader login only. The
 * lists of words stand here that fields of these shapes take, and what each kind of thread allows. Pages share this
 * file, and every floor may import it (`shapes` in src/floors.json). The words of a category's policy are in
 * src/categories/policy-words.ts.
 */

import type { Attachers, Edits, Hold, Opens, Organizers } from '../categories/policy-words.js';
import type { StepKind } from '../deadlines/step-kind.js';
import type { PostDocument } from '../documents/visible-document.js';

/** Threads of a category: on a page of it, and on the home page. */
export const ROWS_A_SLICE = 20;
export const ROWS_A_BLOCK = 3;

export const AUDIENCES = ['everyone', 'members', 'staff'] as const;
export type Audience = (typeof AUDIENCES)[number];
export const AUTHOR_ROLES = ['guest', 'member', 'moderator', 'organizer', 'administrator'] as const;
export type AuthorRole = (typeof AUTHOR_ROLES)[number];
/** What a thread may be: a discussion, or one with facts of its own. A category says which of them it takes. */
export const THREAD_KINDS = ['thread', 'workshop', 'case'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

/** Whether threads of this kind say more than words: then post 1 and the facts go together. */
const HAS_FACTS: Record<ThreadKind, boolean> = { thread: false, workshop: true, case: true };

export function hasFacts(kind: ThreadKind): kind is Exclude<ThreadKind, (typeof THREAD_KINDS)[0]> {
  return HAS_FACTS[kind];
}

/** Whether posts in threads of this kind may be steps: in any other one, what they say waits at the desk. */
const HAS_STEPS: Record<ThreadKind, boolean> = { thread: false, workshop: false, case: true };

export function hasSteps(kind: ThreadKind): boolean {
  return HAS_STEPS[kind];
}

/** Whether whoever may write in a thread of this kind may propose another first post of it. */
const TAKES_PROPOSALS: Record<ThreadKind, boolean> = { thread: false, workshop: false, case: true };

export function takesProposals(kind: ThreadKind): boolean {
  return TAKES_PROPOSALS[kind];
}

/** Whether a reply in threads of this kind may be a question, which is shown with its answers. */
const TAKES_QUESTIONS: Record<ThreadKind, boolean> = { thread: false, workshop: true, case: false };

export function takesQuestions(kind: ThreadKind): boolean {
  return TAKES_QUESTIONS[kind];
}

/** Into what threads of this kind may be merged: into any other one, into none, or into one of their own kind. */
const MERGES: Record<ThreadKind, 'any' | 'none' | 'own'> = { thread: 'any', workshop: 'none', case: 'own' };

export function mergesInto(kind: ThreadKind, other: ThreadKind): boolean {
  return MERGES[kind] === 'any' || (MERGES[kind] === 'own' && kind === other);
}

export interface VisibleCategory {
  id: number;
  slug: string;
  name: string;
  description: string;
  audience: Audience;
  guestsWrite: boolean;
  hold: Hold;
  /** A member is a newcomer until this many of their contributions were accepted. */
  acceptedUntil: number;
  edits: Edits;
  organizers: Organizers;
  closed: boolean;
  opens: Opens;
  /** What may be opened here. */
  takes: readonly ThreadKind[];
  /** Days without a post after which a thread takes no more replies; null for never. */
  closesAfter: number | null;
  /** Who may attach files here. */
  documents: Attachers;
  /** It holds the sections of a site's articles: nobody opens a thread here by hand. */
  ofArticles: boolean;
  threadCount: number;
  postCount: number;
}

/** How an article's section receives comments, where it differs from its site's. */
export const ARTICLE_POLICIES = ['before', 'after', 'members', 'closed'] as const;
export type ArticlePolicy = (typeof ARTICLE_POLICIES)[number];
/** How the comments of a site's sections stand: under the one that they answer, or by date. */
export const THREADINGS = ['one-level', 'flat'] as const;

/** A page elsewhere whose section we hold. */
export interface VisibleArticle {
  /** Slug and name of the site that it stands on. */
  site: string;
  siteName: string;
  /** As the site calls it: « 331 ». */
  identifier: string;
  title: string;
  /** An http or https address. */
  url: string;
  threading: (typeof THREADINGS)[number];
  /** The licence under which comments are published; empty where the site names none. */
  licence: string;
  /** Null when the policy of its site applies. */
  policy: ArticlePolicy | null;
  /** The first comment of a person waits for a moderator, even where later ones do not. */
  firstHeld: boolean;
  /** From when on it takes no more comments; null for never. */
  closesAt: Date | null;
  removed: boolean;
}

/** What lists say of a date of a workshop. */
export interface ThreadDate {
  cancelled: boolean;
  full: boolean;
  moved: boolean;
  endsAt: Date;
}

export interface VisibleThread {
  id: number;
  kind: ThreadKind;
  /** Never empty, and never a word of the addresses below a thread. */
  slug: string;
  /** Empty when the thread's first post was taken down: the page then says « Sujet retiré ». */
  title: string;
  retired: boolean;
  /** Of a workshop, the first one first; empty for other threads. */
  dates: readonly ThreadDate[];
  /** The town that it was tied to, where that is no fact of it. */
  tie: null | { code: string; name: string; department: string; slug: string };
  /** The date of a workshop during which known members are not held here, where the team has said so. */
  during: null | { startsAt: Date; endsAt: Date };
  /** Takes no more replies. */
  locked: boolean;
  /** Stands on top of its category. */
  pinned: boolean;
  category: VisibleCategory;
  /** Whose section it is: then the title is the article's. Null for a thread of the forum. */
  article: VisibleArticle | null;
  postCount: number;
  lastNumber: number;
  /** Of the posts that stand, as they were typed. */
  words: number;
  /** The thread's own counter of edits, withdrawals, take-downs and restorations. */
  changes: number;
  publishedAt: Date;
  lastPostAt: Date;
}

/** Something that happens elsewhere, to which a thread calls. */
export interface VisibleCall {
  /** An http or https address. */
  url: string;
  words: string;
  /** The last day of it, and the moment at which that day is over. */
  until: string;
  ends: Date;
}

/** Why nothing but its number is left of a post. */
export const GONE = ['taken-down', 'withdrawn', 'moved'] as const;

export interface VisiblePost {
  thread: number;
  number: number;
  author: { name: string; role: AuthorRole };
  html: string;
  replyTo: number | null;
  /** In the thread of a workshop: it asks for an answer. */
  question: boolean;
  /** In the section of an article: the comment that its branch hangs on, itself for one that answers none. */
  root: number | null;
  /** A further anchor, of a message that came from elsewhere: « forum1234 ». */
  anchor: string | null;
  writtenAt: Date;
  publishedAt: Date;
  editedAt: Date | null;
  editedByTeam: boolean;
  /** Why the team has changed what was published: a code of the list, and words of its own. */
  editedFor: null | { reason: string | null; words: string | null };
  /** Who proposed its present text, where that was not its author; empty for a guest without a name. */
  proposedBy: string | null;
  /** The value of the thread's counter when this post last changed; an edit names it as `version`. */
  change: number;
  /** Whether earlier texts of it can be read. */
  history: boolean;
  gone: null | { how: (typeof GONE)[number]; reason: string | null };
  /** Its files, in their order. */
  documents: PostDocument[];
  /** The last posts that quote or link it, of those that this audience may read; ten at most. */
  citedIn: { thread: number; number: number; title: string }[];
  /** In a case: what it says happened, and when (`2026`, `2026-11`, `2026-11-28`). */
  step: null | { kind: StepKind; outcome: string; dated: string };
  /** Whether it is a post that was moved to a place where this audience may read it: its permalink leads there. */
  moved: boolean;
}

/** A line of a list of threads: the thread and its last standing post. */
export interface ThreadRow {
  thread: VisibleThread;
  last: null | { number: number; author: VisiblePost['author']; excerpt: string; publishedAt: Date };
}

/** A line of a member's page. */
export interface PostRow {
  thread: Pick<VisibleThread, 'id' | 'slug' | 'title' | 'category'>;
  number: number;
  excerpt: string;
  writtenAt: Date;
  publishedAt: Date;
}

/** A bounded slice of a list; `next` is the cursor of the following one (opaque), null at the end. */
export interface Slice<T> {
  rows: T[];
  next: string | null;
}
