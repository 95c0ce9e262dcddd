import type { Transaction } from '../database/transaction.js';
import { putDown } from '../jobs/jobs.js';
import { RENDERER_VERSION } from '../markup/render.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Checked } from './checked.js';
import { CONFIRM_ADDRESS } from './confirm-address.js';
import type { Place } from './place.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from './submission-row.js';
import { textHash } from './text-hash.js';
import type { Tokens } from './tokens.js';

export interface Stored {
  place: Place;
  sent: Checked;
  /** Of the text, rendered. */
  html: string;
  tokens: Tokens;
  heldFor: string[];
  /** Brought from elsewhere: its author has asked us for no letter, not even for one that asks whether they want some. */
  quiet?: boolean;
}

/** Null when this key was used in the meantime: the index decides, whatever was looked up before. */
export async function store(tx: Transaction, visitor: Visitor, what: Stored, now: Date): Promise<SubmissionRow | null> {
  const { place, sent, tokens } = what;
  const [row] = await tx.query<SubmissionRow>(
    `insert into desk.submission (id, kind, category_id, thread_id, number, title, source, html, renderer_version, reply_to,
       base_change, author_id, author_name, author_role, email, key_hash, token_hash, held_for, text_hash, written_at, changed_at, article, code_hash, code_box)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20, $21, $22, $23)
     on conflict do nothing returning ${SUBMISSION_COLUMNS}`,
    [
      tokens.id, place.kind, place.category.id, place.thread, place.number, place.title, sent.text, what.html,
      RENDERER_VERSION, place.replyTo, place.baseChange, visitor.member?.id ?? null, sent.name, visitor.role,
      sent.email === '' ? null : sent.email, tokens.keyHash, tokens.tokenHash, what.heldFor, textHash(sent.text), now,
      place.article === null ? null : JSON.stringify(place.article), tokens.codeHash, tokens.codeBox,
    ],
  );
  if (row === undefined) return null;
  await keepVersion(tx, row, { by: 'author', member: visitor.member?.id ?? null }, now);
  const asks = visitor.isGuest && what.quiet !== true;
  if (asks && (sent.email !== '' || place.kind === 'edit')) await putDown(tx, CONFIRM_ADDRESS, { submission: row.id });
  return row;
}

/** Keeps the words that a submission has now as one of its versions. */
export async function keepVersion(
  tx: Transaction, row: SubmissionRow, written: { by: 'author' | 'team'; member: number | null }, now: Date,
): Promise<void> {
  await tx.query(
    `insert into desk.submission_version (submission_id, version, title, source, html, written_by, member_id, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.version, row.title, row.source, row.html, written.by, written.member, now],
  );
}
