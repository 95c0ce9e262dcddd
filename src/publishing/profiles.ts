import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import type { SubmissionRow } from '../submissions/submission-row.js';
import { ProfileEntity } from '../threads/profile.entity.js';
import { ProfileTextEntity } from './profile-text.entity.js';

/**
 * Changes of one member's page are made one after the other. This lock comes after that of the submission, and is the
 * last one.
 */
export async function lockPage(tx: Transaction, member: number): Promise<void> {
  await tx.query('select 1 from private.account where member_id = $1 for update', [member]);
}

/** The member for whose page it is. */
export function ownerOf({ id, authorId }: Pick<SubmissionRow, 'id' | 'authorId'>): number {
  if (authorId === null) throw new Error(`submission ${id} is of nobody who has a page`);
  return authorId;
}

/** The submission whose text is on a member's page now. */
export async function standingOn(tx: Transaction, member: number): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select t.submission_id as id from profile p join desk.profile_text t on t.member_id = p.member_id
      and t.published_at = p.published_at
     where p.member_id = $1 and t.removed_at is null`,
    [member],
  );
  return row?.id ?? null;
}

/** Puts a published submission's words on its author's page, in place of the present text. */
export async function put(tx: Transaction, member: number, submission: string): Promise<void> {
  await tx.query(
    `insert into profile (member_id, source, html, renderer_version, published_at)
     select t.member_id, s.source, s.html, s.renderer_version, t.published_at
     from desk.profile_text t join desk.submission s on s.id = t.submission_id and s.status = 'published'
       where t.submission_id = $1
     on conflict (member_id) do update set source = excluded.source, html = excluded.html,
       renderer_version = excluded.renderer_version,
       published_at = excluded.published_at`,
    [submission],
  );
  await tx.tell({ news: 'ProfileChanged', member });
}

/** Leaves the page without a text. */
export async function clear(tx: Transaction, member: number): Promise<void> {
  await tx.repository(ProfileEntity).delete({ memberId: member });
  await tx.tell({ news: 'ProfileChanged', member });
}

/**
 * Publishes the text of a member's page. No two texts of a page have the same moment, because the moment says which of
 * them is shown: of two in the same millisecond the second counts as later.
 */
export async function publishProfile(tx: Transaction, submission: SubmissionRow, at: Date): Promise<void> {
  const member = ownerOf(submission);
  await lockPage(tx, member);
  const former = await standingOn(tx, member);
  await tx.query(
    `insert into desk.profile_text (submission_id, member_id, published_at, former)
     select $1, $2, greatest($3::timestamptz, max(t.published_at) + interval '1 microsecond'), $4
       from desk.profile_text t where t.member_id = $2`,
    [submission.id, member, at, former],
  );
  await put(tx, member, submission.id);
}

/**
 * Undoes a publication: the earlier text is shown again, unless it was withdrawn or taken down since. @throws Conflict
 * when it is not the text that is shown there.
 */
export async function takeProfileBack(tx: Transaction, submission: SubmissionRow): Promise<void> {
  const member = ownerOf(submission);
  if ((await standingOn(tx, member)) !== submission.id) throw new Conflict('decided-since');
  const [gone] = await tx.query<{ former: string | null }>(
    'delete from desk.profile_text where submission_id = $1 returning former',
    [submission.id],
  );
  const [former] = await tx.query<{ id: string }>(
    'select submission_id as id from desk.profile_text where submission_id = $1 and removed_at is null',
    [gone?.former ?? null],
  );
  if (former === undefined) await clear(tx, member);
  else await put(tx, member, former.id);
}

/** Called when the author withdraws the text of their page: the earlier text does not come back by itself. */
export async function withdrawProfile(tx: Transaction, submission: SubmissionRow): Promise<void> {
  const member = ownerOf(submission);
  await lockPage(tx, member);
  const stands = (await standingOn(tx, member)) === submission.id;
  await tx.repository(ProfileTextEntity).delete({ submissionId: submission.id });
  if (stands) await clear(tx, member);
}
