import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { type Owner, ownedBy } from '../submissions/owner.js';
import { placed, type PlacedSubmission, SUBMISSION_COLUMNS, type SubmissionRow } from '../submissions/submission-row.js';
import type { Visitor } from '../visitors/visitor.js';
import { forgetAgreements } from './agreements.js';
import { bury, recount } from './bury.js';
import { lockPlace } from './lock-place.js';
import { log } from './log.js';
import { withdrawProfile } from './people/profiles.js';
import { nextChange } from './replace-post.js';

/**
 * The author takes it back. Its words are erased at once wherever they were, and not only hidden: nobody, at the desk
 * or in the database, reads them after the commit.
 */
@Injectable()
export class Withdrawals {
  constructor(private readonly writer: Writer) {}

  /** @throws NotFound when it is not theirs, Conflict when it was withdrawn before. */
  withdraw(owner: Owner, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const { where, values } = ownedBy(owner, 1);
      const [read] = await tx.query<SubmissionRow>(`select ${SUBMISSION_COLUMNS} from desk.submission s where ${where}`, values);
      if (read === undefined) throw new NotFound();
      // A published edit has become the post: taking it back takes the post back, with all that was ever sent about it. So
      // does a message that was published once and waits again under its number.
      const wide = read.kind !== 'profile' && (read.status === 'published' || (read.kind !== 'edit' && read.number !== null));
      const rows = await this.lock(tx, read, wide);
      const row = rows.find(({ id }) => id === read.id);
      if (row === undefined) throw new Conflict('withdrawn-since');
      if (row.status !== read.status) throw new Conflict('decided-since');
      if (wide) await this.bury(tx, placed(row));
      if (row.kind === 'profile' && row.status === 'published') await withdrawProfile(tx, row);
      for (const each of rows) await this.erase(tx, each, now);
    });
  }

  /** A member takes back what they read on the page of the thread. @throws as withdraw does. */
  async withdrawPost(author: Visitor, thread: number, number: number, now: Date): Promise<void> {
    const [row] = await this.writer.query<{ id: string }>(
      `select id from desk.submission where thread_id = $1 and number = $2 and author_id = $3 and kind <> 'edit' and status = 'published'`,
      [thread, number, author.member?.id ?? null],
    );
    if (row === undefined) throw new NotFound();
    await this.withdraw({ author, id: row.id }, now);
  }

  private lock(tx: Transaction, { id, thread, number }: SubmissionRow, wide: boolean): Promise<SubmissionRow[]> {
    if (wide) return lockPlace(tx, thread ?? 0, [number ?? 0]);
    return tx.query<SubmissionRow>(
      `select ${SUBMISSION_COLUMNS} from desk.submission where (id = $1 or appeals = $1) and status <> 'withdrawn' order by id for update`, [id],
    );
  }

  private async bury(tx: Transaction, { thread, number, category }: PlacedSubmission): Promise<void> {
    if (thread === null || number === null) throw new NotFound();
    const change = await nextChange(tx, thread);
    const [post] = await tx.query<{ gone: string | null }>('select gone from post where thread_id = $1 and number = $2', [thread, number]);
    if (post === undefined || post.gone === 'withdrawn') throw new Conflict('withdrawn-since');
    await tx.query('delete from desk.removed_post where thread_id = $1 and number = $2', [thread, number]);
    await tx.query('delete from desk.revision where thread_id = $1 and number = $2', [thread, number]);
    // A title that was written with it, of a thread that was merged since.
    await tx.query(
      `delete from desk.merged_title t using post_moved m
       where m.thread_id = t.thread_id and m.number = 1 and m.to_thread = $1 and m.to_number = $2`, [thread, number],
    );
    await bury(tx, { thread, number, change, gone: 'withdrawn', reason: null });
    if (post.gone === null) await recount(tx, { thread, category, posts: -1 });
    await tx.tell({ news: 'PostTakenDown', category, thread, number });
  }

  private async erase(tx: Transaction, row: SubmissionRow, now: Date): Promise<void> {
    await tx.query(
      `update desk.submission set status = 'withdrawn', title = case when title is null then null else '' end, source = '',
         html = '', text_hash = null, author_name = '', email = null, changed_at = $2 where id = $1`,
      [row.id, now],
    );
    await tx.query('delete from desk.submission_version where submission_id = $1', [row.id]);
    await forgetAgreements(tx, row.id);
    await tx.query('delete from desk.report where submission_id = $1', [row.id]);
    const { id: submission, category, thread, number, version } = row;
    const by = row.authorId === null ? null : { id: row.authorId, name: '' };
    await log(tx, by, { decision: 'withdraw', submission, category, thread, number, version }, now);
    await tx.tell({ news: 'QueueChanged', category, submission });
  }
}
