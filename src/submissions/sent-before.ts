import { listed } from '../database/listed.js';
import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import type { Visitor } from '../visitors/visitor.js';
import { STORED_COLUMNS, type StoredRow } from './submission-row.js';
import { bytes } from './text-hash.js';
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

const ASKED = listed('nth int, author int, key bytea, token bytea');

interface Keyed {
  visitor: Visitor;
  tokens: Tokens;
}

/**
 * What each of these keys was used for: null for nothing yet, Conflict 'key-used' for something else.
 *
 * Sends of one key go one after the other: the second of two that race must see the first one's answer, and not what
 * the first one did to the thread (an edit that was published at once makes its own twin look stale).
 */
export async function sentBefore(tx: Transaction, all: readonly Keyed[]): Promise<(Stored | Conflict | null)[]> {
  if (all.length === 0) return [];
  // In one order for everybody: two who lock several of the same would wait for each other.
  const locks = all
    .map(({ tokens }) => tokens.keyHash.readBigInt64BE())
    .toSorted((one, other) => (one < other ? -1 : 1));
  const [, rows] = await Promise.all([
    tx.query('select pg_advisory_xact_lock(key) from unnest($1::bigint[]) as key', [locks.map(String)]),
    // A statement of its own, which sees what was committed until the locks were there. LATERAL, or a table that was
    // small when this was planned would be read as a whole for as long as the session lives.
    tx.query<StoredRow & { nth: number; same: boolean }>(
      `select found.*, asked.nth from (${ASKED}) asked cross join lateral (
         select ${STORED_COLUMNS}, token_hash = asked.token as same from desk.submission
         where coalesce(author_id, 0) = asked.author and key_hash = asked.key limit 1) found`,
      [JSON.stringify(all.map(askedRow)), all.length],
    ),
  ]);
  const found = new Map(rows.map(({ nth, same, ...row }) => [nth, { same, row }]));
  return all.map(({ tokens: { token, code } }, at) => {
    const before = found.get(at);
    if (before === undefined) return null;
    return before.same ? { token, code, row: before.row, fresh: false } : new Conflict('key-used');
  });
}

function askedRow({ visitor, tokens }: Keyed, nth: number): object {
  return {
    nth,
    author: visitor.member?.id ?? 0,
    key: bytes(tokens.keyHash),
    token: bytes(tokens.tokenHash),
  };
}
