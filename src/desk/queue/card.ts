import type { NamedFile } from '../../documents/visible-document.js';
import type { Decision } from '../../publishing/decision.js';
import type { CommentedArticle, Status } from '../../submissions/followed.js';
import type { HeldFile } from '../../submissions/documents/held-file.js';
import type { Facts, TypedFacts } from '../../submissions/thread-facts/facts.js';
import type { Kind } from '../../submissions/kind.js';
import type { AuthorRole } from '../../threads/visible.js';
import type { CountedAs } from '../desk-kind.js';
import type { Change } from './word-changes.js';

/** « Je m’en occupe ». */
export interface Claim {
  member: number;
  name: string;
  since: Date;
  until: Date;
}

/** One waiting submission as a moderator sees it in the queue. */
export interface DeskCard {
  id: string;
  kind: Kind;
  countsAs: CountedAs;
  /** Whether it can be accepted with an answer. */
  answerable: boolean;
  version: number;
  /** `published` and `refused` count what this member sent before; both are 0 for a guest. */
  author: { name: string; role: AuthorRole; published: number; refused: number };
  /** Null for the text of a member's page, which has no category. */
  category: null | { id: number; slug: string; name: string };
  /** What a comment is about; its title is all that is known of a section that has no thread yet. */
  article: CommentedArticle | null;
  thread: null | { id: number; slug: string; title: string };
  number: number | null;
  replyTo: number | null;
  /** A reply that asks something. */
  question: boolean;
  /** Of an edit that makes a question of a note, or a note of a question: whether it asks then. Null for all others. */
  asks: boolean | null;
  /** Whether it asks as it was sent; null where it could not. */
  sort: boolean | null;
  title: string | null;
  html: string;
  text: string;
  /** What its thread is about besides its words; null where it has only words. */
  facts: Facts | null;
  /** For an edit: what was public when it was written, where facts are changed. */
  baseFacts: Facts | null;
  /** Its files, in their order. */
  documents: HeldFile[];
  /** As their form has them. */
  typedFacts: TypedFacts | null;
  /** Of what hosts write: for whom; a part is null for all, and empty where the programme has it no more. */
  registered: null | { toLine: boolean; part: string | null };
  /** The last two standing posts before it, oldest first. */
  before: { number: number; author: string; excerpt: string }[];
  links: string[];
  /** Codes of the screening phases that held it. */
  heldFor: string[];
  /**
   * Where two moderators must agree: who has agreed with this very version, by name and by id. Null where one is
   * enough.
   */
  agreement: null | { needed: number; agreed: string[]; members: number[] };
  writtenAt: Date;
  changedAt: Date;
  /** For an edit, and the text of a member's page: what the public reads there now; null when that is nothing. */
  published: null | { title: string | null; html: string; text: string };
  /** What it changes in that text, by words. */
  changes: Change[];
  /** For a report: what readers said, the first ones of `count`. Author and text of the card are then the post's. */
  report: null | {
    count: number;
    /** `by` is a member's name; null for somebody without an account. */
    reports: {
      reason: string;
      remark: string | null;
      by: string | null;
      at: Date;
      /** The one file that it is about; `stands` while everybody may read it. */
      document: null | (NamedFile & { id: string; stands: boolean });
    }[];
    gone: 'taken-down' | 'withdrawn' | 'moved' | null;
  };
  /** For an appeal: what it is against. `alone`: nobody but the moderator who decided could judge it. */
  appeal: null | {
    id: string;
    kind: Kind;
    status: Status;
    takenDown: boolean;
    title: string | null;
    html: string;
    reasons: string[];
    remark: string | null;
    /** Id and name of who decided. */
    decider: number | null;
    decidedBy: string | null;
    decidedAt: Date | null;
    alone: boolean;
    /** Its files, which come back with it. */
    documents: HeldFile[];
  };
  /** The claim on it; after its `until` it does not count any more. */
  claim: null | Claim;
}

export interface DecisionRow {
  /** Of the row of the log: digits. */
  id: string;
  at: Date;
  /** Name of who decided; for `withdraw` and `publish` the author's own, empty for a guest. */
  by: string;
  decision: Decision;
  /** Codes of the list. */
  reasons: string[];
  /** The row that it undoes, and whether another one has undone it. */
  undoes: string | null;
  undone: boolean;
  remark: string | null;
  version: number | null;
}

export interface VersionRow {
  version: number;
  title: string | null;
  text: string;
  html: string;
  facts: Facts | null;
  /** Whether it asks; null where it could not. */
  asks: boolean | null;
  /** Its files, in their order. */
  documents: NamedFile[];
  by: 'author' | 'team';
  /** Name of the team's member who wrote it; null for the author's own. */
  name: string | null;
  at: Date;
}

/** One submission in any state with all that ever happened to it. */
export interface DeskRecord extends DeskCard {
  status: Status;
  reasons: string[];
  remark: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** Newest first; empty once its author has withdrawn it. */
  versions: VersionRow[];
  /** Oldest first. */
  decisions: DecisionRow[];
  /** Where it was published, and whether that post is gone now. */
  post: null | { thread: number; number: number; gone: 'taken-down' | 'withdrawn' | null };
}
