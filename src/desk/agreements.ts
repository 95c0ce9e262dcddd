import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import { RENDERER_VERSION } from '../markup/render.js';
import type { Words } from '../submissions/checked.js';
import type { Kind } from '../submissions/followed.js';
import { keepVersion } from '../submissions/store.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../submissions/submission-row.js';
import type { Identity } from '../visitors/visitor.js';
import { type Decided, log } from './log.js';
import { lostRace } from './lost-race.js';

/** Contributions are agreed upon; to take down a post that was reported, or to hear an appeal, one moderator is enough. */
export function isAgreed(kind: Kind): boolean {
  return kind === 'thread' || kind === 'reply' || kind === 'comment' || kind === 'edit';
}

export async function forgetAgreements(tx: Transaction, submission: string): Promise<void> {
  await tx.query('delete from desk.agreement where submission_id = $1', [submission]);
}

export interface Acceptance {
  id: string;
  version: number;
  /** Categories that whoever accepts may decide in; null for all. */
  scope: number[] | null;
  /** The team's own words, or null for those that wait. */
  words: (Words & { html: string }) | null;
  batch?: string;
}

/** Locked until the commit, so that of two who agree at once the second finds the first one's agreement. */
async function lockVersion(tx: Transaction, { id, version, scope }: Acceptance): Promise<SubmissionRow> {
  const [row] = await tx.query<SubmissionRow>(
    `select ${SUBMISSION_COLUMNS} from desk.submission
     where id = $1 and status = 'waiting' and version = $2 and ($3::int[] is null or category_id = any($3)) for update`,
    [id, version, scope],
  );
  if (row === undefined) throw await lostRace(tx, id, version);
  return row;
}

/** Other words are another version: whoever wrote them agrees with it, and what was agreed before does not count for it. */
async function replaceWords(
  tx: Transaction, { id, words }: Acceptance & { words: Words & { html: string } }, member: Identity, now: Date,
): Promise<SubmissionRow> {
  const [row] = await tx.query<SubmissionRow>(
    `update desk.submission set version = version + 1, title = $2, source = $3, html = $4, renderer_version = $5, changed_at = $6
     where id = $1 returning ${SUBMISSION_COLUMNS}`,
    [id, words.title, words.text, words.html, RENDERER_VERSION, now],
  );
  if (row === undefined) throw new Error(`submission ${id} is missing`);
  await keepVersion(tx, row, { by: 'team', member: member.id }, now);
  return row;
}

/** Those who agreed and are still of the team. */
async function agreedBy(tx: Transaction, { id, version }: SubmissionRow): Promise<number[]> {
  const rows = await tx.query<{ member: number }>(
    `select a.member_id as member from desk.agreement a join member m on m.id = a.member_id and m.role in ('moderator', 'administrator')
     where a.submission_id = $1 and a.version = $2`,
    [id, version],
  );
  return rows.map(({ member }) => member);
}

/**
 * Where two must agree: null when somebody else has agreed with this very version, so that it may be published now; the
 * row of the log when this was the first agreement, which is noted.
 *
 * @throws Conflict when the same person agrees twice, or when it was decided or corrected since it was read.
 */
export async function agree(tx: Transaction, acceptance: Acceptance, member: Identity, now: Date): Promise<Decided | null> {
  const { words } = acceptance;
  const waiting = await lockVersion(tx, acceptance);
  const row = words === null ? waiting : await replaceWords(tx, { ...acceptance, words }, member, now);
  const agreed = await agreedBy(tx, row);
  if (agreed.includes(member.id)) throw new Conflict('agreed-already');
  if (agreed.length > 0) return null;
  await tx.query(
    'insert into desk.agreement (submission_id, version, member_id, agreed_at) values ($1, $2, $3, $4)',
    [row.id, row.version, member.id, now],
  );
  const { id: submission, category, thread, number, version } = row;
  const done = await log(tx, member, { decision: 'agree', submission, category, thread, number, version, batch: acceptance.batch }, now);
  await tx.tell({ news: 'QueueChanged', category, submission });
  return done;
}
