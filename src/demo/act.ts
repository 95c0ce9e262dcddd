import type { Transaction } from '../database/transaction.js';
import type { Stage } from './stage.js';

/**
 * One thing that happened at one moment, performed in the order of time. Messages go many to a transaction; what has
 * transactions of its own is performed alone.
 */
export type Act =
  | { at: Date; perform(stage: Stage, tx: Transaction): Promise<void> }
  | { at: Date; alone(stage: Stage): Promise<void> };
