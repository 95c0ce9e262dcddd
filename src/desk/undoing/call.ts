import { KeptCallEntity } from '../calls/kept-call.entity.js';
import { putCall } from '../calls/put-call.js';
import { undoingWhatWasSaid } from './said-before.js';

/** Puts back what the thread called for before, or nothing. */
export const undoing = undoingWhatWasSaid(['call', 'uncall'], async (tx, thread, before) => {
  const kept = before === null ? null : await tx.repository(KeptCallEntity).findOneBy({ id: before });
  return putCall(tx, thread, kept === null ? null : { url: kept.url, words: kept.words, until: kept.until });
});
