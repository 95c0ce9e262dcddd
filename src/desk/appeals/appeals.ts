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
import { SubmissionEntity } from '../../submissions/submission.entity.js';
import type { Language } from '../../visitors/visitor.js';

/** What an author says against a refusal. */
export interface AppealDraft {
  text: string;
  language: Language;
}

type Against = SubmissionRow & { takenDown: boolean };

/** An author asks once that somebody else of the team looks again. */
@Injectable()
export class Appeals {
  constructor(private readonly writer: Writer) {}

  /**
   * The same words again change nothing. @throws NotFound when it is not theirs, Invalid for a text of the wrong
   * length, Conflict when there is nothing to appeal against (`cannot-appeal`) or an appeal was made before
   * (`appealed-already`).
   */
  appeal(owner: Owner, { text: typed, language }: AppealDraft, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const against = await this.lock(tx, owner);
      const { text } = checkedWords(null, typed);
      const before = await tx.repository(SubmissionEntity).findOneBy({ appeals: against.id });
      if (before?.source === text) return;
      if (before !== null) throw new Conflict('appealed-already');
      if (against.status !== 'refused' && against.status !== 'spam' && !against.takenDown)
        throw new Conflict('cannot-appeal');
      const row = await this.store(tx, against, { text, html: render(text, language) }, now);
      await keepVersion(tx, row, { by: 'author', member: row.authorId }, now);
      for (const { id: submission, category } of [row, against])
        await tx.tell({ news: 'QueueChanged', category, submission });
    });
  }

  private async lock(tx: Transaction, owner: Owner): Promise<Against> {
    const { where, values } = ownedBy(owner, 1);
    const [row] = await tx.query<SubmissionRow>(
      `select ${SUBMISSION_COLUMNS} from desk.submission s where ${where} for update`,
      values,
    );
    if (row === undefined) throw new NotFound();
    const [removed] = await tx.query('select 1 from desk.removed_post where thread_id = $1 and number = $2', [
      row.thread,
      row.number,
    ]);
    return {
      ...row,
      takenDown: row.status === 'published' && propertiesOf(row.kind).becomesPost && removed !== undefined,
    };
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
}
