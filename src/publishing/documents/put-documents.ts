import type { Transaction } from '../../database/transaction.js';
import { putDown } from '../../jobs/jobs.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import { RECOGNISE } from '../../uploads/recognitions.js';
import type { Published } from '../published.js';

/**
 * The documents that belong to a post from now on, in their order. What readers see of them follows in this
 * transaction (`desk.show_documents`), and goes and comes back with the post.
 */
export async function putDocuments(
  tx: Transaction,
  { thread, number }: Published,
  documents: readonly SaidDocument[],
): Promise<void> {
  if (documents.length === 0)
    await tx.query('delete from desk.post_documents where thread_id = $1 and number = $2', [thread, number]);
  else {
    await tx.query(
      `insert into desk.post_documents (thread_id, number, documents) values ($1, $2, $3)
       on conflict (thread_id, number) do update set documents = excluded.documents`,
      [thread, number, JSON.stringify(documents)],
    );
    // Its pages without words are read now and not in the next round.
    await putDown(tx, RECOGNISE, {}, { key: RECOGNISE.name });
  }
}
