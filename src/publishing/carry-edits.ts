import type { Transaction } from '../database/transaction.js';
import { kindsWith } from '../submissions/kind.js';

/**
 * Locks the edits of a post that still wait, before its thread: the acceptance of one of them takes the two locks in
 * that order too.
 */
export async function lockEdits(tx: Transaction, thread: number, number: number): Promise<string[]> {
  const edits = await tx.query<{ id: string }>(
    `select id from desk.submission where thread_id = $1 and number = $2 and kind in ${kindsWith('changesPost')}
      and status in ('waiting', 'returned')
     order by id for update`,
    [thread, number],
  );
  return edits.map(({ id }) => id);
}

/**
 * A post that goes or comes back gets a new `change`, but its words stay: edits that were based on the words are still
 * based on them, and get the new number.
 */
export async function carryEdits(tx: Transaction, edits: string[], from: number, to: number): Promise<void> {
  if (edits.length === 0) return;
  await tx.query('update desk.submission set base_change = $3 where id = any($1) and base_change = $2', [
    edits,
    from,
    to,
  ]);
}
