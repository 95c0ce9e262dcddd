import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { render, RENDERER_VERSION } from '../markup/render.js';
import type { Language } from '../visitors/visitor.js';
import { checkedWords, type Words } from './checked.js';
import type { Status } from './followed.js';
import { type Owner, ownedBy } from './owner.js';
import { keepVersion } from './store.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from './submission-row.js';
import { textHash } from './text-hash.js';

export interface Correction {
  title: string | null;
  text: string;
  /** The version that its author read. */
  version: number;
  language: Language;
}

type Found = Pick<SubmissionRow, 'id' | 'kind' | 'number' | 'status' | 'version' | 'title'>;

function lost(found: { status: Status; version: number }): Conflict {
  if (found.status === 'waiting' || found.status === 'returned') return new Conflict('corrected-since', { version: found.version });
  return new Conflict(found.status === 'withdrawn' ? 'withdrawn-since' : 'decided-since');
}

/** The author changes what waits, or what came back: the same submission waits again, as its next version. */
@Injectable()
export class Corrections {
  constructor(private readonly writer: Writer) {}

  /** @throws NotFound, Invalid with a code for each field, Conflict when it was decided or corrected since it was read. */
  correct(owner: Owner, correction: Correction, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const { where, values } = ownedBy(owner, 1);
      const [found] = await tx.query<Found>(
        `select s.id, s.kind, s.number, s.status, s.version, s.title from desk.submission s where ${where}`, values,
      );
      if (found === undefined) throw new NotFound();
      const titled = found.kind === 'thread' || (found.kind === 'edit' && found.number === 1 && found.title !== null);
      const words = checkedWords(titled ? (correction.title ?? found.title) : null, correction.text, found.kind);
      const row = await this.replace(tx, found, words, correction, now);
      await keepVersion(tx, row, { by: 'author', member: row.authorId }, now);
      await tx.tell({ news: 'QueueChanged', category: row.category, submission: row.id });
    });
  }

  /** An edit that is corrected is read beside what is published now: its base moves there. */
  private async replace(
    tx: Transaction, found: Found, words: Words, { version, language }: Correction, now: Date,
  ): Promise<SubmissionRow> {
    const [row] = await tx.query<SubmissionRow>(
      `update desk.submission s set status = 'waiting', version = version + 1, title = $3, source = $4, html = $5,
         renderer_version = $6, text_hash = $8, changed_at = $7, decided_at = null, decided_by = null, reason = null, reasons = '{}',
         remark = null,
         base_change = case when kind = 'edit'
           then (select p.change from post p where p.thread_id = s.thread_id and p.number = s.number) end
       where id = $1 and version = $2 and status in ('waiting', 'returned') returning ${SUBMISSION_COLUMNS}`,
      [found.id, version, words.title, words.text, render(words.text, language), RENDERER_VERSION, now, textHash(words.text)],
    );
    if (row !== undefined) return row;
    const [present] = await tx.query<Found>('select status, version from desk.submission where id = $1', [found.id]);
    throw lost(present ?? found);
  }
}
