import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { THREAD_COLUMNS, threadFrom, type RawThread } from '../threads/thread-row.js';
import type { Audience, VisibleThread } from '../threads/visible.js';
import type { VisibleDocument } from './visible-document.js';

export const DOCUMENT_COLUMNS = `d.id as "documentId", d.title as "documentTitle", d.description, d.origin, d.source,
  d.nature, d.dated::text, d.kind as "fileKind", d.extension, d.size, d.pages, d.drawn, d.hash,
  d.published_at as "documentAt", d.kept_as as "keptAs", d.number, d.covered_at as "coveredAt",
  d.covered_reason as "coveredReason", d.covered_for as "coveredWords"`;

/** A document with the thread in which its post stands. */
export interface PlacedDocument extends VisibleDocument {
  thread: VisibleThread;
  number: number;
  /** When the team has covered parts of it while it stood, and why, as its post says it; null for never. */
  covered: { at: Date; reason: string | null; words: string | null } | null;
}

/** The words of a page, and whether they were read from a picture of it. */
export interface PageText {
  words: string;
  recognised: boolean;
}

export type DocumentRow = RawThread &
  Omit<VisibleDocument, 'id' | 'title' | 'kind' | 'publishedAt'> & {
    documentId: string;
    documentTitle: string;
    fileKind: VisibleDocument['kind'];
    documentAt: Date;
    number: number;
    coveredAt: Date | null;
    coveredReason: string | null;
    coveredWords: string | null;
  };

export function documentFrom(row: DocumentRow): PlacedDocument {
  const { description, origin, source, nature, dated, extension, size, pages, drawn, hash, keptAs, number } = row;
  return {
    id: row.documentId,
    title: row.documentTitle,
    kind: row.fileKind,
    publishedAt: row.documentAt,
    ...{ description, origin, source, nature, dated, extension, size, pages, drawn, hash, keptAs, number },
    thread: threadFrom(row),
    covered: row.coveredAt && { at: row.coveredAt, reason: row.coveredReason, words: row.coveredWords },
  };
}

/** A document `d` with its post `p`, thread `t` and category `c`, for the audiences $1. */
const READABLE_DOCUMENT = `document d join post p on p.thread_id = d.thread_id and p.number = d.number
    and p.gone is null
  join thread t on t.id = d.thread_id join category c on c.id = p.category_id and c.audience = any($1)`;

/** What is published of documents, for one audience. */
@Injectable()
export class Documents {
  constructor(private readonly reader: Reader) {}

  /** The document; null if it is not published, or not for this audience. */
  async one(audience: Audience, id: string): Promise<PlacedDocument | null> {
    const [row] = await this.reader.query<DocumentRow>(
      `select ${THREAD_COLUMNS}, ${DOCUMENT_COLUMNS} from ${READABLE_DOCUMENT} where d.id = $2`,
      [audiencesOf(audience), id],
    );
    return row === undefined ? null : documentFrom(row);
  }

  /** The words of a page; empty where it has none. The caller has to ask whether its document may be read. */
  async words(id: string, page: number): Promise<PageText> {
    const [row] = await this.reader.query<PageText>(
      'select words, recognised from document_page where document_id = $1 and page = $2',
      [id, page],
    );
    return row ?? { words: '', recognised: false };
  }
}
