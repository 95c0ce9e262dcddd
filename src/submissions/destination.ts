import type { Policy } from '../screening/policy.js';
import type { SaidDocument } from './documents/said-document.js';
import type { Facts } from './thread-facts/facts.js';
import type { ThreadKind, VisibleArticle } from '../threads/visible.js';
import type { CommentedArticle } from './followed.js';
import type { Kind } from './kind.js';

/**
 * The category, thread and post that a target names, as far as its author may see them, and the words that will be
 * stored.
 */
export interface Destination {
  /** A reply in the section of an article is a comment, whichever form it came from. */
  kind: Kind;
  category: Policy;
  /** Whose section it is. */
  section: VisibleArticle | null;
  /** With a comment: what the submission itself carries of it. */
  article: CommentedArticle | null;
  thread: number | null;
  /** Of the thread; null for a new one. */
  lastPostAt: Date | null;
  locked: boolean;
  number: number | null;
  title: string | null;
  replyTo: number | null;
  baseChange: number | null;
  /** What the thread that it opens or changes is about; null where it has only words. */
  facts: Facts | null;
  /** Of an edit: the documents of the post, which its own are to replace. */
  baseDocuments: readonly SaidDocument[];
  /** Of an edit: what is public now, which `facts` are to replace. */
  baseFacts: Facts | null;
  /** The kind of the thread that it belongs to, where its facts do not say so. */
  opens?: ThreadKind;
  /** An edit of what somebody else wrote: screened as a proposal, and its author's name may be taken out again. */
  proposes: boolean;
  /** A reply that is a question. */
  question: boolean;
}

/** The fields that are empty for most kinds. */
export const PLAIN = {
  section: null,
  article: null,
  number: null,
  title: null,
  replyTo: null,
  baseChange: null,
  facts: null,
  baseFacts: null,
  baseDocuments: [],
  proposes: false,
  question: false,
};

/** Columns of a category `c`, as the policy that screening asks. */
export const POLICY = `c.id, c.closed, c.opens, c.takes, c.guests_write as "guestsWrite", c.hold,
  c.accepted_until as "acceptedUntil", c.edits, c.organizers,
  c.documents, c.documents_held as "documentsHeld",
  c.closes_after as "closesAfter", exists (select 1 from host_site where category_id = c.id) as "ofArticles"`;
