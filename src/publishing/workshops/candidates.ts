import type { Transaction } from '../../database/transaction.js';
import type { WorkshopFacts } from '../../workshops/workshop-facts.js';
import { momentOf } from './moment-of.js';

type Asked = Pick<WorkshopFacts, 'candidates' | 'zone'>;

/**
 * Puts the dates that people are asked about, and removes all others. What was answered about those that stay is
 * counted.
 */
export async function putCandidates(tx: Transaction, thread: number, { candidates, zone }: Asked): Promise<void> {
  await tx.query('delete from workshop_candidate where thread_id = $1', [thread]);
  for (const [position, { id, start, end }] of candidates.entries())
    await tx.query(
      `insert into workshop_candidate (id, thread_id, position, starts_at, ends_at, yes, maybe)
       values ($1, $2, $3, $4, $5, 0, 0)`,
      [id, thread, position, momentOf(start, zone), momentOf(end, zone)],
    );
  if (candidates.length > 0) await countAnswers(tx, thread);
}

/** Shows everybody how many answers of each kind there are. */
export async function countAnswers(tx: Transaction, thread: number): Promise<void> {
  await tx.query(
    `update workshop_candidate c set
       yes = (select count(*) from private.availability a where a.thread_id = $1 and c.id = any(a.yes)),
       maybe = (select count(*) from private.availability a where a.thread_id = $1 and c.id = any(a.maybe))
     where c.thread_id = $1`,
    [thread],
  );
}
