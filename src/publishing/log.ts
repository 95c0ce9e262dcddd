import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import type { Identity } from '../visitors/visitor.js';
import type { Decision } from './decision.js';
import { toldAt } from './telling.js';

export interface Entry {
  decision: Decision;
  /** Null where there is no category; then `detail.member` says whom it is about. */
  category: number | null;
  submission?: string | null;
  thread?: number | null;
  number?: number | null;
  version?: number | null;
  /** Codes of the list; the first one is the one that is asked for alone. */
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
  /** Of the row: digits. */
  id: string;
  decision: Decision;
}

/**
 * Has the persons concerned told of it later, and adds a row that nobody can ever change or take away, so it never
 * carries a text, nor the name of a guest, which has to be erased when they withdraw. @throws Conflict when what it
 * undoes was undone by another row.
 */
export async function log(
  tx: Transaction,
  by: Pick<Identity, 'id' | 'name'> | null,
  entry: Entry,
  now: Date,
): Promise<Decided> {
  const { decision, reasons = [] } = entry;
  const [row] = await tx.query<{ id: string }>(
    `with logged as (insert into desk.decision (decided_at, member_id, member_name, decision, submission_id,
      category_id,
       thread_id, number, version, reason, reasons, remark, undoes, detail, batch)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (undoes) where undoes is not null do nothing returning id),
     told as (insert into desk.untold (decision_id, due_at) select id, $16::timestamptz from logged
       where $16::timestamptz is not null)
     select id::text from logged`,
    [
      now,
      by?.id ?? null,
      by?.name ?? '',
      decision,
      entry.submission ?? null,
      entry.category,
      entry.thread ?? null,
      entry.number ?? null,
      entry.version ?? null,
      reasons[0] ?? null,
      reasons,
      entry.remark ?? null,
      entry.undoes ?? null,
      entry.detail === undefined ? null : JSON.stringify(entry.detail),
      entry.batch ?? null,
      entry.quiet === true ? null : toldAt(decision, now),
    ],
  );
  if (row === undefined) throw new Conflict('undone-already');
  return { id: row.id, decision };
}
