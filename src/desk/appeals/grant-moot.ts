import type { Transaction } from '../../database/transaction.js';
import { settle } from '../../publishing/settle.js';

/**
 * The decision that these appeals are against has been taken back otherwise: their authors have what they asked for,
 * and nobody is left to judge. Without this an appeal would go on waiting beside a text that waits itself, and granting
 * it would be about words that its moderator has not seen. Call it with their rows locked.
 */
export async function grantMoot(
  tx: Transaction,
  appeals: readonly { id: string; version: number; category: number | null }[],
  by: number | null,
  now: Date,
): Promise<void> {
  for (const { id, version, category } of appeals) {
    await settle(tx, { id, version, status: 'published', scope: null, by }, now);
    await tx.tell({ news: 'QueueChanged', category, submission: id });
  }
}
