import type { Reader } from '../database/reader.js';
import type { Cursor } from '../threads/cursor.js';

/** After so many matches nobody counts on: « plus de 1 000 ». */
export const MOST_COUNTED = 1_000;
/** With fewer matches among the newest texts, all texts are asked by the index of words. */
const FEW = 200;
const MOST_INDEXED = 5_000;
const NEWEST = 50_000;
export const HITS_A_SLICE = 20;

/** What is looked for, in which categories and between which moments. */
export interface Sought {
  categories: readonly number[];
  /** A tsquery; null for all texts of these days. */
  asked: string | null;
  ranked: string | null;
  since: Date | null;
  until: Date | null;
}

export interface Candidate {
  thread: number;
  number: number;
  /** By which the slice is ordered: relevance, or microseconds since 1970. */
  place: string;
}

export interface Candidates {
  /** How many match; 1,000 stands for more. */
  total: number;
  /** Among how many of the newest they were ranked, where others may match too; null for all. */
  among: number | null;
  /** One more than a slice where there is a next one. */
  rows: Candidate[];
}

type Way = 'search_newest' | 'search_indexed';

/** Everything before the end of time: the first slice of a list by date. */
const END = `'infinity'::timestamptz, 0, 0`;

/** Of the numbers of parameters that each query has. */
const SOUGHT =
  '$1::int[], $2::tsquery, coalesce($3::timestamptz, $$-infinity$$), coalesce($4::timestamptz, $$infinity$$)';

function valuesOf({ categories, asked, since, until }: Sought): unknown[] {
  return [categories, asked, since, until];
}

/** The best matches after a cursor: of the newest texts first, of all of them where those have few. */
export async function byRelevance(reader: Reader, sought: Sought, after: Cursor | null): Promise<Candidates> {
  const newest = await ranked(reader, 'search_newest', sought, MOST_COUNTED, after);
  if (newest.total >= MOST_COUNTED) return { ...newest, among: MOST_COUNTED };
  if (newest.total >= FEW && !(await hasMore(reader, sought))) return { ...newest, among: null };
  if (newest.total >= FEW) return { ...newest, among: NEWEST };
  const all = await ranked(reader, 'search_indexed', sought, MOST_INDEXED, after);
  const cut = all.total >= MOST_INDEXED;
  return { ...all, total: Math.min(all.total, MOST_COUNTED), among: cut ? MOST_INDEXED : null };
}

/** The newest matches after a cursor; how many there are is known from `byRelevance`'s way of counting. */
export async function byDate(reader: Reader, sought: Sought, after: Cursor | null): Promise<Candidates> {
  const { total } = await counted(reader, sought);
  return { total, among: null, rows: await newest(reader, sought, after, HITS_A_SLICE + 1) };
}

/** Up to `most` matches after a cursor, the newest first. */
export async function newest(
  reader: Reader,
  sought: Sought,
  after: Cursor | null,
  most: number,
): Promise<Candidate[]> {
  const found = await dated(reader, 'search_newest', sought, { after, most });
  const enough = found.length >= most || sought.asked === null;
  return enough ? found : dated(reader, 'search_indexed', sought, { after, most });
}

interface Ranked {
  total: number;
  rows: Candidate[];
}

async function ranked(reader: Reader, way: Way, sought: Sought, most: number, after: Cursor | null): Promise<Ranked> {
  const [found] = await reader.query<Ranked>(
    `with found as materialized (
       select thread_id as thread, number, (ts_rank(words, $5::tsquery) * 1000000)::bigint as place
       from ${way}(${SOUGHT}, ${END}, $6))
     select (select count(*)::int from found) as total, coalesce((select json_agg(slice) from (
       select thread, number, place::text from found
       where $7::bigint is null or (place, thread, number) < ($7::bigint, $8::int, $9::int)
       order by found.place desc, thread desc, number desc limit ${HITS_A_SLICE + 1}) slice), '[]') as rows`,
    [...valuesOf(sought), sought.ranked, most, after?.place ?? null, after?.ids[0] ?? null, after?.ids[1] ?? null],
  );
  return found ?? { total: 0, rows: [] };
}

async function counted(reader: Reader, sought: Sought): Promise<{ total: number }> {
  const count = async (way: Way): Promise<number> => {
    const [row] = await reader.query<{ total: number }>(
      `select count(*)::int as total from ${way}(${SOUGHT}, ${END}, ${MOST_COUNTED})`,
      valuesOf(sought),
    );
    return row?.total ?? 0;
  };
  const newest = await count('search_newest');
  return { total: newest >= MOST_COUNTED || sought.asked === null ? newest : await count('search_indexed') };
}

async function dated(
  reader: Reader,
  way: Way,
  sought: Sought,
  { after, most }: { after: Cursor | null; most: number },
): Promise<Candidate[]> {
  const read = way === 'search_newest' ? most : MOST_INDEXED;
  return reader.query<Candidate>(
    `select thread_id as thread, number, (extract(epoch from published_at) * 1000000)::bigint::text as place
     from ${way}(${SOUGHT},
       coalesce(timestamptz 'epoch' + $5::bigint * interval '1 microsecond', 'infinity'), coalesce($6::int, 0),
         coalesce($7::int, 0),
       ${read})
     order by published_at desc, thread_id desc, number desc limit ${most}`,
    [...valuesOf(sought), after?.place ?? null, after?.ids[0] ?? null, after?.ids[1] ?? null],
  );
}

/** Whether there are more texts of these days than are read by date. */
async function hasMore(reader: Reader, { categories, since, until }: Sought): Promise<boolean> {
  const rows = await reader.query(
    `select from searched where category_id = any($1) and published_at >= coalesce($2::timestamptz, '-infinity')
       and published_at < coalesce($3::timestamptz, 'infinity')
     order by published_at desc, thread_id desc, number desc offset ${NEWEST} limit 1`,
    [categories, since, until],
  );
  return rows.length > 0;
}
