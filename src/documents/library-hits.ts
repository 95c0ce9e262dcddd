import type { Reader } from '../database/reader.js';
import type { LibraryPart } from './library-part.js';
import { isNothing, NEWEST_FIRST, newestOf, valuesOf } from './newest-documents.js';

/**
 * What is looked for, as tsqueries: `asked`, and `loose`, a wider one that the index of words answers without a text
 * being read.
 */
export interface SoughtWords {
  asked: string;
  loose: string;
}

/** A document that matches, and the first of its pages that does; null where its title matches. */
export interface LibraryHit {
  id: string;
  page: number | null;
}

/** How much is read at most: for a word that stands in every text, all texts would be read otherwise. */
export interface LibraryBounds {
  /** Documents and pages that are read first, among the newest: frequent words are found there. */
  look: { documents: number; pages: number };
  /** So many hits in this first look promise that enough will be found if the `walk` goes on from there. */
  dense: number;
  /** How many pages, and how many titles, the index of words may give. */
  indexed: number;
  /** The same where each of these has to be read as well, as for a phrase. */
  compared: number;
  /**
   * Documents and pages of the second look, among the newest: where the first one promises enough, or where the index
   * would give more than its bound.
   */
  walk: { documents: number; pages: number };
}

export const LIBRARY_BOUNDS: LibraryBounds = {
  look: { documents: 40, pages: 400 },
  dense: 2,
  indexed: 2_000,
  compared: 1_000,
  walk: { documents: 500, pages: 5_000 },
};

/**
 * The newest documents that match, as many as are wanted. `among`: how many of the newest were searched, where that was
 * not all; else null. The newest are looked at first. Where that gives too few, either more of the newest are read or
 * the index of words is asked, each within its bound.
 */
export async function libraryHits(
  reader: Reader,
  sought: SoughtWords,
  part: LibraryPart,
  most: number,
  bounds: LibraryBounds = LIBRARY_BOUNDS,
): Promise<{ hits: LibraryHit[]; among: number | null }> {
  if (isNothing(part)) return { hits: [], among: null };
  const near = await walked(reader, sought, part, most, bounds.look);
  if (near.length === most || (await extent(reader, part, bounds.look)).whole) return { hits: near, among: null };
  const further = near.length < bounds.dense ? null : await walked(reader, sought, part, most, bounds.walk);
  if (further?.length === most) return { hits: further, among: null };
  const indexed = await fromIndex(reader, sought, part, most, bounds);
  if (indexed !== null) return { hits: indexed, among: null };
  const far = further ?? (await walked(reader, sought, part, most, bounds.walk));
  const { whole, documents } = await extent(reader, part, bounds.walk);
  return { hits: far, among: far.length === most || whole ? null : documents };
}

/**
 * SQL: the newest documents of the part, until their pages are as many as may be read. The first one is read whole,
 * even if it has a thousand pages.
 */
function newest(part: LibraryPart, { documents, pages }: LibraryBounds['look']): string {
  const columns = 'd.id, d.published_at, d.search, coalesce(d.pages, 1) as pages';
  return `(select d.*, sum(d.pages) over (${NEWEST_FIRST} rows unbounded preceding) - d.pages < ${pages} as near
    from ${newestOf(part, columns, documents)} d)`;
}

/** Looks through the newest documents one by one, so that it ends when enough are found. */
function walked(
  reader: Reader,
  { asked }: SoughtWords,
  part: LibraryPart,
  most: number,
  bound: LibraryBounds['look'],
): Promise<LibraryHit[]> {
  const values = [...valuesOf(part), asked, most];
  const question = `$${values.length - 1}::tsquery`;
  // Pages of one document are few. `offset 0` keeps the planner from using the index of words for them: for a frequent
  // word that index is long.
  return reader.query<LibraryHit>(
    `select d.id, h.page from ${newest(part, bound)} d
     cross join lateral (select min(w.page) as page from
       (select page, search from document_page where document_id = d.id offset 0) w where w.search @@ ${question}) h
     where d.near and (h.page is not null or d.search @@ ${question})
     ${NEWEST_FIRST} limit $${values.length}`,
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
    valuesOf(part),
  );
  const { all = 0, near = 0 } = row ?? {};
  return { whole: all === near && all < bound.documents, documents: near };
}

/**
 * The hits that the index of words gives; null where there are more than may be read. Documents that this audience may
 * not read are left out by the query to the index.
 */
async function fromIndex(
  reader: Reader,
  { asked, loose }: SoughtWords,
  part: LibraryPart,
  most: number,
  { indexed, compared }: LibraryBounds,
): Promise<LibraryHit[] | null> {
  const { categories, threads, conditions } = part;
  // If the index answers the whole question, no page has to be read.
  const isTold = asked === loose;
  const bound = isTold ? indexed : compared;
  const values = [...part.values, categories, isTold ? null : asked, loose, threads, most];
  const nth = (place: number): string => `$${part.values.length + place}`;
  const rows = await reader.query<{ id: string | null; page: number | null; pages: number; titles: number }>(
    `with found as materialized (select * from library_indexed(${nth(1)}, ${nth(2)}, ${nth(3)}, ${bound + 1}))
     select a.id, a.page, r.pages, r.titles
     from (select count(page)::int as pages, count(*) filter (where page is null)::int as titles from found) r
     left join lateral (
       select d.id, f.page from (select id, min(page) as page from found where answers group by id) f
       join document d on d.id = f.id
       where ${[`(${nth(4)}::int[] is null or d.thread_id = any(${nth(4)}))`, ...conditions].join(' and ')}
       ${NEWEST_FIRST} limit ${nth(5)}) a on true`,
    values,
  );
  const [{ pages, titles } = { pages: 0, titles: 0 }] = rows;
  if (pages > bound || titles > bound) return null;
  return rows.flatMap(({ id, page }) => (id === null ? [] : [{ id, page }]));
}
