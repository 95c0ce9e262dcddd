import type { StepFacts } from '../../cases/step-facts.js';
import type { Queries } from '../../database/transaction.js';

type Row = Omit<StepFacts, 'of' | 'post'> & { postThread: number | null; postNumber: number | null };

/** What stands now of a post that is a step; null for any other post. */
export async function standingStep(tx: Queries, thread: number, number: number): Promise<StepFacts | null> {
  const [row] = await tx.query<Row>(
    `select kind, dated, coalesce(how, '') as how, coalesce(outcome, '') as outcome, cameras, amount::float8 as amount,
       software, link, post_thread as "postThread", post_number as "postNumber",
       case when request_thread = thread_id then request_number end as request, coalesce(status, '') as status
     from case_step where thread_id = $1 and number = $2`,
    [thread, number],
  );
  if (row === undefined) return null;
  const { postThread, postNumber, ...said } = row;
  return {
    of: 'step',
    ...said,
    post: postThread === null || postNumber === null ? null : { thread: postThread, number: postNumber },
  };
}
