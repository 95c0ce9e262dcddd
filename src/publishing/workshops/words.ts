import type { Transaction } from '../../database/transaction.js';
import type { PublishingKind } from '../publishing-kind.js';

/** Undoes their publication: nobody reads them any more, until they are published again. */
export async function takeWordsBack(tx: Transaction, submission: string): Promise<void> {
  await tx.query('update private.workshop_words set published_at = null where submission_id = $1', [submission]);
}

/**
 * What hosts write to those who have registered never becomes public: it stands on the pages of registrations. To whom
 * it goes was said when it was sent (src/registrations/words.ts).
 */
export const words: PublishingKind = {
  async publish(tx, { id, thread }, at) {
    await tx.query(
      `insert into private.workshop_words (submission_id, thread_id, published_at) values ($1, $2, $3)
       on conflict (submission_id) do update set published_at = excluded.published_at`,
      [id, thread, at],
    );
    return null;
  },
  async withdraw(tx, { id }) {
    await tx.query('delete from private.workshop_words where submission_id = $1', [id]);
  },
};
