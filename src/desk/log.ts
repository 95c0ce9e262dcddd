import type { Transaction } from '../database/transaction.js';
import type { Identity } from '../visitors/visitor.js';
import type { DecisionRow } from './card.js';

export interface Entry {
  decision: DecisionRow['decision'];
  category: number;
  submission?: string;
  thread?: number | null;
  number?: number | null;
  version?: number;
  reason?: string | null;
  remark?: string | null;
}

/**
 * Adds a row that nobody can ever change or take away, so it never carries a text, nor the name of a guest, which
 * their withdrawal has to erase.
 */
export async function log(tx: Transaction, by: Pick<Identity, 'id' | 'name'> | null, entry: Entry, now: Date): Promise<void> {
  await tx.query(
    `insert into desk.decision (decided_at, member_id, member_name, decision, submission_id, category_id, thread_id, number,
       version, reason, remark) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      now, by?.id ?? null, by?.name ?? '', entry.decision, entry.submission ?? null, entry.category, entry.thread ?? null,
      entry.number ?? null, entry.version ?? null, entry.reason ?? null, entry.remark ?? null,
    ],
  );
}
