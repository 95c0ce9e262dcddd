import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { putNextDocuments } from '../../submissions/documents/next-documents.js';
import { attachMade, forgetFile, leaveFile, withInstead } from '../../submissions/documents/replace-file.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import { BlackedFiles } from '../../uploads/blacked-files.js';
import type { BlackedAreas, Place } from '../../uploads/cleaning/covers.js';
import { Keeping } from '../../uploads/keeping.js';
import { mustCover } from '../../uploads/must-cover.js';
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
    private readonly keeping: Keeping,
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
    const gone = await this.writer.transaction(async (tx) => {
      await attachMade(tx, at.submission, made, at.document);
      await this.exchange(tx, moderator, { ...at, version: draft.version, by: made }, now);
      if (draft.forget) return forgetFile(tx, at.document);
      await leaveFile(tx, at.document, now);
      return [];
    });
    await this.keeping.erase(gone);
  }

  /** The former file takes its place again. @throws NotFound, Conflict as above and when it is not there any more */
  async putBack(moderator: Visitor, at: FileOfCard & { version: number }, now: Date): Promise<void> {
    const { former } = await this.must(moderator, at);
    if (former === null) throw new Conflict('former-gone');
    await this.writer.transaction(async (tx) => {
      await this.exchange(tx, moderator, { ...at, by: former }, now);
      await tx.query('update desk.file set replaced_at = null where id = $1', [former]);
      await leaveFile(tx, at.document, now);
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
      'select documents from desk.submission where id = $1 for update',
      [submission],
    );
    const documents = withInstead(read?.documents ?? [], document, by);
    const hand = { by: 'team', member: member?.id ?? null } as const;
    if ((await putNextDocuments(tx, { submission, version }, documents, hand, now)) === null)
      throw await lostRace(tx, submission, version);
  }
}
