import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { BlackedFiles } from '../../uploads/blacked-files.js';
import type { BlackedAreas, Place } from '../../uploads/cleaning/covers.js';
import { Keeping } from '../../uploads/keeping.js';
import { isCoverable, mustCover } from '../../uploads/must-cover.js';
import { type Upload, UPLOAD_COLUMNS } from '../../uploads/uploads.js';
import { lost } from '../corrections.js';
import type { Status } from '../followed.js';
import type { Kind } from '../kind.js';
import { SUBMISSION_KINDS } from '../kinds.js';
import { mustSay } from '../must-say.js';
import { type Owner, ownedBy } from '../owner.js';
import type { Facts } from '../thread-facts/facts.js';
import { changedList, type FileChange } from './change-list.js';
import { putNextDocuments } from './next-documents.js';
import { attachMade, forgetFile, withInstead } from './replace-file.js';
import type { SaidDocument } from './said-document.js';

/** A file of something that waits, for its author. */
export interface OwnFile extends Upload {
  submission: string;
  version: number;
  said: SaidDocument;
  /** Its place in the list, from 1, and how many there are. */
  place: number;
  of: number;
}

/** Which file of one's own, in the version that was read. */
export interface AtOwnFile {
  document: string;
  version: number;
}

interface Row extends Upload {
  hash: string;
  submission: string;
  version: number;
  status: Status;
  kindOfText: Kind;
  text: string;
  facts: Facts | null;
  documents: SaidDocument[];
}

/** What authors do with single files of what waits: each act is a version of theirs, as a correction is. */
@Injectable()
export class OwnFiles {
  constructor(
    private readonly writer: Writer,
    private readonly blacked: BlackedFiles,
    private readonly keeping: Keeping,
  ) {}

  /** Null for what is not theirs, is decided, or has no such file. */
  async one(owner: Owner, document: string): Promise<OwnFile | null> {
    const row = await this.row(owner, document);
    const place = row?.documents.findIndex(({ id }) => id === document) ?? -1;
    const said = row?.documents[place];
    if (row === null || said === undefined) return null;
    return { ...row, said, place: place + 1, of: row.documents.length };
  }

  /** Where these words stand. @throws NotFound, Refused */
  async places(owner: Owner, document: string, words: readonly string[], who: string): Promise<Place[]> {
    if (!isCoverable(await this.must(owner, document))) throw new NotFound();
    return this.blacked.places(document, words, who);
  }

  /** @throws NotFound, Invalid, Conflict when it was decided or changed since `version` was read */
  async change(owner: Owner, { document, version }: AtOwnFile, change: FileChange, now: Date): Promise<void> {
    const row = await this.must(owner, document);
    if (row.version !== version) throw lost(row);
    const documents = changedList(row.documents, document, change);
    if (SUBMISSION_KINDS[row.kindOfText].text.least === 0) mustSay({ text: row.text, facts: row.facts, documents });
    await this.writer.transaction((tx) => this.put(tx, row, documents, now));
  }

  /**
   * Its author covers parts of it; nobody has the former file any more. @throws NotFound, Invalid where nothing is
   * covered, Conflict as above, Refused
   */
  async blackOut(
    owner: Owner,
    { document, version }: AtOwnFile,
    areas: BlackedAreas,
    now: Date,
    who: string,
  ): Promise<void> {
    const row = await this.must(owner, document);
    if (!isCoverable(row)) throw new NotFound();
    if (row.version !== version) throw lost(row);
    mustCover(row, areas);
    const made = await this.blacked.make(document, areas, now, who);
    let gone: string[];
    try {
      gone = await this.writer.transaction(async (tx) => {
        await this.put(tx, row, withInstead(row.documents, document, made), now);
        await attachMade(tx, row.submission, made, row);
        return forgetFile(tx, document);
      });
    } catch (error) {
      // Only where it is known that nothing was committed.
      if (error instanceof Conflict) await this.blacked.discard(made);
      throw error;
    }
    await this.keeping.erase(gone);
  }

  private async put(tx: Transaction, row: Row, documents: SaidDocument[], now: Date): Promise<void> {
    const put = await putNextDocuments(tx, row, documents, { by: 'author', member: null }, now);
    if (put !== null) return;
    const [present] = await tx.query<{ status: Status; version: number }>(
      'select status, version from desk.submission where id = $1',
      [row.submission],
    );
    throw lost(present ?? row);
  }

  private async must(owner: Owner, document: string): Promise<Row> {
    const row = await this.row(owner, document);
    if (row === null) throw new NotFound();
    return row;
  }

  private async row(owner: Owner, document: string): Promise<Row | null> {
    const { where, values } = ownedBy(owner, 2);
    const [row] = await this.writer.query<Row>(
      `select ${UPLOAD_COLUMNS}, encode(f.hash, 'hex') as hash, s.id as submission, s.version, s.status,
        s.kind as "kindOfText", s.source as text,
         s.facts, s.documents
       from desk.submission s join desk.file f on f.id = $1
       where ${where} and s.status in ('waiting', 'returned') and not s.proposes
         and s.documents @> jsonb_build_array(jsonb_build_object('id', f.id))`,
      [document, ...values],
    );
    return row ?? null;
  }
}
