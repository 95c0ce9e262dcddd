import type { Transaction } from '../database/transaction.js';
import type { Words } from '../submissions/words.js';
import type { Status } from '../submissions/followed.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../submissions/submission-row.js';
import { jsonOf } from '../submissions/thread-facts/facts.js';
import { forgetAgreements } from './forget-agreements.js';
import type { Published } from './published.js';

export interface Settlement {
  id: string;
  /** The version that was read: what was corrected since is not decided. */
  version: number;
  status: Exclude<Status, 'waiting' | 'withdrawn'>;
  /** Categories in which the moderator may decide; null for all. */
  scope: number[] | null;
  by: number | null;
  /** Codes of the list of reasons. Where only one can be shown or asked for, it is the first. */
  reasons?: readonly string[];
  remark?: string | null;
  /** The team's own words, which become the next version. */
  words?: (Words & { html: string; rendererVersion: number }) | null;
}

/** What is decided about a submission whose row is locked. */
interface Settled {
  settlement: Settlement;
  /** Where it stands from now on; null for one that is not published. */
  place: Published | null;
  now: Date;
}

/** SQL: it waits, in the version that was read. */
const WAITS = `id = $1 and status = 'waiting' and version = $2`;
const inScope = (scope: string): string => `(${scope}::int[] is null or category_id = any(${scope}))`;

/**
 * Locks the row that settle() would settle, for an acceptance that learns only afterwards where the post will stand:
 * the row is then written once, with its place. Written twice, it would be put into its twelve indexes twice. Null
 * where settle() answers null, and for what was published before.
 */
export async function lockRow(
  tx: Transaction,
  { id, version, scope }: Pick<Settlement, 'id' | 'version' | 'scope'>,
): Promise<SubmissionRow | null> {
  const [row] = await tx.query<SubmissionRow>(
    `select ${SUBMISSION_COLUMNS} from desk.submission where ${WAITS} and number is null
       and ${inScope('$3')} for no key update`,
    [id, version, scope],
  );
  return row ?? null;
}

/**
 * Settles submissions whose rows the transaction has locked after comparing their versions, and whose words stay as
 * they are. The list is limited to its own length, or PostgreSQL would expect a hundred rows of it and read the whole
 * table.
 */
export async function settleAll(tx: Transaction, all: readonly Settled[]): Promise<void> {
  const rows = all.map(({ settlement: { id, status, by, reasons = [], remark = null }, place, now: at }) => {
    return { id, status, at, by, reasons, remark, thread: place?.thread ?? null, nth: place?.number ?? null };
  });
  await tx.query(
    `update desk.submission s set status = g.status, decided_at = g.at, changed_at = g.at, decided_by = g.by,
      reason = g.reasons[1], reasons = g.reasons, remark = g.remark, thread_id = coalesce(g.thread, s.thread_id),
      number = coalesce(g.nth, s.number)
     from (select * from json_to_recordset($1) as given (id uuid, status text, at timestamptz, by int, reasons text[],
       remark text, thread int, nth int) limit $2) g
     where s.id = g.id and s.status = 'waiting'`,
    [JSON.stringify(rows), rows.length],
  );
}

/**
 * Settles one submission. Beside settleAll() this is the only statement by which a decision ends the waiting of one. It
 * names the status and the version, so that of several moderators who decide at once exactly one gets the row, and the
 * others get null; settleAll() needs only the status, because its rows were locked with their versions compared.
 */
export async function settle(tx: Transaction, what: Settlement, now: Date): Promise<SubmissionRow | null> {
  const words = what.words ?? null;
  const settled = tx.query<SubmissionRow>(
    `update desk.submission set status = $3, decided_at = $4, changed_at = $4, decided_by = $5, reason = $6,
      reasons = $14, remark = $7,
       version = version + case when $8 then 1 else 0 end,
       title = case when $8 then $9 else title end, source = case when $8 then $10 else source end,
       html = case when $8 then $11 else html end,
       renderer_version = case when $8 then $12 else renderer_version end,
       facts = case when $8 then $15 else facts end, documents = coalesce($16, documents),
       question = coalesce($17, question)
     where ${WAITS} and ${inScope('$13')}
     returning ${SUBMISSION_COLUMNS}`,
    [
      what.id,
      what.version,
      what.status,
      now,
      what.by,
      what.reasons?.[0] ?? null,
      what.remark ?? null,
      words !== null,
      words?.title ?? null,
      words?.text ?? '',
      words?.html ?? '',
      words?.rendererVersion ?? 0,
      what.scope,
      what.reasons ?? [],
      jsonOf(words?.facts ?? null),
      words?.documents === undefined ? null : JSON.stringify(words.documents),
      words?.question ?? null,
    ],
  );
  // A statement of its own: it sees agreements that were given until the first statement had the row.
  const [[row]] = await Promise.all([settled, forgetAgreements(tx, [what.id])]);
  return row ?? null;
}
