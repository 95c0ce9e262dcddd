import type { Transaction } from '../database/transaction.js';
import type { Stage } from './stage.js';

/**
 * One event of the demonstration; events are performed in the order of time. Many messages share a transaction; an
 * event that opens transactions of its own is performed alone.
 */
export type Act =
  | { at: Date; perform(stage: Stage, tx: Transaction): Promise<void> }
  | { at: Date; alone(stage: Stage): Promise<void> };
