/** The shapes in which published things are shown: to pages, live fragments, feeds. Read with the reader login only. */

export type Audience = 'everyone' | 'members' | 'staff';
export type AuthorRole = 'guest' | 'member' | 'moderator' | 'organizer' | 'administrator';
/** Whom a category holds; newcomers are members of whom too little was accepted so far, and guests with them. */
export type Hold = 'all' | 'guests' | 'newcomers' | 'nobody';
/** Edits by authors: held as posts are, always, or never those of members who are known. */
export type Edits = 'as-posts' | 'held' | 'at-once';

export interface VisibleCategory {
  id: number;
  slug: string;
  name: string;
  description: string;
  audience: Audience;
  guestsWrite: boolean;
  hold: Hold;
  closed: boolean;
  /** Days without a post after which a thread takes no more replies; null for never. */
  closesAfter: number | null;
  /** It holds the sections of a site's articles: nobody opens a thread here by hand. */
  ofArticles: boolean;
  threadCount: number;
  postCount: number;
}

/** How an article's section receives comments, where it differs from its site's. */
export type ArticlePolicy = 'before' | 'after' | 'members' | 'closed';

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
  threading: 'one-level' | 'flat';
  /** Under what terms comments are published; empty where the site says nothing. */
  licence: string;
  /** Null for what its site does. */
  policy: ArticlePolicy | null;
  /** The first comment of a person is read first, even where others are not. */
  firstHeld: boolean;
  /** From when on it takes no more comments; null for never. */
  closesAt: Date | null;
  removed: boolean;
}

export interface VisibleThread {
  id: number;
  /** Never empty, `posts` or `replies`. */
  slug: string;
  /** Empty when the thread's first post was taken down: the page then says « Sujet retiré ». */
  title: string;
  retired: boolean;
  /** Takes no more replies. */
  locked: boolean;
  /** Stands on top of its category. */
  pinned: boolean;
  category: VisibleCategory;
  /** Whose section it is: then the title is the article's. Null for a thread of the forum. */
  article: VisibleArticle | null;
  postCount: number;
  lastNumber: number;
  /** The thread's own counter of edits, withdrawals, take-downs and restorations. */
  changes: number;
  publishedAt: Date;
  lastPostAt: Date;
}

export interface VisiblePost {
  thread: number;
  number: number;
  author: { name: string; role: AuthorRole };
  html: string;
  replyTo: number | null;
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
  /** The value of the thread's counter when this post last changed; an edit names it as `version`. */
  change: number;
  /** Whether earlier texts of it can be read. */
  history: boolean;
  gone: null | { how: 'taken-down' | 'withdrawn' | 'moved'; reason: string | null };
  /** A post that was moved, where whoever reads this may read it there: its permalink leads to it. */
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
