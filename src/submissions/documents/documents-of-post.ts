import type { Queries } from '../../database/transaction.js';
import type { SaidDocument } from './said-document.js';

/** The documents of a published post, in their order. */
export async function documentsOfPost(
  tx: Queries,
  { thread, number }: { thread: number; number: number },
): Promise<readonly SaidDocument[]> {
  const [row] = await tx.query<{ documents: SaidDocument[] }>(
    'select documents from desk.post_documents where thread_id = $1 and number = $2',
    [thread, number],
  );
  return row?.documents ?? [];
}
