import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { propertiesOf } from '../../submissions/kind.js';
import { placed, type SubmissionRow } from '../../submissions/submission-row.js';
import type { Visitor } from '../../visitors/visitor.js';
import { log } from '../../publishing/log.js';
import { lockPlace } from '../../publishing/lock-place.js';
import { SubmissionEntity } from '../../submissions/submission.entity.js';
import { takeBack } from './take-back.js';
import { mustStand, type UndoAsker } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/** By its place: a granted appeal is undone as the acceptance that it was. */
const UNLESS = [
  {
    code: 'decided-since',
    when: `s.status <> 'published' or not exists (select 1 from post x where x.thread_id = d.thread_id
      and x.number = d.number and x.gone is null)`,
  },
];

interface Locked {
  rows: SubmissionRow[];
  /** For each post that is shown: the number of its last change. */
  changes: Map<number, number>;
}

/** Locks the submissions first and the thread after them; only then is it certain which posts are shown. */
async function lock(tx: Transaction, thread: number, numbers: number[]): Promise<Locked> {
  const rows = await lockPlace(tx, thread, numbers);
  await tx.query('select 1 from thread where id = $1 for update', [thread]);
  const posts = await tx.query<{ number: number; change: number }>(
    'select number, change from post where thread_id = $1 and number = any($2) and gone is null',
    [thread, numbers],
  );
  return { rows, changes: new Map(posts.map(({ number, change }) => [number, change])) };
}

async function back(
  tx: Transaction,
  { rows, changes }: Locked,
  row: LoggedDecision,
  { moderator, now }: UndoAsker,
): Promise<void> {
  await mustStand(tx, row, { moderator, now }, UNLESS);
  const submission = rows.find(({ id }) => id === row.submission);
  const change = changes.get(submission?.number ?? 0);
  if (submission?.status !== 'published' || change === undefined) throw new Conflict('decided-since');
  const edits = rows.filter(
    ({ kind, number, status }) =>
      propertiesOf(kind).changesPost &&
      number === submission.number &&
      (status === 'waiting' || status === 'returned'),
  );
  await takeBack(
    tx,
    placed(submission),
    { edited: row.decision === 'edit-and-accept', edits: edits.map(({ id }) => id), change },
    now,
  );
}

/** The answer that was given together with the acceptance, as the log has it; null when it was changed since. */
async function answerOf(
  tx: Transaction,
  thread: number,
  number: number,
  asker: UndoAsker,
): Promise<LoggedDecision | null> {
  const [row] = await tx.query<LoggedDecision>(
    `select d.id::text, d.decision, d.category_id as category, d.submission_id as submission, 'reply' as kind,
      d.thread_id as thread,
       d.number, d.version, d.reasons, d.remark, d.detail
     from desk.decision d where d.thread_id = $1 and d.number = $2 and d.decision = 'publish' order by d.id limit 1`,
    [thread, number],
  );
  if (row === undefined) return null;
  const stands = await mustStand(tx, row, asker, UNLESS).then(
    () => true,
    (problem: unknown) => {
      if (problem instanceof Conflict) return false;
      throw problem;
    },
  );
  return stands ? row : null;
}

/**
 * Undoing an acceptance takes the post down, and the submission waits again. An answer that was given with it is taken
 * down too: it is about a post that nobody can read any more.
 */
export const undoing: Undoing = {
  decisions: ['accept', 'edit-and-accept', 'publish'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { submission: id } = row;
    const place = id === null ? null : await tx.repository(SubmissionEntity).findOneBy({ id });
    if (place === null || !moderator.moderatesCategory(place.categoryId)) throw new NotFound();
    if (place.threadId === null || place.number === null) throw new Conflict('decided-since');
    const answered = row.detail?.['reply'] ?? null;
    const locked = await lock(tx, place.threadId, [place.number, ...(answered === null ? [] : [answered])]);
    await back(tx, locked, row, { moderator, now });
    const answer = answered === null ? null : await answerOf(tx, place.threadId, answered, { moderator, now });
    if (answer === null || !locked.changes.has(answered ?? 0)) return;
    await back(tx, locked, answer, { moderator, now });
    const { id: undoes, category, submission, thread, number, version } = answer;
    await log(tx, moderator.member, { decision: 'undo', category, submission, thread, number, version, undoes }, now);
  },
};
