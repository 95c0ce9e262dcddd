import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import type { Visitor } from '../visitors/visitor.js';
import { STORED_COLUMNS, type StoredRow } from './submission-row.js';
import type { Tokens } from './tokens.js';

/** A stored submission; `fresh` when this very call stored it, and not an earlier one with the same key. */
export interface Stored {
  token: string;
  /** Of its follow page, to be written down. */
  code: string;
  row: StoredRow;
  fresh: boolean;
}

/** What this call has stored. */
export function storedAs({ tokens: { token, code } }: { tokens: Tokens }, row: StoredRow): Stored {
  return { token, code, row, fresh: true };
}

/**
 * What this key was used for; null for nothing yet. @throws Conflict 'key-used' when it was for something else.
 *
 * Sends of one key go one after the other: the second of two that race must see the first one's answer, and not what
 * the first one did to the thread (an edit that was published at once makes its own twin look stale).
 */
export async function sentBefore(tx: Transaction, visitor: Visitor, tokens: Tokens): Promise<Stored | null> {
  const [, [row]] = await Promise.all([
    tx.query('select pg_advisory_xact_lock($1)', [tokens.keyHash.readBigInt64BE().toString()]),
    // A statement of its own, which sees what was committed until the lock was there.
    tx.query<StoredRow & { same: boolean }>(
      `select ${STORED_COLUMNS}, token_hash = $3 as same from desk.submission where coalesce(author_id, 0) = $1
       and key_hash = $2`,
      [visitor.member?.id ?? 0, tokens.keyHash, tokens.tokenHash],
    ),
  ]);
  if (row === undefined) return null;
  if (!row.same) throw new Conflict('key-used');
  return { token: tokens.token, code: tokens.code, row, fresh: false };
}
