import type { AuthorRole } from '../threads/visible.js';
import type { CommentedArticle, Status } from './followed.js';
import type { SaidDocument } from './documents/said-document.js';
import type { Facts } from './thread-facts/facts.js';
import type { Kind } from './kind.js';

/** Columns of desk.submission that are acted upon. */
export const SUBMISSION_COLUMNS = `id, kind, status, version, category_id as "category", thread_id as "thread", number,
  title,
  source, html, renderer_version as "rendererVersion", reply_to as "replyTo", base_change as "baseChange",
  author_id as "authorId", author_name as "authorName", author_role as "authorRole", held_for as "heldFor", article,
  facts, base_facts as "baseFacts", proposes, question, documents, base_documents as "baseDocuments",
  written_at as "writtenAt"`;

export interface SubmissionRow {
  id: string;
  kind: Kind;
  status: Status;
  version: number;
  /** Null for the text of a member's page, and for an appeal about one. */
  category: number | null;
  thread: number | null;
  number: number | null;
  title: string | null;
  source: string;
  html: string;
  rendererVersion: number;
  replyTo: number | null;
  baseChange: number | null;
  authorId: number | null;
  authorName: string;
  authorRole: AuthorRole;
  heldFor: string[];
  article: CommentedArticle | null;
  facts: Facts | null;
  /** Of an edit: what was public when its author changed it. */
  baseFacts: Facts | null;
  /** An edit of what somebody else wrote, sent by anybody. */
  proposes: boolean;
  /** A reply that asks for an answer. */
  question: boolean;
  documents: SaidDocument[];
  /** Of an edit: those of the post when its author changed it. */
  baseDocuments: SaidDocument[];
  writtenAt: Date;
}

/** What whoever sends it has to know of it: all else is as it was sent. */
export type StoredRow = Pick<
  SubmissionRow,
  'id' | 'kind' | 'status' | 'version' | 'category' | 'thread' | 'number' | 'heldFor'
>;
export const STORED_COLUMNS = `id, kind, status, version, category_id as "category", thread_id as "thread", number,
  held_for as "heldFor"`;

/** A submission that belongs to a thread, or will open one. */
export interface PlacedSubmission extends SubmissionRow {
  category: number;
}

/** @throws Error for the text of a member's page, which no thread will ever hold. */
export function placed(row: SubmissionRow): PlacedSubmission {
  const { category } = row;
  if (category === null) throw new Error(`submission ${row.id} belongs to no category`);
  return { ...row, category };
}
