import { ThreadDuringEntity } from '../../threads/thread-during.entity.js';
import { putDuring } from '../during/put-during.js';
import { undoingWhatWasSaid } from './said-before.js';

/** Known members are held again as before it was said, or not held again for the date for which that was said. */
export const undoing = undoingWhatWasSaid(['during', 'not-during'], async (tx, thread, before) => {
  const said = before === null ? null : await tx.repository(ThreadDuringEntity).findOneBy({ id: before });
  return putDuring(tx, thread, said?.dateId ?? null);
});
