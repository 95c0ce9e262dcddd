import type { Transaction } from '../database/transaction.js';
import { putDown } from '../jobs/jobs.js';
import { RENDERER_VERSION } from '../markup/render.js';
import type { HoldReason } from '../screening/phase.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Checked } from './checked.js';
import { CONFIRM_ADDRESS } from './confirm-address.js';
import type { Destination } from './destination.js';
import { propertiesOf } from './kind.js';
import type { StoredRow } from './submission-row.js';
import { bytes, textHash } from './text-hash.js';
import type { Tokens } from './tokens.js';

/** As it was sent, and all that was found out about it. */
export interface NewSubmission {
  visitor: Visitor;
  now: Date;
  destination: Destination;
  sent: Checked;
  /** Of the text, rendered. */
  html: string;
  tokens: Tokens;
  heldFor: HoldReason[];
  /** Imported: its author has not asked us for letters, so not even a confirmation of the address is sent. */
  quiet?: boolean;
  /** Milliseconds that a letter to its author's address has to wait. */
  letterWait?: number | undefined;
}

/** The columns that are given, with their types: the row comes as JSON. */
const GIVEN = {
  id: 'uuid',
  kind: 'text',
  category_id: 'int',
  thread_id: 'int',
  number: 'int',
  title: 'text',
  source: 'text',
  html: 'text',
  renderer_version: 'int',
  reply_to: 'int',
  base_change: 'int',
  author_id: 'int',
  author_name: 'text',
  author_role: 'text',
  email: 'text',
  key_hash: 'bytea',
  token_hash: 'bytea',
  code_hash: 'bytea',
  code_box: 'bytea',
  held_for: 'text[]',
  text_hash: 'bytea',
  written_at: 'timestamptz',
  changed_at: 'timestamptz',
  article: 'jsonb',
  facts: 'jsonb',
  base_facts: 'jsonb',
  documents: 'jsonb',
  base_documents: 'jsonb',
  proposes: 'boolean',
  question: 'boolean',
};
const COLUMNS = Object.keys(GIVEN).join(', ');
const TYPED = Object.entries(GIVEN)
  .map(([column, type]) => `${column} ${type}`)
  .join(', ');
/** What the first version has of it. */
const WORDS = 'title, source, html, written_at, facts, documents, question';

const INSERT = `with stored as (insert into desk.submission (${COLUMNS})
    select ${COLUMNS} from json_to_recordset($1) as given (${TYPED})
    on conflict do nothing returning id, version, author_id, ${WORDS}),
  first as (insert into desk.submission_version (submission_id, version, written_by, member_id, ${WORDS})
    select id, version, 'author', author_id, ${WORDS} from stored)
  select id from stored`;

function rowOf({
  visitor,
  now,
  destination,
  sent,
  html,
  tokens,
  heldFor,
}: NewSubmission): Record<keyof typeof GIVEN, unknown> {
  return {
    id: tokens.id,
    kind: destination.kind,
    category_id: destination.category.id,
    thread_id: destination.thread,
    number: destination.number,
    title: destination.title,
    source: sent.text,
    html,
    renderer_version: RENDERER_VERSION,
    reply_to: destination.replyTo,
    base_change: destination.baseChange,
    author_id: visitor.member?.id ?? null,
    author_name: sent.name,
    author_role: visitor.role,
    email: sent.email === '' ? null : sent.email,
    key_hash: bytes(tokens.keyHash),
    token_hash: bytes(tokens.tokenHash),
    code_hash: bytes(tokens.codeHash),
    code_box: bytes(tokens.codeBox),
    held_for: heldFor,
    text_hash: bytes(textHash(sent.text)),
    written_at: now,
    changed_at: now,
    article: destination.article,
    facts: destination.facts,
    base_facts: destination.baseFacts,
    documents: sent.documents ?? destination.baseDocuments,
    base_documents: destination.baseDocuments,
    proposes: destination.proposes,
    question: destination.question,
  };
}

function storedRow({ tokens, destination, heldFor }: NewSubmission): StoredRow {
  const { kind, category, thread, number } = destination;
  return { id: tokens.id, kind, status: 'waiting', version: 1, category: category.id, thread, number, heldFor };
}

/**
 * Puts them down with their first versions, in one statement because every sending waits for it; of several each but
 * the first costs a third. Null for one whose key was used in the meantime: the index decides, whatever was looked up
 * before.
 */
export async function insertSubmissions(
  tx: Transaction,
  all: readonly NewSubmission[],
): Promise<{ what: NewSubmission; row: StoredRow | null }[]> {
  const stored = await tx.query<{ id: string }>(INSERT, [JSON.stringify(all.map(rowOf))]);
  const ids = new Set(stored.map(({ id }) => id));
  return all.map((what) => ({ what, row: ids.has(what.tokens.id) ? storedRow(what) : null }));
}

/** The same for one, whose author may be written to. */
export async function insertSubmission(tx: Transaction, what: NewSubmission): Promise<StoredRow | null> {
  const [{ row } = { row: null }] = await insertSubmissions(tx, [what]);
  const { visitor, sent, destination, tokens } = what;
  const asks = visitor.isGuest && what.quiet !== true;
  if (row !== null && asks && (sent.email !== '' || propertiesOf(destination.kind).changesPost))
    await putDown(tx, CONFIRM_ADDRESS, { submission: tokens.id }, { wait: what.letterWait ?? 0 });
  return row;
}
