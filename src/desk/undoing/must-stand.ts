import type { Queries } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import { ABOUT_POSTS, HOLDS, THREAD_SINCE } from './thread-since.js';
import type { LoggedDecision } from './undoing.js';

/** On a row `d` of the log: whether it was undone. */
export const UNDONE = 'exists (select 1 from desk.decision u where u.undoes = d.id)';

const ABOUT_ACCOUNTS = `('suspend', 'reinstate')`;

/** Of two rows about the same member: whether both are about their account, or both change the text of their page. */
const SAME_OF_MEMBER = `(l.detail->>'member')::int = (d.detail->>'member')::int
  and ((l.decision in ${ABOUT_ACCOUNTS} and d.decision in ${ABOUT_ACCOUNTS}) or (l.decision in ${ABOUT_POSTS} and d.decision in ${ABOUT_POSTS}))`;

/** On a row `d` of the log: whether there is a later decision about the same thing that was not undone. */
export const DECIDED_SINCE = `(exists (select 1 from desk.decision l where l.submission_id = d.submission_id and ${HOLDS})
  or (d.decision in ${ABOUT_POSTS} and exists (
    select 1 from desk.decision l where l.thread_id = d.thread_id and l.number = d.number and l.decision in ${ABOUT_POSTS} and ${HOLDS}))
  or ${THREAD_SINCE}
  or (d.category_id is null and d.detail ? 'member' and exists (
    select 1 from desk.decision l where l.category_id is null and l.detail ? 'member' and ${SAME_OF_MEMBER} and ${HOLDS})))`;

/**
 * Only the last decision about a thing can be undone, and after that the one before it. Call it with the thing itself
 * locked, so that nobody decides about it between this check and the undoing.
 *
 * @throws Conflict 'undone-already', 'withdrawn-since' or 'decided-since'.
 */
export async function mustStand(tx: Queries, { id }: Pick<LoggedDecision, 'id'>): Promise<void> {
  const [row] = await tx.query<{ undone: boolean; since: boolean; withdrawn: boolean }>(
    `select ${UNDONE} as undone, ${DECIDED_SINCE} as since, coalesce((select s.status = 'withdrawn'
      from desk.submission s
       where s.id = d.submission_id), false) as withdrawn
     from desk.decision d where d.id = $1`,
    [id],
  );
  if (row === undefined || row.undone) throw new Conflict('undone-already');
  if (row.withdrawn) throw new Conflict('withdrawn-since');
  if (row.since) throw new Conflict('decided-since');
}
