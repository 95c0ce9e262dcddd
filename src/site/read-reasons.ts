import type { Queries } from '../database/transaction.js';
import type { Reason } from './reason.js';

/** The whole list; bounded, because people choose from it. */
export function readReasons(from: Queries): Promise<Reason[]> {
  return from.query<Reason>(
    `select code, fr, en, about_fr as "aboutFr", about_en as "aboutEn", body_fr as "bodyFr", body_en as "bodyEn", position, active
     from reason order by position, code limit 100`,
  );
}
