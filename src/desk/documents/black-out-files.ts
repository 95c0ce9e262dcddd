import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import { putDown } from '../../jobs/jobs.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import { keepVersion } from '../../submissions/keep-version.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../../submissions/submission-row.js';
import { BlackedFiles } from '../../uploads/blacked-files.js';
import type { BlackedAreas, Place } from '../../uploads/cleaning/covers.js';
import { ERASE_FILES } from '../../uploads/keeping.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lostRace } from '../queue/lost-race.js';
import { type CoverableFile, coverableFile, type FileOfCard } from './coverable-file.js';

/** What is to be covered, and whether the former file is to be forgotten at once. */
export interface BlackOutDraft extends BlackedAreas {
  version: number;
  forget: boolean;
}

/**
 * The team covers parts of a file before it is accepted: the words of the submission stay, its next version is theirs.
 */
@Injectable()
export class BlackOutFiles {
  constructor(
    private readonly writer: Writer,
    private readonly blacked: BlackedFiles,
  ) {}

  /** Null where it is not a file of something that waits in the moderator's categories. */
  one(moderator: Visitor, at: FileOfCard): Promise<CoverableFile | null> {
    return coverableFile(this.writer, moderator, at);
  }

  /** Where these words stand. @throws NotFound, Refused */
  async places(moderator: Visitor, at: FileOfCard, words: readonly string[]): Promise<Place[]> {
    await this.must(moderator, at);
    return this.blacked.places(at.document, words);
  }

  /**
   * @throws NotFound, Invalid where nothing is covered or a page is named that there is not, Conflict when it was
   * decided or corrected since `version` was read, Refused
   */
  async blackOut(moderator: Visitor, at: FileOfCard, draft: BlackOutDraft, now: Date): Promise<void> {
    const file = await this.must(moderator, at);
    if (file.version !== draft.version) throw await lostRace(this.writer, at.submission, draft.version);
    mustCover(file, draft);
    const made = await this.blacked.make(at.document, draft, now);
    await this.writer.transaction(async (tx) => {
      await tx.query('insert into desk.document (id, submission_id) values ($1, $2)', [made, at.submission]);
      await tx.query(
        `update desk.file f set blacked_out = $2, removed = o.removed from desk.file o where f.id = $1 and o.id = $2`,
        [made, at.document],
      );
      await this.exchange(tx, moderator, { ...at, version: draft.version, by: made }, now);
      await leave(tx, at.document, draft.forget ? new Date(0) : now);
    });
  }

  /** The former file takes its place again. @throws NotFound, Conflict as above and when it is not there any more */
  async putBack(moderator: Visitor, at: FileOfCard & { version: number }, now: Date): Promise<void> {
    const { former } = await this.must(moderator, at);
    if (former === null) throw new Conflict('former-gone');
    await this.writer.transaction(async (tx) => {
      await this.exchange(tx, moderator, { ...at, by: former }, now);
      await tx.query('update desk.file set replaced_at = null where id = $1', [former]);
      await leave(tx, at.document, now);
    });
  }

  private async must(moderator: Visitor, at: FileOfCard): Promise<CoverableFile> {
    const file = await this.one(moderator, at);
    if (file === null) throw new NotFound();
    return file;
  }

  private async exchange(
    tx: Transaction,
    { member }: Visitor,
    { submission, document, version, by }: FileOfCard & { version: number; by: string },
    now: Date,
  ): Promise<void> {
    const [read] = await tx.query<{ documents: SaidDocument[] }>(
      'select documents from desk.submission where id = $1',
      [submission],
    );
    const documents = read?.documents.map((said) => (said.id === document ? { ...said, id: by } : said));
    const [row] = await tx.query<SubmissionRow>(
      `update desk.submission set documents = $3, version = version + 1, changed_at = $4
       where id = $1 and version = $2 and status = 'waiting' returning ${SUBMISSION_COLUMNS}`,
      [submission, version, JSON.stringify(documents ?? []), now],
    );
    if (row === undefined) throw await lostRace(tx, submission, version);
    await keepVersion(tx, row, { by: 'team', member: member?.id ?? null }, now);
    await tx.tell({ news: 'QueueChanged', category: row.category, submission });
  }
}

/** @throws Invalid */
function mustCover({ kind, pages }: CoverableFile, { areas, drop }: BlackedAreas): void {
  const last = pages ?? 1;
  const named = [...areas.map(({ page }) => page), ...drop];
  if (named.length === 0) throw new Invalid({ words: 'nothing-covered' });
  if (named.some((page) => page < 1 || page > last)) throw new Invalid({ drop: 'page-unknown' });
  if (kind !== 'pdf' && drop.length > 0) throw new Invalid({ drop: 'page-unknown' });
  if (new Set(drop).size >= last) throw new Invalid({ drop: 'all-dropped' });
}

/** A file that another one has replaced: it goes some days after that moment, at once for one that is long ago. */
async function leave(tx: Transaction, file: string, replacedAt: Date): Promise<void> {
  await tx.query('update desk.file set replaced_at = $2 where id = $1', [file, replacedAt]);
  if (replacedAt.getTime() > 0) return;
  const gone = await tx.query<{ id: string }>(
    `delete from desk.file f where id = $1 and not exists (select from desk.post_documents p
       where p.documents @> jsonb_build_array(jsonb_build_object('id', f.id))) returning id`,
    [file],
  );
  if (gone.length > 0) await putDown(tx, ERASE_FILES, { ids: gone.map(({ id }) => id) });
}
