import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import { putDown } from '../../jobs/jobs.js';
import { carryEdits } from '../../publishing/carry-edits.js';
import { type Decided, log } from '../../publishing/log.js';
import { BlackedFiles } from '../../uploads/blacked-files.js';
import type { BlackedAreas, Place } from '../../uploads/cleaning/covers.js';
import { Keeping } from '../../uploads/keeping.js';
import { RECOGNISE } from '../../uploads/recognitions.js';
import { isCoverable, mustCover } from '../../uploads/must-cover.js';
import type { Visitor } from '../../visitors/visitor.js';
import { knownReasons } from '../decisions/reasons.js';
import { remarkOf } from '../decisions/remark.js';
import { lockPost } from '../decisions/remove-post.js';
import { markTeamEdit, tellItsAuthor } from '../decisions/team-edit-marks.js';
import { leaveCovered } from './covered-in-edits.js';
import { forgetFormerBytes, takeBytes } from './former-bytes.js';
import { type PublishedFile, publishedFile } from './published-file.js';

/** What is to be covered of a document that stands, and what everybody reads about that. */
export interface DocumentBlackOutDraft extends BlackedAreas {
  /** A code of the list, or nothing. */
  reason: string;
  /** A remark that everybody reads. A reason or a remark is needed. */
  remark: string;
  /** The `change` of its post that was read. */
  version: number;
  /** Nobody has the former file any more, and nothing can be undone. */
  forget: boolean;
}

/**
 * The team covers parts of a document that stands: an edit by the team, with a public reason. The document keeps its
 * address; its bytes are others from the commit on.
 */
@Injectable()
export class BlackOutDocuments {
  constructor(
    private readonly writer: Writer,
    private readonly blacked: BlackedFiles,
    private readonly keeping: Keeping,
  ) {}

  /** Null where it does not stand, cannot be covered, or outside of the moderator's categories. */
  async one(moderator: Visitor, document: string): Promise<PublishedFile | null> {
    const file = await publishedFile(this.writer, moderator, document);
    return file !== null && isCoverable({ ...file, state: 'clean' }) ? file : null;
  }

  /** Where these words stand. @throws NotFound, Refused */
  async places(moderator: Visitor, document: string, words: readonly string[]): Promise<Place[]> {
    await this.must(moderator, document);
    return this.blacked.places(document, words);
  }

  /**
   * @throws NotFound, Invalid without a reason or where nothing is covered, Conflict where the post has changed since
   * it was read, Refused
   */
  async blackOut(moderator: Visitor, document: string, draft: DocumentBlackOutDraft, now: Date): Promise<Decided> {
    const file = await this.must(moderator, document);
    const { version, forget } = draft;
    if (file.change !== version) throw new Conflict('changed-since', { version: file.change });
    const [reason = null] = await knownReasons(this.writer, [draft.reason]);
    const remark = remarkOf(draft.remark);
    mustCover(file, draft);
    if (reason === null && remark === null) throw new Invalid({ reason: 'reason-or-words' });
    const made = await this.blacked.make(document, draft, now);
    let gone: string[] = [];
    try {
      return await this.writer.transaction(async (tx) => {
        const { thread, number } = file;
        const { member, category, edits, change, next, ...post } = await lockPost(tx, moderator, thread, number);
        if (post.gone !== null) throw new Conflict('already-gone');
        if (change !== version) throw new Conflict('changed-since', { version: change });
        await mustBeTheSame(tx, moderator, file);
        const at = { thread, number };
        await markTeamEdit(tx, at, { reason, remark }, next, now);
        await takeBytes(tx, document, made, { reason, remark }, now);
        const covered = await leaveCovered(tx, document, edits, { member: member.id, forget }, now);
        gone = covered.gone;
        if (forget) gone.push(...(await forgetFormerBytes(tx, document)));
        // The words are the same, and so are the ids in the lists of edits that wait. One that covered the document
        // itself is for its author to send anew, seeing what it is now.
        await carryEdits(tx, covered.others, change, next);
        await tx.query('select desk.show_documents($1, $2)', [thread, number]);
        // Its scanned pages are read anew from what is left on them.
        await putDown(tx, RECOGNISE, {}, { key: RECOGNISE.name });
        const reasons = reason === null ? [] : [reason];
        const detail = { change, document: file.position };
        const done = await log(tx, member, { decision: 'team-edit', category, ...at, reasons, remark, detail }, now);
        await tx.tell({ news: 'PostChanged', category, ...at });
        await tellItsAuthor(tx, category, at);
        return done;
      });
    } catch (error) {
      await this.blacked.discard(made);
      throw error;
    } finally {
      await this.keeping.erase(gone);
    }
  }

  private async must(moderator: Visitor, document: string): Promise<PublishedFile> {
    const file = await this.one(moderator, document);
    if (file === null) throw new NotFound();
    return file;
  }
}

/** What was made is made of the bytes that were read. */
async function mustBeTheSame(tx: Transaction, moderator: Visitor, { id, hash, change }: PublishedFile): Promise<void> {
  const now = await publishedFile(tx, moderator, id);
  if (now?.hash !== hash) throw new Conflict('changed-since', { version: now?.change ?? change });
}
