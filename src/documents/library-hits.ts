import type { Reader } from '../database/reader.js';
import { READABLE_DOCUMENT } from './documents.js';

/** What is looked for: lexemes, and what of it the index of words can tell without a text. */
export interface SoughtWords {
  asked: string;
  loose: string;
}

/** A document that answers, and its first page that does; null where its title does. */
export interface LibraryHit {
  id: string;
  page: number | null;
}

/** Where hits are looked for: conditions on READABLE_DOCUMENT, with its audiences as the first value. */
export interface LibraryPart {
  conditions: readonly string[];
  values: readonly unknown[];
}

/** How much is read at most: a word that is in every text would have all of them read otherwise. */
export interface LibraryBounds {
  /** Documents and pages of a first look at the newest ones: frequent words are found there. */
  look: { documents: number; pages: number };
  /** Pages, and titles, that the index of words may give. */
  indexed: number;
  /** Of the newest, where the index has more than that. */
  walk: { documents: number; pages: number };
}

export const LIBRARY_BOUNDS: LibraryBounds = {
  look: { documents: 40, pages: 400 },
  indexed: 2_000,
  walk: { documents: 2_000, pages: 20_000 },
};

const ORDER = 'order by d.published_at desc, d.id desc';

/**
 * The newest documents that answer, as many as are wanted, and among how many of the newest was looked where that was
 * not all. First among the newest; where these are too few and not all, in the index of words, as far as that is
 * bounded.
 */
export async function libraryHits(
  reader: Reader,
  sought: SoughtWords,
  part: LibraryPart,
  most: number,
  bounds: LibraryBounds = LIBRARY_BOUNDS,
): Promise<{ hits: LibraryHit[]; among: number | null }> {
  const near = await walked(reader, sought, part, most, bounds.look);
  if (near.length === most || (await extent(reader, part, bounds.look)).whole) return { hits: near, among: null };
  const indexed = await fromIndex(reader, sought, part, most, bounds.indexed);
  if (indexed !== null) return { hits: indexed, among: null };
  const far = await walked(reader, sought, part, most, bounds.walk);
  const { whole, documents } = await extent(reader, part, bounds.walk);
  return { hits: far, among: far.length === most || whole ? null : documents };
}

/** SQL: the newest documents of the part, as far as their pages go; a first one of a thousand pages is read whole. */
function newest({ conditions }: LibraryPart, { documents, pages }: LibraryBounds['look']): string {
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return `(select d.id, d.published_at, d.search,
       sum(coalesce(d.pages, 1)) over (${ORDER} rows unbounded preceding) - coalesce(d.pages, 1) < ${pages} as near
     from ${READABLE_DOCUMENT} ${where} ${ORDER} limit ${documents})`;
}

/** One by one, so that it ends when enough are found. */
function walked(
  reader: Reader,
  { asked }: SoughtWords,
  part: LibraryPart,
  most: number,
  bound: LibraryBounds['look'],
): Promise<LibraryHit[]> {
  const values = [...part.values, asked, most];
  const question = `$${values.length - 1}::tsquery`;
  // The pages of one document are few: `offset 0` keeps the index of words, in which a frequent one is long, out of it.
  return reader.query<LibraryHit>(
    `select d.id, h.page from ${newest(part, bound)} d
     cross join lateral (select min(w.page) as page from
       (select page, search from document_page where document_id = d.id offset 0) w where w.search @@ ${question}) h
     where d.near and (h.page is not null or d.search @@ ${question})
     ${ORDER} limit $${values.length}`,
    values,
  );
}

/** How many documents a walk reads, and whether these are all of the part. */
async function extent(
  reader: Reader,
  part: LibraryPart,
  bound: LibraryBounds['look'],
): Promise<{ whole: boolean; documents: number }> {
  const [row] = await reader.query<{ all: number; near: number }>(
    `select count(*)::int as all, count(*) filter (where d.near)::int as near from ${newest(part, bound)} d`,
    [...part.values],
  );
  const { all = 0, near = 0 } = row ?? {};
  return { whole: all === near && all < bound.documents, documents: near };
}

/** Null where there are more than may be read. What this audience may not read is not among them. */
async function fromIndex(
  reader: Reader,
  { asked, loose }: SoughtWords,
  { conditions, values: given }: LibraryPart,
  most: number,
  bound: number,
): Promise<LibraryHit[] | null> {
  const values = [...given, asked, loose, most];
  const [question, words] = [`$${given.length + 1}::tsquery`, `$${given.length + 2}::tsquery`];
  const rows = await reader.query<{ id: string | null; page: number | null; pages: number; titles: number }>(
    `with pages as materialized (select d.id, w.page, w.search @@ ${question} as answers
       from document_page w join (${READABLE_DOCUMENT}) on d.id = w.document_id where w.search @@ ${words}
       limit ${bound + 1}),
     titles as materialized (select d.id, d.search @@ ${question} as answers
       from ${READABLE_DOCUMENT} where d.search @@ ${words} limit ${bound + 1})
     select a.id, a.page, r.pages, r.titles
     from (select (select count(*)::int from pages) as pages, (select count(*)::int from titles) as titles) r
     left join lateral (
       select d.id, f.page from (
         select id, min(page) as page from (
           select id, page from pages where answers union all select id, null from titles where answers) e group by id) f
       join (${READABLE_DOCUMENT}) on d.id = f.id
       where ${['true', ...conditions].join(' and ')} ${ORDER} limit $${values.length}) a on true`,
    values,
  );
  const [{ pages, titles } = { pages: 0, titles: 0 }] = rows;
  if (pages > bound || titles > bound) return null;
  return rows.flatMap(({ id, page }) => (id === null ? [] : [{ id, page }]));
}
