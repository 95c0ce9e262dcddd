import { KeptTownEntity } from '../../publishing/ties/kept-town.entity.js';
import { putTie } from '../../publishing/ties/put-tie.js';
import { undoingWhatWasSaid } from './said-before.js';

/** Ties the thread to the town of before again, or to none. */
export const undoing = undoingWhatWasSaid(['tie', 'untie'], async (tx, thread, before) => {
  const kept = before === null ? null : await tx.repository(KeptTownEntity).findOneBy({ id: before });
  return putTie(tx, thread, kept?.townCode ?? null);
});
