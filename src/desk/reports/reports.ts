import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../../categories/audience.js';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors/errors.js';
import { RENDERER_VERSION } from '../../markup/render.js';
import { isKey } from '../../submissions/checked.js';
import { documentsOfPost } from '../../submissions/documents/documents-of-post.js';
import type { AuthorRole } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { knownReasons } from '../decisions/reasons.js';
import { remarkOf } from '../decisions/remark.js';
import { ReportEntity } from './report.entity.js';

/** What a reader says of a published post. */
export interface ReportDraft {
  thread: number;
  number: number;
  /** A code of the list. */
  reason: string;
  remark: string;
  /** The id of the one file of the post that it is about; empty for all of it. */
  document?: string;
  /** The form's idempotency key. */
  key: string;
}

interface Checked {
  category: number;
  reason: string;
  remark: string | null;
  document: string | null;
  keyHash: Buffer;
}

/** Readers' reports. All reports of one post share one card of the queue until a moderator decides. */
@Injectable()
export class Reports {
  constructor(private readonly writer: Writer) {}

  /**
   * The same key again changes nothing, and a member has one report on a card: the last. @throws NotFound where the
   * visitor sees no such post, Forbidden for its
   * author, Conflict when it is gone already or the key came with other words, Invalid without a
   * reason of the list and for a file that is not one of the post.
   */
  report(visitor: Visitor, draft: ReportDraft, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const report = await this.checked(tx, visitor, draft);
      // Of two sendings of one key the second waits, and then finds the first one's report.
      await tx.query('select pg_advisory_xact_lock($1)', [report.keyHash.readBigInt64BE().toString()]);
      const before = await tx.repository(ReportEntity).findOneBy({ keyHash: report.keyHash });
      if (before !== null) {
        const { reason, remark, document } = report;
        if (before.reason !== reason || before.remark !== remark || before.documentId !== document)
          throw new Conflict('reported-otherwise');
        return;
      }
      const submission = await this.gather(tx, draft, report, now);
      await tx.query(
        `insert into desk.report (key_hash, submission_id, reason, remark, member_id, reported_at,
           document_id) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (submission_id, member_id) where member_id is not null do update
         set key_hash = excluded.key_hash, reason = excluded.reason, remark = excluded.remark,
           reported_at = excluded.reported_at, document_id = excluded.document_id`,
        [report.keyHash, submission, report.reason, report.remark, visitor.member?.id ?? null, now, report.document],
      );
      await tx.tell({ news: 'QueueChanged', category: report.category, submission });
    });
  }

  private async checked(tx: Transaction, visitor: Visitor, draft: ReportDraft): Promise<Checked> {
    const [post] = await tx.query<{ category: number; gone: string | null; author: string; role: AuthorRole }>(
      `select p.category_id as category, p.gone, p.author_name as author, p.author_role as role from post p
        join category c on c.id = p.category_id
       join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2
         and c.audience = any($3) for key share of t`,
      [draft.thread, draft.number, audiencesOf(visitor.audience)],
    );
    if (post === undefined) throw new NotFound();
    if (post.gone !== null) throw new Conflict('already-gone');
    if (visitor.wrote({ author: { name: post.author, role: post.role } })) throw new Forbidden('own-post');
    const [reason] = await knownReasons(tx, [draft.reason]);
    if (reason === undefined) throw new Invalid({ reason: 'reason-missing' });
    if (!isKey(draft.key)) throw new Invalid({ key: 'key-wrong' });
    const { document = '' } = draft;
    const files = document === '' ? [] : await documentsOfPost(tx, draft);
    if (document !== '' && !files.some(({ id }) => id === document)) throw new Invalid({ document: 'wrong-value' });
    const content = JSON.stringify([visitor.member?.id ?? null, draft.thread, draft.number, draft.key]);
    return {
      category: post.category,
      reason,
      remark: remarkOf(draft.remark),
      document: document === '' ? null : document,
      keyHash: createHash('sha256').update(content).digest(),
    };
  }

  /**
   * The card that waits for this post, with a new version: a moderator who has read the old one must see the new
   * report before deciding.
   */
  private async gather(
    tx: Transaction,
    { thread, number }: ReportDraft,
    { category }: Checked,
    now: Date,
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `insert into desk.submission (id, kind, category_id, thread_id, number, source, html, renderer_version,
        author_role, key_hash,
         token_hash, written_at, changed_at)
       values ($1, 'report', $2, $3, $4, '', '', $5, 'guest', $6, $7, $8, $8)
       on conflict (thread_id, number) where kind = 'report' and status = 'waiting'
       do update set version = desk.submission.version + 1, changed_at = excluded.changed_at returning id`,
      [randomUUID(), category, thread, number, RENDERER_VERSION, randomBytes(32), randomBytes(32), now],
    );
    if (row === undefined) throw new Error('a report was not stored');
    return row.id;
  }
}
