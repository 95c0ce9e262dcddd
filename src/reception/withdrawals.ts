import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Forbidden, NotFound } from '../errors/errors.js';
import { putDown } from '../jobs/jobs.js';
import { ERASE_FILES } from '../uploads/keeping.js';
import { kindsWith, propertiesOf } from '../submissions/kind.js';
import { type Owner, ownedBy } from '../submissions/owner.js';
import {
  placed,
  type PlacedSubmission,
  SUBMISSION_COLUMNS,
  type SubmissionRow,
} from '../submissions/submission-row.js';
import type { Visitor } from '../visitors/visitor.js';
import { forgetAgreements } from '../publishing/forget-agreements.js';
import { bury, adjustCounts } from '../publishing/bury.js';
import { PUBLISHING_KINDS } from '../publishing/kinds.js';
import { lockPlace } from '../publishing/lock-place.js';
import { log } from '../publishing/log.js';
import { RemovedPostEntity } from '../publishing/removed-post.entity.js';
import { nextChange } from '../publishing/replace-post.js';
import { showProposals } from '../publishing/show-proposals.js';
import { ReplacedTextEntity } from '../publishing/replaced-text.entity.js';
import { SubmissionVersionEntity } from '../submissions/submission-version.entity.js';
import { PostEntity } from '../threads/post.entity.js';

/**
 * Withdrawals by the author. The words are erased at once wherever they were, and not only hidden: nobody, at the desk
 * or in the database, reads them after the commit.
 */
@Injectable()
export class Withdrawals {
  constructor(private readonly writer: Writer) {}

  /**
   * @throws NotFound when it is not theirs, Forbidden when their edit changed somebody else's post, Conflict when it
   * was withdrawn before.
   */
  async withdraw(owner: Owner, now: Date): Promise<void> {
    while (!(await this.writer.transaction((tx) => this.withdrawIn(tx, owner, now))));
  }

  /** False where it has changed nothing, because somebody sent something about the post since its locks were taken. */
  private async withdrawIn(tx: Transaction, owner: Owner, now: Date): Promise<boolean> {
    const { where, values } = ownedBy(owner, 1);
    const [read] = await tx.query<SubmissionRow>(
      `select ${SUBMISSION_COLUMNS} from desk.submission s where ${where}`,
      values,
    );
    if (read === undefined) throw new NotFound();
    // A published edit has become the post: taking it back takes the post back, with all that was ever sent about
    // it. So does a message that was published once and waits again under its number.
    const { becomesPost, changesPost } = propertiesOf(read.kind);
    const stands = read.status === 'published' && changesPost;
    if (stands && !read.proposes) await this.mustOwn(tx, read);
    const wide =
      read.status === 'published'
        ? becomesPost || (changesPost && !read.proposes)
        : becomesPost && read.number !== null;
    const rows = await this.lock(tx, read, wide);
    const row = rows.find(({ id }) => id === read.id);
    if (row === undefined) throw new Conflict('withdrawn-since');
    if (row.status !== read.status) throw new Conflict('decided-since');
    if (wide && !(await this.isAll(tx, placed(row), rows))) return false;
    if (wide) await this.bury(tx, placed(row));
    if (row.status === 'published') await PUBLISHING_KINDS[row.kind]?.withdraw?.(tx, row);
    for (const each of rows) await this.erase(tx, each, now);
    if (stands && read.proposes) await this.takeNameBack(tx, placed(row));
    return true;
  }

  /** A member takes back what they read on the page of the thread. @throws as withdraw does. */
  async withdrawPost(author: Visitor, thread: number, number: number, now: Date): Promise<void> {
    const [row] = await this.writer.query<{ id: string }>(
      `select id from desk.submission where thread_id = $1 and number = $2 and author_id = $3
        and kind in ${kindsWith('becomesPost')} and status = 'published'`,
      [thread, number, author.member?.id ?? null],
    );
    if (row === undefined) throw new NotFound();
    await this.withdraw({ author, id: row.id }, now);
  }

  /** Of a proposal that stands: the words are the post's now, and whose they were is not said any more. */
  private async takeNameBack(tx: Transaction, { thread, number, category }: PlacedSubmission): Promise<void> {
    if (thread === null || number === null) return;
    await tx.query('select from thread where id = $1 for no key update', [thread]);
    await showProposals(tx, thread, [number]);
    await tx.tell({ news: 'PostChanged', category, thread, number });
  }

  /** Hosts change what somebody else wrote: that is not theirs to take back. */
  private async mustOwn(tx: Transaction, { authorId, thread, number }: SubmissionRow): Promise<void> {
    const post = await tx.repository(PostEntity).findOneBy({ threadId: thread ?? 0, number: number ?? 0 });
    if (authorId !== null && post !== null && post.authorId !== authorId) throw new Forbidden('not-yours');
  }

  private lock(tx: Transaction, { id, thread, number }: SubmissionRow, wide: boolean): Promise<SubmissionRow[]> {
    if (wide) return lockPlace(tx, thread ?? 0, [number ?? 0]);
    return tx.query<SubmissionRow>(
      `select ${SUBMISSION_COLUMNS} from desk.submission where (id = $1 or appeals = $1) and status <> 'withdrawn'
        order by id for update`,
      [id],
    );
  }

  /**
   * Whether these are all that was sent about a post. An edit keeps the title and the facts that stood when it was
   * sent, so one that is just being stored is waited for: by the lock of the thread, which each edit takes.
   */
  private async isAll(
    tx: Transaction,
    { thread, number }: PlacedSubmission,
    rows: readonly SubmissionRow[],
  ): Promise<boolean> {
    await tx.query('select from thread where id = $1 for no key update', [thread]);
    const others = await tx.query(
      `select from desk.submission where thread_id = $1 and number = $2 and status <> 'withdrawn' and id <> all($3)
        limit 1`,
      [thread, number, rows.map(({ id }) => id)],
    );
    return others.length === 0;
  }

  private async bury(tx: Transaction, { thread, number, category }: PlacedSubmission): Promise<void> {
    if (thread === null || number === null) throw new NotFound();
    const change = await nextChange(tx, thread);
    const post = await tx.repository(PostEntity).findOneBy({ threadId: thread, number });
    if (post === null || post.gone === 'withdrawn') throw new Conflict('withdrawn-since');
    await tx.query('delete from desk.post_documents where thread_id = $1 and number = $2', [thread, number]);
    await tx.repository(RemovedPostEntity).delete({ threadId: thread, number });
    await tx.repository(ReplacedTextEntity).delete({ threadId: thread, number });
    // The title was written with the post, and is still stored when its thread was merged since.
    await tx.query(
      `delete from desk.merged_title t using post_moved m
       where m.thread_id = t.thread_id and m.number = 1 and m.to_thread = $1 and m.to_number = $2`,
      [thread, number],
    );
    await bury(tx, { thread, number, change, gone: 'withdrawn', reason: null });
    if (post.gone === null) await adjustCounts(tx, { thread, category, posts: -1 });
    await tx.tell({ news: 'PostTakenDown', category, thread, number });
  }

  /** Rows, words and what readers had of them at once; the bytes right after the commit. */
  private async eraseFiles(tx: Transaction, submission: string): Promise<void> {
    const files = await tx.query<{ id: string }>(
      `delete from desk.file f using desk.document d where d.id = f.id and d.submission_id = $1
       returning coalesce(f.kept_as, f.id) as id`,
      [submission],
    );
    if (files.length > 0) await putDown(tx, ERASE_FILES, { ids: files.map(({ id }) => id) });
  }

  private async erase(tx: Transaction, row: SubmissionRow, now: Date): Promise<void> {
    await tx.query(
      `update desk.submission set status = 'withdrawn', title = case when title is null then null else '' end,
        source = '',
         html = '', question = false, text_hash = null, facts = null, base_facts = null, documents = '[]',
         base_documents = '[]', author_name = '', email = null, changed_at = $2
           where id = $1`,
      [row.id, now],
    );
    await tx.repository(SubmissionVersionEntity).delete({ submissionId: row.id });
    await this.eraseFiles(tx, row.id);
    await forgetAgreements(tx, [row.id]);
    await tx.query('delete from desk.report where submission_id = $1', [row.id]);
    const { id: submission, category, thread, number, version } = row;
    const by = row.authorId === null ? null : { id: row.authorId, name: '' };
    await log(tx, by, { decision: 'withdraw', submission, category, thread, number, version }, now);
    await tx.tell({ news: 'QueueChanged', category, submission });
  }
}
