import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { marksIn } from '../search/hits.js';
import { compile, formsOf } from '../search/lexemes.js';
import { marked, passage, type Piece } from '../search/passage.js';
import { type Question, readQuestion } from '../search/question.js';
import { THREAD_COLUMNS } from '../threads/thread-row.js';
import type { Audience } from '../threads/visible.js';
import type { Around } from '../towns/around.js';
import { DOCUMENT_COLUMNS, documentFrom, type DocumentRow, type PlacedDocument } from './documents.js';
import { libraryHits, type LibraryHit } from './library-hits.js';
import { type LibraryFilter, partOf, placeAfter } from './library-part.js';
import { newestDocuments } from './newest-documents.js';

/** A document of the library, with the page and the passage in which what was looked for stands. */
export interface FoundDocument {
  document: PlacedDocument;
  page: number | null;
  /** Whether the words of that page were read from a picture of it. */
  recognised: boolean;
  title: Piece[];
  passage: Piece[];
}

/** One slice, the newest first; `next` is the cursor of the following one. */
export interface FoundDocuments {
  rows: FoundDocument[];
  next: string | null;
  /** Whether only small words such as « le » were asked for. */
  smallOnly: boolean;
  /** How many of the newest documents were searched, where that was not all; else null. */
  among: number | null;
}

const A_SLICE = 20;

type Row = DocumentRow & { place: string; page: number | null; words: string | null; recognised: boolean | null };

/** All documents that an audience may read. They are searched with the same configuration as posts. */
@Injectable()
export class Library {
  constructor(private readonly reader: Reader) {}

  /** @throws NotFound for a forged cursor */
  async find(
    audience: Audience,
    filter: LibraryFilter & Around,
    before: string | null,
    most = A_SLICE,
  ): Promise<FoundDocuments> {
    const { question } = readQuestion(filter.q ?? '');
    const terms = question.groups.flat();
    const forms = await formsOf(
      this.reader,
      [...terms, ...question.without].flatMap(({ words }) => words),
    );
    const { asked, loose, smallOnly } = compile(question, forms, []);
    if (smallOnly || (asked === null && isAsked(question)))
      return { rows: [], next: null, smallOnly: true, among: null };
    const part = await partOf(this.reader, audience, filter, before);
    const sought = asked === null || loose === null ? null : { asked, loose };
    const { hits, among } =
      sought === null
        ? { hits: await newestDocuments(this.reader, part, most + 1), among: null }
        : await libraryHits(this.reader, sought, part, most + 1);
    const rows = await this.rows(audience, hits);
    const texts = rows.map((row) => ({ title: row.documentTitle, text: row.words ?? row.description }));
    const marks = await marksIn(this.reader, texts, terms, forms);
    const last = rows.length > most ? rows[most - 1] : undefined;
    return {
      rows: rows.slice(0, most).map((row) => ({
        document: documentFrom(row),
        page: row.page,
        recognised: row.recognised ?? false,
        title: marked(row.documentTitle, marks),
        passage: asked === null ? [] : passage(row.words ?? row.description, marks),
      })),
      next: last === undefined ? null : placeAfter(last),
      smallOnly: false,
      among,
    };
  }

  /**
   * The rows of these hits. Whether they may be read is asked once more, since a category may have become narrower
   * meanwhile. Each row is looked up by itself: `offset 0` keeps the planner from joining whole tables first, which it
   * did where it knew little of categories.
   */
  private rows(audience: Audience, hits: readonly LibraryHit[]): Promise<Row[]> {
    return this.reader.query<Row>(
      `select ${THREAD_COLUMNS}, ${DOCUMENT_COLUMNS}, a.page, dp.words, dp.recognised,
         (extract(epoch from d.published_at) * 1000000)::bigint::text as place
       from unnest($2::uuid[], $3::int[]) a (id, page)
       cross join lateral (select * from document where id = a.id offset 0) d
       cross join lateral (select category_id from post
         where thread_id = d.thread_id and number = d.number and gone is null offset 0) p
       cross join lateral (select * from thread where id = d.thread_id offset 0) t
       join category c on c.id = p.category_id and c.audience = any($1)
       left join lateral (select words, recognised from document_page
         where document_id = d.id and page = a.page offset 0) dp on true
       order by d.published_at desc, d.id desc`,
      [audiencesOf(audience), hits.map(({ id }) => id), hits.map(({ page }) => page)],
    );
  }
}

function isAsked({ groups, without }: Question): boolean {
  return groups.length + without.length > 0;
}
