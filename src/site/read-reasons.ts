import type { Queries } from '../database/transaction.js';
import { ReasonEntity } from './reason.entity.js';
import type { Reason } from './reason.js';

/** The whole list; bounded, because people choose from it. */
export function readReasons(from: Queries): Promise<Reason[]> {
  return from.repository(ReasonEntity).find({ order: { position: 'ASC', code: 'ASC' }, take: 100 });
}
