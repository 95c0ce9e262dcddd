import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { changedList, type FileChange } from '../../submissions/documents/change-list.js';
import { putNextDocuments } from '../../submissions/documents/next-documents.js';
import { attachMade, forgetFile, leaveFile, withInstead } from '../../submissions/documents/replace-file.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import { SUBMISSION_KINDS } from '../../submissions/kinds.js';
import { mustSay } from '../../submissions/must-say.js';
import type { SubmissionRow } from '../../submissions/submission-row.js';
import { BlackedFiles } from '../../uploads/blacked-files.js';
import type { BlackedAreas, Place } from '../../uploads/cleaning/covers.js';
import { Keeping } from '../../uploads/keeping.js';
import { isCoverable, mustCover } from '../../uploads/must-cover.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lostRace } from '../queue/lost-race.js';
import { type CardFile, cardFile, type FileOfCard } from './card-file.js';

/** What is to be covered, and whether the former file is to be forgotten at once. */
export interface BlackOutDraft extends BlackedAreas {
  version: number;
  forget: boolean;
}

/**
 * What the team does with single files before they are accepted: the words of the submission stay, its next version is
 * theirs.
 */
@Injectable()
export class CardFiles {
  constructor(
    private readonly writer: Writer,
    private readonly blacked: BlackedFiles,
    private readonly keeping: Keeping,
  ) {}

  /** Null where it is not a file of something that waits in the moderator's categories. */
  one(moderator: Visitor, at: FileOfCard): Promise<CardFile | null> {
    return cardFile(this.writer, moderator, at);
  }

  /** Where these words stand. @throws NotFound, Refused */
  async places(moderator: Visitor, at: FileOfCard, words: readonly string[]): Promise<Place[]> {
    await this.mustBeCoverable(moderator, at);
    return this.blacked.places(at.document, words);
  }

  /**
   * @throws NotFound, Invalid where nothing is covered or a page is named that there is not, Conflict when it was
   * decided or corrected since `version` was read, Refused
   */
  async blackOut(moderator: Visitor, at: FileOfCard, draft: BlackOutDraft, now: Date): Promise<void> {
    const file = await this.mustBeCoverable(moderator, at);
    if (file.version !== draft.version) throw await lostRace(this.writer, at.submission, draft.version);
    mustCover(file, draft);
    const made = await this.blacked.make(at.document, draft, now);
    let gone: string[];
    try {
      gone = await this.writer.transaction(async (tx) => {
        await this.put(
          tx,
          moderator,
          { ...at, version: draft.version },
          (said) => withInstead(said, at.document, made),
          now,
        );
        await attachMade(tx, at.submission, made, file);
        if (draft.forget) return forgetFile(tx, at.document);
        await leaveFile(tx, at.document, now);
        return [];
      });
    } catch (error) {
      // Only where it is known that nothing was committed.
      if (error instanceof Conflict) await this.blacked.discard(made);
      throw error;
    }
    await this.keeping.erase(gone);
  }

  /** The former file takes its place again. @throws NotFound, Conflict as above and when it is not there any more */
  async putBack(moderator: Visitor, at: FileOfCard & { version: number }, now: Date): Promise<void> {
    const { former } = await this.must(moderator, at);
    if (former === null) throw new Conflict('former-gone');
    await this.writer.transaction(async (tx) => {
      await this.put(tx, moderator, at, (said) => withInstead(said, at.document, former), now);
      await tx.query('update desk.file set replaced_at = null where id = $1', [former]);
      await leaveFile(tx, at.document, now);
    });
  }

  /** @throws NotFound, Invalid, Conflict as above */
  async change(
    moderator: Visitor,
    at: FileOfCard & { version: number },
    change: FileChange,
    now: Date,
  ): Promise<void> {
    const file = await this.must(moderator, at);
    if (file.version !== at.version) throw await lostRace(this.writer, at.submission, at.version);
    await this.writer.transaction((tx) =>
      this.put(
        tx,
        moderator,
        at,
        (said, { kind, source: text, facts }) => {
          const documents = changedList(said, at.document, change);
          if (SUBMISSION_KINDS[kind].text.least === 0) mustSay({ text, facts, documents });
          return documents;
        },
        now,
      ),
    );
  }

  private async mustBeCoverable(moderator: Visitor, at: FileOfCard): Promise<CardFile> {
    const file = await this.must(moderator, at);
    if (!isCoverable(file)) throw new NotFound();
    return file;
  }

  private async must(moderator: Visitor, at: FileOfCard): Promise<CardFile> {
    const file = await this.one(moderator, at);
    if (file === null) throw new NotFound();
    return file;
  }

  private async put(
    tx: Transaction,
    { member }: Visitor,
    { submission, version }: FileOfCard & { version: number },
    next: (documents: SaidDocument[], row: Pick<SubmissionRow, 'kind' | 'source' | 'facts'>) => SaidDocument[],
    now: Date,
  ): Promise<void> {
    const [row] = await tx.query<Pick<SubmissionRow, 'kind' | 'source' | 'facts' | 'documents'>>(
      'select kind, source, facts, documents from desk.submission where id = $1 for update',
      [submission],
    );
    if (row === undefined) throw new NotFound();
    const hand = { by: 'team', member: member?.id ?? null } as const;
    if ((await putNextDocuments(tx, { submission, version }, next(row.documents, row), hand, now)) === null)
      throw await lostRace(tx, submission, version);
  }
}
