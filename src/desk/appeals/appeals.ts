import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { render, RENDERER_VERSION } from '../../markup/render.js';
import { checkedWords } from '../../submissions/checked.js';
import { propertiesOf } from '../../submissions/kind.js';
import { type Owner, ownedBy } from '../../submissions/owner.js';
import { keepVersion } from '../../submissions/keep-version.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../../submissions/submission-row.js';
import { waitAgain } from '../undoing/wait-again.js';
import { stands } from './appealed.js';
import { SubmissionEntity } from '../../submissions/submission.entity.js';
import type { Language } from '../../visitors/visitor.js';

/** What an author says against a refusal. */
export interface AppealDraft {
  text: string;
  language: Language;
}

type Against = SubmissionRow & {
  takenDown: boolean;
  /** When it was refused or taken down. */
  decidedAt: Date | null;
};

/** An author asks once for each decision that somebody else of the team looks again. */
@Injectable()
export class Appeals {
  constructor(private readonly writer: Writer) {}

  /**
   * The same words again change nothing. @throws NotFound when it is not theirs, Invalid for a text of the wrong
   * length, Conflict when there is nothing to appeal against (`cannot-appeal`) or an appeal was made before
   * (`appealed-already`). An appeal that was judged before this decision was about another one, and has its row.
   */
  appeal(owner: Owner, { text: typed, language }: AppealDraft, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const against = await this.lock(tx, owner);
      const { text } = checkedWords(null, typed);
      const before = await tx.repository(SubmissionEntity).findOneBy({ appeals: against.id });
      const isJudged = before !== null && before.status !== 'waiting';
      const isAboutAnother = isJudged && (before.decidedAt ?? now) < (against.decidedAt ?? before.decidedAt ?? now);
      if (!isAboutAnother && before?.source === text) return;
      if (!isAboutAnother && before !== null) throw new Conflict('appealed-already');
      if (!stands(against)) throw new Conflict('cannot-appeal');
      const words = { text, html: render(text, language) };
      const row =
        before === null
          ? await this.store(tx, against, words, now)
          : await this.storeAgain(tx, against, before.id, words, now);
      await keepVersion(tx, row, { by: 'author', member: row.authorId }, now);
      for (const { id: submission, category } of [row, against])
        await tx.tell({ news: 'QueueChanged', category, submission });
    });
  }

  private async lock(tx: Transaction, owner: Owner): Promise<Against> {
    const { where, values } = ownedBy(owner, 1);
    const [own] = await tx.query<{ id: string }>(`select s.id from desk.submission s where ${where}`, values);
    // With an earlier appeal, in the order of the ids.
    const rows = await tx.query<SubmissionRow & { decidedAt: Date | null }>(
      `select ${SUBMISSION_COLUMNS}, decided_at as "decidedAt" from desk.submission where id = $1 or appeals = $1
       order by id for update`,
      [own?.id ?? null],
    );
    const row = rows.find(({ id }) => id === own?.id);
    if (row === undefined) throw new NotFound();
    const [removed] = await tx.query<{ at: Date }>(
      'select removed_at as at from desk.removed_post where thread_id = $1 and number = $2',
      [row.thread, row.number],
    );
    const takenDown = row.status === 'published' && propertiesOf(row.kind).becomesPost && removed !== undefined;
    return { ...row, takenDown, decidedAt: takenDown ? removed.at : row.decidedAt };
  }

  private async store(
    tx: Transaction,
    against: Against,
    { text, html }: { text: string; html: string },
    now: Date,
  ): Promise<SubmissionRow> {
    const { id, category, thread, number, takenDown, authorId, authorName, authorRole } = against;
    const [row] = await tx.query<SubmissionRow>(
      `insert into desk.submission (id, kind, category_id, thread_id, number, source, html, renderer_version,
        author_id, author_name,
         author_role, key_hash, token_hash, written_at, changed_at, appeals)
       values ($1, 'appeal', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14)
         returning ${SUBMISSION_COLUMNS}`,
      [
        randomUUID(),
        category,
        thread,
        takenDown ? number : null,
        text,
        html,
        RENDERER_VERSION,
        authorId,
        authorName,
        authorRole,
        randomBytes(32),
        randomBytes(32),
        now,
        id,
      ],
    );
    if (row === undefined) throw new Error('an appeal was not stored');
    return row;
  }

  /** The row of one that was judged has the words of the new one; the former ones stay in its versions. */
  private async storeAgain(
    tx: Transaction,
    { thread, number, takenDown }: Against,
    id: string,
    { text, html }: { text: string; html: string },
    now: Date,
  ): Promise<SubmissionRow> {
    await waitAgain(tx, id, now);
    const [row] = await tx.query<SubmissionRow>(
      `update desk.submission set version = version + 1, source = $2, html = $3, renderer_version = $4, thread_id = $5,
         number = $6, written_at = $7
       where id = $1 returning ${SUBMISSION_COLUMNS}`,
      [id, text, html, RENDERER_VERSION, thread, takenDown ? number : null, now],
    );
    if (row === undefined) throw new Error('an appeal was not stored again');
    return row;
  }
}
