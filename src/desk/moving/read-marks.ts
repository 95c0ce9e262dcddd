import type { Transaction } from '../../database/transaction.js';
import type { Route } from './moved-rows.js';

/**
 * A member who has read moved posts in the old thread has read them in the new one too, if they have read everything
 * before them there. Read marks never go back, so nothing has to be done when the posts are moved back.
 */
export async function carryReadMarks(tx: Transaction, { from, to, numbers, become }: Route): Promise<void> {
  const first = become[0] ?? 0;
  await tx.query(
    `insert into private.read_mark as mark (member_id, thread_id, number)
     select r.member_id, $2::int, max(w.becomes)
     from private.read_mark r join unnest($3::int[], $4::int[]) w (number, becomes) on w.number <= r.number
     left join private.read_mark there on there.member_id = r.member_id and there.thread_id = $2
     where r.thread_id = $1 and coalesce(there.number, 0) >= $5 - 1 group by r.member_id
     on conflict (member_id, thread_id) do update set number = excluded.number where mark.number < excluded.number`,
    [from, to, numbers, become, first],
  );
}
