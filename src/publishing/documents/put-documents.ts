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
  await keepUncovered(tx, { thread, number }, documents);
  if (documents.length === 0)
    await tx.query('delete from desk.post_documents where thread_id = $1 and number = $2', [thread, number]);
  else {
    await tx.query(
      `insert into desk.post_documents (thread_id, number, documents) values ($1, $2, $3)
       on conflict (thread_id, number) do update set documents = excluded.documents`,
      [thread, number, JSON.stringify(documents)],
    );
    // Pages that are pictures are read by the recogniser now, and not only in the next round of its job.
    await putDown(tx, RECOGNISE, {}, { key: RECOGNISE.name });
  }
}

/**
 * A file that is no longer in the list is erased some days later, if the list has a file instead that was made of it by
 * blacking out. Any other one that leaves is kept: it was marked to be erased by an edit that was not accepted.
 */
async function keepUncovered(
  tx: Transaction,
  { thread, number }: Published,
  documents: readonly SaidDocument[],
): Promise<void> {
  await tx.query(
    `update desk.file f set replaced_at = null
     from desk.post_documents p cross join jsonb_array_elements(p.documents) e (said)
     where p.thread_id = $1 and p.number = $2 and f.id = (e.said->>'id')::uuid and f.replaced_at is not null
       and f.id <> all($3::uuid[]) and not exists (select from desk.file m where m.blacked_out = f.id
       and m.id = any($3))`,
    [thread, number, documents.map(({ id }) => id)],
  );
}
