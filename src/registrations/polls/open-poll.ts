import { audiencesOf } from '../../categories/audience.js';
import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';

/** A workshop whose answers nobody else changes until the commit. */
export interface OpenPoll {
  thread: number;
  category: number;
  /** Ids. */
  candidates: string[];
  lastEnd: Date;
}

/** @throws NotFound for whoever may not read it and where no date is to be found, Conflict once it is found or past */
export async function openPoll(tx: Transaction, visitor: Visitor, thread: number, now: Date): Promise<OpenPoll> {
  const [row] = await tx.query<{ category: number }>(
    `select t.category_id as category from workshop w join thread t on t.id = w.thread_id
     join category c on c.id = t.category_id where w.thread_id = $1 and c.audience = any($2) for update of w`,
    [thread, audiencesOf(visitor.audience)],
  );
  if (row === undefined) throw new NotFound();
  const candidates = await tx.query<{ id: string; endsAt: Date }>(
    'select id, ends_at as "endsAt" from workshop_candidate where thread_id = $1 order by ends_at desc',
    [thread],
  );
  const [last] = candidates;
  if (last === undefined) throw new NotFound();
  const [found] = await tx.query('select from workshop_date where thread_id = $1 limit 1', [thread]);
  if (found !== undefined) throw new Conflict('poll-closed');
  if (last.endsAt <= now) throw new Conflict('poll-over');
  return { thread, category: row.category, candidates: candidates.map(({ id }) => id), lastEnd: last.endsAt };
}
