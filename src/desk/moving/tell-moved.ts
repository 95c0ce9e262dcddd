import type { Transaction } from '../../database/transaction.js';
import type { LockedThread } from './lock-thread.js';
import { tellWaiting } from './submissions-of.js';

type End = Pick<LockedThread, 'id' | 'category'>;

/** Posts have gone from one thread to another: pages of both look again, and so do desks where something waits. */
export async function tellMoved(tx: Transaction, from: End, to: End): Promise<void> {
  await tx.tell({
    news: 'PostsMoved',
    category: from.category,
    thread: from.id,
    toCategory: to.category,
    toThread: to.id,
  });
  await tellWaiting(tx, to.id, from.category === to.category ? [to.category] : [from.category, to.category]);
}
