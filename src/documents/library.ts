import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { NotFound } from '../errors/errors.js';
import { marksIn } from '../search/hits.js';
import { compile, formsOf } from '../search/lexemes.js';
import { marked, passage, type Piece } from '../search/passage.js';
import { type Question, readQuestion } from '../search/question.js';
import { THREAD_COLUMNS } from '../threads/thread-row.js';
import type { Audience } from '../threads/visible.js';
import {
  DOCUMENT_COLUMNS,
  documentFrom,
  type DocumentRow,
  type PlacedDocument,
  READABLE_DOCUMENT,
} from './documents.js';
import { libraryHits, type LibraryPart, type SoughtWords } from './library-hits.js';
import type { FileKind, Nature, Origin } from './visible-document.js';

/** What somebody wants to see of the library; a field that is left out filters nothing. */
export interface LibraryFilter {
  q?: string | undefined;
  kind?: FileKind | undefined;
  nature?: Nature | undefined;
  origin?: Origin | undefined;
  /** The authority or the paper, as it is said. */
  from?: string | undefined;
  /** Of its thread: the code of a town, the code of a theme. */
  town?: string | undefined;
  theme?: string | undefined;
  /** A slug. */
  category?: string | undefined;
  /** Days on which it was published: from this one on, up to that one. */
  since?: string | undefined;
  until?: string | undefined;
}

/** A document of the library, with the page and the passage in which what was looked for stands. */
export interface FoundDocument {
  document: PlacedDocument;
  page: number | null;
  /** The words of that page were read from a picture of it. */
  recognised: boolean;
  title: Piece[];
  passage: Piece[];
}

/** One slice, newest first; `next` leads on. */
export interface FoundDocuments {
  rows: FoundDocument[];
  next: string | null;
  /** Nothing but small words was asked for. */
  smallOnly: boolean;
  /** Among how many of the newest, where others may match, too. */
  among: number | null;
}

const A_SLICE = 20;

type Row = DocumentRow & { place: string; page: number | null; words: string | null; recognised: boolean | null };

/** All documents that an audience may read. One search configuration serves it and the forum. */
@Injectable()
export class Library {
  constructor(private readonly reader: Reader) {}

  /** @throws NotFound for a forged cursor */
  async find(
    audience: Audience,
    filter: LibraryFilter,
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
    const part = partOf(audience, filter, before === null ? null : readPlace(before));
    const sought = asked === null || loose === null ? null : { asked, loose };
    const { rows, among } = await this.rows(part, sought, most + 1);
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
      next: last === undefined ? null : `${BigInt(last.place).toString(36)}-${last.documentId}`,
      smallOnly: false,
      among,
    };
  }

  private async rows(
    part: LibraryPart,
    sought: SoughtWords | null,
    most: number,
  ): Promise<{ rows: Row[]; among: number | null }> {
    const columns = `${THREAD_COLUMNS}, ${DOCUMENT_COLUMNS},
      (extract(epoch from d.published_at) * 1000000)::bigint::text as place`;
    if (sought === null) {
      const { conditions, values } = part;
      const rows = await this.reader.query<Row>(
        `select ${columns}, null::int as page, null::text as words, false as recognised
         from ${READABLE_DOCUMENT} ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`}
         order by d.published_at desc, d.id desc limit $${values.length + 1}`,
        [...values, most],
      );
      return { rows, among: null };
    }
    const { hits, among } = await libraryHits(this.reader, sought, part, most);
    const rows = await this.reader.query<Row>(
      `select ${columns}, a.page, dp.words, dp.recognised
       from unnest($2::uuid[], $3::int[]) a (id, page) join (${READABLE_DOCUMENT}) on d.id = a.id
       left join document_page dp on dp.document_id = d.id and dp.page = a.page
       order by d.published_at desc, d.id desc`,
      [part.values[0], hits.map(({ id }) => id), hits.map(({ page }) => page)],
    );
    return { rows, among };
  }
}

function partOf(
  audience: Audience,
  { kind, nature, origin, from, town, theme, category, since, until }: LibraryFilter,
  before: { place: string; id: string } | null,
): LibraryPart {
  const values: unknown[] = [audiencesOf(audience)];
  const value = (each: unknown): string => `$${values.push(each)}`;
  const conditions: string[] = [];
  if (kind !== undefined) conditions.push(`d.kind = ${value(kind)}`);
  if (nature !== undefined) conditions.push(`d.nature = ${value(nature)}`);
  if (origin !== undefined) conditions.push(`d.origin = ${value(origin)}`);
  if (from !== undefined) conditions.push(`lower(d.source) = lower(${value(from)})`);
  if (category !== undefined) conditions.push(`c.slug = ${value(category)}`);
  if (town !== undefined) conditions.push(ofThread(`w.town_code = ${value(town)}`, [...WITH_THEMES, 'thread_town']));
  if (theme !== undefined) conditions.push(ofThread(`${value(theme)} = any(w.themes)`));
  if (since !== undefined) conditions.push(`d.published_at >= ${dayIn(value(since))}`);
  if (until !== undefined) conditions.push(`d.published_at < ${dayIn(`${value(until)}::date + 1`)}`);
  if (before !== null)
    conditions.push(
      `(d.published_at, d.id) < (timestamptz 'epoch' + ${value(before.place)}::bigint * interval '1 microsecond',
        ${value(before.id)}::uuid)`,
    );
  return { conditions, values };
}

/** Tables of what threads say of themselves, with their themes. */
const WITH_THEMES = ['workshop', 'local_case'];

/** SQL: whether a row `w` of one of these tables about the thread `t` is so. */
function ofThread(condition: string, tables = WITH_THEMES): string {
  const some = (table: string): string => `exists (select from ${table} w where w.thread_id = t.id and ${condition})`;
  return `(${tables.map(some).join(' or ')})`;
}

function isAsked({ groups, without }: Question): boolean {
  return groups.length + without.length > 0;
}

/** SQL: the moment at which a day begins where the site is. */
function dayIn(day: string): string {
  return `((${day})::date::timestamp at time zone (select time_zone from site))`;
}

/** @throws NotFound */
function readPlace(cursor: string): { place: string; id: string } {
  const read = /^([0-9a-z]{1,12})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  const [, place = '', id = ''] = read ?? [];
  if (read === null) throw new NotFound();
  const micro = [...place].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n);
  if (micro.toString(36) !== place || micro > 253_402_300_799_000_000n) throw new NotFound();
  return { place: String(micro), id };
}
