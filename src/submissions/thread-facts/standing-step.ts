import type { StepFacts, StepPlace } from '../../cases/step-facts.js';
import type { Queries } from '../../database/transaction.js';

type Row = Omit<StepFacts, 'of' | 'post' | 'request'> &
  Record<'postThread' | 'postNumber' | 'requestThread' | 'requestNumber', number | null>;

const STANDS = 'case_step s where s.thread_id = $1 and s.number = $2';

const WAITS = `desk.kept_step k, jsonb_populate_record(null::case_step, k.facts ||
  jsonb_build_object('thread_id', k.thread_id, 'number', k.number)) s where k.thread_id = $1 and k.number = $2`;

/** What stands now of a post that is a step; null for any other post. */
export function standingStep(tx: Queries, thread: number, number: number): Promise<StepFacts | null> {
  return read(tx, STANDS, thread, number);
}

/** What waits of a step that was moved to a thread which is no case; null for any other post. */
export function keptStep(tx: Queries, thread: number, number: number): Promise<StepFacts | null> {
  return read(tx, WAITS, thread, number);
}

async function read(tx: Queries, from: string, thread: number, number: number): Promise<StepFacts | null> {
  const [row] = await tx.query<Row>(
    `select s.kind, s.dated, coalesce(s.how, '') as how, coalesce(s.outcome, '') as outcome, s.cameras,
       s.amount::float8 as amount, s.software, s.link, s.post_thread as "postThread", s.post_number as "postNumber",
       s.request_thread as "requestThread", s.request_number as "requestNumber",
       coalesce(s.status, '') as status
     from ${from}`,
    [thread, number],
  );
  if (row === undefined) return null;
  const { postThread, postNumber, requestThread, requestNumber, ...said } = row;
  return {
    of: 'step',
    ...said,
    post: placeOf(postThread, postNumber),
    request: placeOf(requestThread, requestNumber),
  };
}

function placeOf(thread: number | null, number: number | null): StepPlace | null {
  return thread === null || number === null ? null : { thread, number };
}
