import { audiencesOf } from '../../categories/audience.js';
import type { Queries, Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockThreadFirst } from '../lock-workshop.js';

/** A workshop whose date is to be found. */
export interface OpenPoll {
  thread: number;
  category: number;
  /** Ids. */
  candidates: string[];
  lastEnd: Date;
}

/** @throws NotFound for whoever may not read it and where no date is to be found, Conflict once it is found or past */
export function readPoll(from: Queries, visitor: Visitor, thread: number, now: Date): Promise<OpenPoll> {
  return pollOf(from, visitor, { thread, now, locks: '' });
}

/** The same, locked: nobody else changes its answers until the commit. @throws NotFound, Conflict */
export async function openPoll(tx: Transaction, visitor: Visitor, thread: number, now: Date): Promise<OpenPoll> {
  await lockThreadFirst(tx, visitor, thread);
  return pollOf(tx, visitor, { thread, now, locks: 'for update of w' });
}

async function pollOf(
  from: Queries,
  visitor: Visitor,
  { thread, now, locks }: { thread: number; now: Date; locks: '' | 'for update of w' },
): Promise<OpenPoll> {
  const [row] = await from.query<{ category: number }>(
    `select t.category_id as category from workshop w join thread t on t.id = w.thread_id
     join category c on c.id = t.category_id where w.thread_id = $1 and c.audience = any($2) ${locks}`,
    [thread, audiencesOf(visitor.audience)],
  );
  if (row === undefined) throw new NotFound();
  const candidates = await from.query<{ id: string; endsAt: Date }>(
    'select id, ends_at as "endsAt" from workshop_candidate where thread_id = $1 order by ends_at desc',
    [thread],
  );
  const [last] = candidates;
  if (last === undefined) throw new NotFound();
  const [found] = await from.query('select from workshop_date where thread_id = $1 limit 1', [thread]);
  if (found !== undefined) throw new Conflict('poll-closed');
  if (last.endsAt <= now) throw new Conflict('poll-over');
  return { thread, category: row.category, candidates: candidates.map(({ id }) => id), lastEnd: last.endsAt };
}
