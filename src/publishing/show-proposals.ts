import type { Transaction } from '../database/transaction.js';

/**
 * Makes what readers see of proposals what it has to be: who proposed the texts of these posts that they can read now,
 * the standing ones and the earlier ones. Null for all posts of the thread. Called after each change of a text, because
 * the desk knows from the submissions whose words they were, so that nothing has to be carried along or put back.
 */
export async function showProposals(
  tx: Transaction,
  thread: number,
  numbers: readonly number[] | null,
): Promise<void> {
  await tx.query('delete from proposal where thread_id = $1 and ($2::int[] is null or number = any($2))', [
    thread,
    numbers,
  ]);
  await tx.query(
    `insert into proposal (thread_id, number, changed_at, member_id, name)
     select s.thread_id, s.number, s.decided_at, s.author_id, case when s.author_id is null then s.author_name
     else '' end
     from desk.submission s join post p on p.thread_id = s.thread_id and p.number = s.number and p.gone is null
     where s.thread_id = $1 and ($2::int[] is null or s.number = any($2)) and s.proposes and s.status = 'published'
       and (p.edited_at = s.decided_at or exists (select from public.revision r where r.thread_id = s.thread_id
         and r.number = s.number and r.replaced_at > s.decided_at))
     on conflict do nothing`,
    [thread, numbers],
  );
}
