import type { Transaction } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import { RENDERER_VERSION } from '../../markup/render.js';
import { AgreementEntity } from '../../publishing/agreement.entity.js';
import type { Words } from '../../submissions/words.js';
import { keepVersion } from '../../submissions/keep-version.js';
import { jsonOf } from '../../submissions/thread-facts/facts.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../../submissions/submission-row.js';
import type { Identity } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import { lostRace } from '../queue/lost-race.js';

export interface Acceptance {
  id: string;
  version: number;
  /** Categories in which the accepting moderator may decide; null for all. */
  scope: number[] | null;
  /** The team's own words, or null to accept the author's. */
  words: (Words & { html: string }) | null;
  batch?: string;
}

/** Locked until the commit, so that of two who agree at once the second finds the first one's agreement. */
async function lockVersion(tx: Transaction, { id, version, scope }: Acceptance): Promise<SubmissionRow> {
  const [row] = await tx.query<SubmissionRow>(
    `select ${SUBMISSION_COLUMNS} from desk.submission
     where id = $1 and status = 'waiting' and version = $2 and ($3::int[] is null
       or category_id = any($3)) for update`,
    [id, version, scope],
  );
  if (row === undefined) throw await lostRace(tx, id, version);
  return row;
}

/**
 * Other words make a new version: the moderator who wrote them agrees with it, and earlier agreements do not count for
 * it.
 */
async function replaceWords(
  tx: Transaction,
  { id, words }: Acceptance & { words: Words & { html: string } },
  member: Identity,
  now: Date,
): Promise<SubmissionRow> {
  const [row] = await tx.query<SubmissionRow>(
    `update desk.submission set version = version + 1, title = $2, source = $3, html = $4, renderer_version = $5,
      changed_at = $6, facts = $7, documents = coalesce($8, documents), question = coalesce($9, question)
     where id = $1 returning ${SUBMISSION_COLUMNS}`,
    [
      id,
      words.title,
      words.text,
      words.html,
      RENDERER_VERSION,
      now,
      jsonOf(words.facts ?? null),
      words.documents === undefined ? null : JSON.stringify(words.documents),
      words.question ?? null,
    ],
  );
  if (row === undefined) throw new Error(`submission ${id} is missing`);
  await keepVersion(tx, row, { by: 'team', member: member.id }, now);
  return row;
}

/** The moderators who agreed and are still in the team. */
async function agreedBy(tx: Transaction, { id, version }: SubmissionRow): Promise<number[]> {
  const rows = await tx.query<{ member: number }>(
    `select a.member_id as member from desk.agreement a join member m on m.id = a.member_id
      and m.role in ('moderator', 'administrator')
     where a.submission_id = $1 and a.version = $2`,
    [id, version],
  );
  return rows.map(({ member }) => member);
}

/**
 * For categories where two must agree. Answers null when another moderator has agreed with the same version, so that
 * it may be published now; otherwise notes this first agreement and answers its row of the log.
 *
 * @throws Conflict when the same person agrees twice, or when it was decided or corrected since it was read.
 */
export async function agree(
  tx: Transaction,
  acceptance: Acceptance,
  member: Identity,
  now: Date,
): Promise<Decided | null> {
  const { words } = acceptance;
  const waiting = await lockVersion(tx, acceptance);
  const row = words === null ? waiting : await replaceWords(tx, { ...acceptance, words }, member, now);
  const agreed = await agreedBy(tx, row);
  if (agreed.includes(member.id)) throw new Conflict('agreed-already');
  if (agreed.length > 0) return null;
  await tx
    .repository(AgreementEntity)
    .insert({ submissionId: row.id, version: row.version, memberId: member.id, agreedAt: now });
  const { id: submission, category, thread, number, version } = row;
  const done = await log(
    tx,
    member,
    { decision: 'agree', submission, category, thread, number, version, batch: acceptance.batch },
    now,
  );
  await tx.tell({ news: 'QueueChanged', category, submission });
  return done;
}
