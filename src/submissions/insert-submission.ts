import type { Transaction } from '../database/transaction.js';
import { putDown } from '../jobs/jobs.js';
import { RENDERER_VERSION } from '../markup/render.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Checked } from './checked.js';
import { CONFIRM_ADDRESS } from './confirm-address.js';
import type { Destination } from './destination.js';
import { propertiesOf } from './kind.js';
import { jsonOf } from './thread-facts/facts.js';
import type { StoredRow } from './submission-row.js';
import { textHash } from './text-hash.js';
import type { Tokens } from './tokens.js';

export interface NewSubmission {
  destination: Destination;
  sent: Checked;
  /** Of the text, rendered. */
  html: string;
  tokens: Tokens;
  heldFor: string[];
  /** Imported: its author has not asked us for letters, so not even a confirmation of the address is sent. */
  quiet?: boolean;
  /** Milliseconds that a letter to its author's address has to wait. */
  letterWait?: number | undefined;
}

/**
 * Puts it down with its first version, in one statement because every sending waits for it. Null when this key was
 * used in the meantime: the index decides, whatever was looked up before.
 */
export async function insertSubmission(
  tx: Transaction,
  visitor: Visitor,
  what: NewSubmission,
  now: Date,
): Promise<StoredRow | null> {
  const { destination, sent, tokens } = what;
  const stored = await tx.query(
    `with stored as (insert into desk.submission (id, kind, category_id, thread_id, number, title, source, html,
      renderer_version, reply_to,
       base_change, author_id, author_name, author_role, email, key_hash, token_hash, held_for, text_hash, written_at,
         changed_at, article, code_hash, code_box, facts, base_facts,
         documents, base_documents, proposes, question)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20, $21, $22,
       $23, $24, $25, $26, $27, $28, $29)
     on conflict do nothing returning id, version, title, source, html, author_id, written_at, facts, documents,
         question),
     first as (insert into desk.submission_version (submission_id, version, title, source, html, written_by, member_id,
       written_at, facts, documents, question)
       select id, version, title, source, html, 'author', author_id, written_at, facts, documents, question from stored)
     select from stored`,
    [
      tokens.id,
      destination.kind,
      destination.category.id,
      destination.thread,
      destination.number,
      destination.title,
      sent.text,
      what.html,
      RENDERER_VERSION,
      destination.replyTo,
      destination.baseChange,
      visitor.member?.id ?? null,
      sent.name,
      visitor.role,
      sent.email === '' ? null : sent.email,
      tokens.keyHash,
      tokens.tokenHash,
      what.heldFor,
      textHash(sent.text),
      now,
      destination.article === null ? null : JSON.stringify(destination.article),
      tokens.codeHash,
      tokens.codeBox,
      jsonOf(destination.facts),
      jsonOf(destination.baseFacts),
      JSON.stringify(sent.documents ?? destination.baseDocuments),
      JSON.stringify(destination.baseDocuments),
      destination.proposes,
      destination.question,
    ],
  );
  if (stored.length === 0) return null;
  const asks = visitor.isGuest && what.quiet !== true;
  if (asks && (sent.email !== '' || propertiesOf(destination.kind).changesPost))
    await putDown(tx, CONFIRM_ADDRESS, { submission: tokens.id }, { wait: what.letterWait ?? 0 });
  const { category, thread, number } = destination;
  return {
    id: tokens.id,
    status: 'waiting',
    version: 1,
    category: category.id,
    thread,
    number,
    heldFor: what.heldFor,
  };
}
