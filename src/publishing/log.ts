import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import type { Identity } from '../visitors/visitor.js';
import type { Decision } from './decision.js';
import { IS_TOLD, TOLD_AT } from './telling.js';

export interface Entry {
  decision: Decision;
  /** Null where there is no category; then `detail.member` says whom it is about. */
  category: number | null;
  submission?: string | null;
  thread?: number | null;
  number?: number | null;
  version?: number | null;
  /** Codes of the list of reasons. Where only one can be shown or asked for, it is the first. */
  reasons?: readonly string[];
  remark?: string | null;
  /** The bulk that it is part of. */
  batch?: string;
  /** The row that this one undoes. */
  undoes?: string;
  /** Ids and numbers only, never a text or the name of a guest. */
  detail?: Readonly<Record<string, number | readonly number[]>>;
  /** Nobody is told, because an imported message is old. */
  quiet?: boolean;
}

/** What was written to the log. */
export interface Decided {
  /** The id of the row, in digits. */
  id: string;
  decision: Decision;
}

/** An entry, and who signs it: null for what the forum does by itself. */
export interface SignedEntry {
  by: Pick<Identity, 'id' | 'name'> | null;
  entry: Entry;
  now: Date;
}

/** The columns that are given, with their types: the rows come as JSON. */
const GIVEN = {
  decided_at: 'timestamptz',
  member_id: 'int',
  member_name: 'text',
  decision: 'text',
  submission_id: 'uuid',
  category_id: 'int',
  thread_id: 'int',
  number: 'int',
  version: 'int',
  reason: 'text',
  reasons: 'text[]',
  remark: 'text',
  undoes: 'bigint',
  detail: 'jsonb',
  batch: 'uuid',
};
const COLUMNS = Object.keys(GIVEN).join(', ');
const TYPED = Object.entries(GIVEN)
  .map(([column, type]) => `${column} ${type}`)
  .join(', ');

function rowOf({ by, entry, now }: SignedEntry): Record<keyof typeof GIVEN, unknown> {
  const { reasons = [] } = entry;
  return {
    decided_at: now,
    member_id: by?.id ?? null,
    member_name: by?.name ?? '',
    decision: entry.decision,
    submission_id: entry.submission ?? null,
    category_id: entry.category,
    thread_id: entry.thread ?? null,
    number: entry.number ?? null,
    version: entry.version ?? null,
    reason: reasons[0] ?? null,
    reasons,
    remark: entry.remark ?? null,
    undoes: entry.undoes ?? null,
    detail: entry.detail ?? null,
    batch: entry.batch ?? null,
  };
}

/**
 * Adds a row to the log, which nobody can ever change or delete. So it never has a text, nor the name of a guest, which
 * has to be erased when they withdraw. The persons concerned are told of it later. @throws Conflict when what it undoes
 * was undone by another row.
 */
export async function log(
  tx: Transaction,
  by: Pick<Identity, 'id' | 'name'> | null,
  entry: Entry,
  now: Date,
): Promise<Decided> {
  const [done] = await logAll(tx, [{ by, entry, now }]);
  if (done === undefined) throw new Conflict('undone-already');
  return done;
}

/** The same for several, in their order and by one statement. */
export async function logAll(tx: Transaction, all: readonly SignedEntry[]): Promise<Decided[]> {
  const rows = await tx.query<{ id: string }>(
    `with logged as (insert into desk.decision (${COLUMNS})
       select ${COLUMNS} from json_to_recordset($1) as given (${TYPED})
       on conflict (undoes) where undoes is not null do nothing returning id, decision, decided_at),
     told as (insert into desk.untold (decision_id, due_at)
       select id, ${TOLD_AT} from logged where ${IS_TOLD} and not $2)
     select id::text from logged order by logged.id`,
    [JSON.stringify(all.map(rowOf)), all.some(({ entry }) => entry.quiet)],
  );
  if (rows.length < all.length) throw new Conflict('undone-already');
  return all.map(({ entry: { decision } }, at) => ({ id: rows[at]?.id ?? '', decision }));
}
