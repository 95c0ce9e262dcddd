import type { Transaction } from '../../database/transaction.js';

/**
 * What has been said of the case since it was opened: by its steps, and by edits of its first post that say another
 * status than the one before. Each of them stands as long as its post and its text do, at the time of its publication,
 * which it keeps wherever it is moved and whenever it comes back.
 */
const SAID = `select s.status, p.published_at as at, 0 as edits, s.number as place from case_step s
    join post p on p.thread_id = s.thread_id and p.number = s.number
    where s.thread_id = l.thread_id and s.status is not null
  union all select r.next_facts->>'status', r.replaced_at, 1, r.revision from desk.revision r
    where r.thread_id = l.thread_id and r.number = 1 and r.next_facts->>'of' = 'case'
      and r.next_facts->>'status' <> r.facts->>'status'`;

/**
 * Makes of a case what follows from its steps and edits: its status, which is the last one that was said of it, and
 * when it moved last, by which lists of cases are in order; and tells that it is another one. Called after each change
 * of either; nothing is kept that an undo would have to put back.
 */
export async function settleCase(tx: Transaction, thread: number): Promise<void> {
  const [settled] = await tx.query<{ category: number }>(
    `update local_case l set
       moved_at = greatest(l.opened_at, (select max(p.published_at) from case_step s
         join post p on p.thread_id = s.thread_id and p.number = s.number where s.thread_id = l.thread_id)),
       status = coalesce((select e.status from (${SAID}) e where e.at >= l.opened_at
         order by e.at desc, e.edits desc, e.place desc limit 1), l.first_status)
     from thread t where t.id = l.thread_id and l.thread_id = $1 returning t.category_id as category`,
    [thread],
  );
  if (settled !== undefined) await tx.tell({ news: 'CaseChanged', category: settled.category, thread });
}
