import { Injectable } from '@nestjs/common';
import type { Queries, Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import { ProfileTextEntity } from '../../publishing/profile-text.entity.js';
import { knownReasons } from '../decisions/reasons.js';
import { remarkOf } from '../decisions/remark.js';
import type { Why } from '../decisions/removals.js';
import { clear, lockPage, put, standingOn } from '../../publishing/profiles.js';

/** The last text of a member's page as moderators see it; `removed` when the team took it down. */
export interface PageText {
  submission: string;
  html: string;
  publishedAt: Date;
  removed: null | { at: Date; by: string | null; reason: string | null; remark: string | null };
}

type Row = Omit<PageText, 'removed'> & {
  at: Date | null;
  by: string | null;
  reason: string | null;
  remark: string | null;
  stands: boolean;
};

/** Null when the page has no text, or its author took it back. */
export async function pageTextOf(from: Queries, member: number): Promise<PageText | null> {
  const [row] = await from.query<Row>(
    `select t.submission_id as submission, s.html, t.published_at as "publishedAt", t.removed_at as at, m.name as by,
      t.reason, t.remark,
       p.member_id is not null as stands
     from desk.profile_text t join desk.submission s on s.id = t.submission_id and s.status = 'published'
     left join profile p on p.member_id = t.member_id and p.published_at = t.published_at left join member m
       on m.id = t.removed_by
     where t.member_id = $1 order by t.published_at desc limit 1`,
    [member],
  );
  if (row === undefined || (row.at === null && !row.stands)) return null;
  const { at, by, reason, remark, stands: _stands, ...text } = row;
  return { ...text, removed: at === null ? null : { at, by, reason, remark } };
}

/**
 * Takes the public text of a member's page down, and keeps it. Answers its submission, or null when the page has no
 * text.
 */
export async function takePageDown(
  tx: Transaction,
  member: number,
  { reason, remark, by }: { reason: string; remark: string | null; by: number },
  now: Date,
): Promise<string | null> {
  const submission = await standingOn(tx, member);
  if (submission === null) return null;
  await tx
    .repository(ProfileTextEntity)
    .update({ submissionId: submission }, { removedAt: now, removedBy: by, reason, remark });
  await clear(tx, member);
  return submission;
}

/**
 * Puts back the text that was taken down last. Answers its submission, or null when there is none, or the page has
 * another text.
 */
export async function putPageBack(tx: Transaction, member: number): Promise<string | null> {
  const text = await pageTextOf(tx, member);
  if (text === null || text.removed === null) return null;
  await tx
    .repository(ProfileTextEntity)
    .update({ submissionId: text.submission }, { removedAt: null, removedBy: null, reason: null, remark: null });
  await put(tx, member, text.submission);
  return text.submission;
}

/** Moderators of all categories take a member's text down and restore it, as they do with posts. */
@Injectable()
export class ProfileRemovals {
  constructor(private readonly writer: Writer) {}

  /**
   * @throws NotFound for moderators of some categories, Conflict when the page has no text, Invalid without a reason.
   */
  takeDown(moderator: Visitor, member: number, { reason: code, remark: typed }: Why, now: Date): Promise<Decided> {
    return this.writer.transaction(async (tx) => {
      const by = await allowed(tx, moderator, member);
      const [reason] = await knownReasons(tx, code === null ? [] : [code]);
      if (reason === undefined) throw new Invalid({ reason: 'reason-missing' });
      const remark = remarkOf(typed);
      const submission = await takePageDown(tx, member, { reason, remark, by: by.id }, now);
      if (submission === null) throw new Conflict('already-gone');
      await tx.tell({ news: 'QueueChanged', category: null, submission });
      return await log(
        tx,
        by,
        { decision: 'take-down', category: null, submission, reasons: [reason], remark, detail: { member } },
        now,
      );
    });
  }

  /** @throws NotFound as above, Conflict when nothing was taken down, or the page has another text now. */
  restore(moderator: Visitor, member: number, now: Date): Promise<Decided> {
    return this.writer.transaction(async (tx) => {
      const by = await allowed(tx, moderator, member);
      const submission = await putPageBack(tx, member);
      if (submission === null) throw new Conflict('not-gone');
      await tx.tell({ news: 'QueueChanged', category: null, submission });
      return await log(tx, by, { decision: 'restore', category: null, submission, detail: { member } }, now);
    });
  }
}

async function allowed(tx: Transaction, moderator: Visitor, member: number): Promise<{ id: number; name: string }> {
  if (moderator.member === null || !moderator.moderatesCategory(null)) throw new NotFound();
  await lockPage(tx, member);
  return moderator.member;
}
