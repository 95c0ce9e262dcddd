import type { Reader } from '../database/reader.js';
import type { Cursor } from '../threads/cursor.js';

/** Matches are not counted beyond this number; the page says « plus de 1 000 ». */
const MOST_COUNTED = 1_000;
const MOST_INDEXED = 5_000;

/** How many texts are read for one question at most. « Newest » are the texts that were published last. */
export interface Bounds {
  /** How many of the newest texts are read first. */
  probe: number;
  /** So many matches among these promise more than `few` among the `newest`. */
  dense: number;
  /** How many of the newest texts are read at most. */
  newest: number;
  /** With fewer matches than that among the newest texts, what the index of words finds is shown instead. */
  few: number;
  /** How many of the texts that the index of words finds are read. */
  indexed: number;
}

export const BOUNDS: Bounds = { probe: 2_000, dense: 10, newest: 50_000, few: 200, indexed: 10_000 };

/** What is looked for, in which categories and between which moments. */
export interface Sought {
  categories: readonly number[];
  /** The whole question as a tsquery; null where only days or a category are asked for. */
  asked: string | null;
  /**
   * A wider tsquery without phrases and exclusions: the index of words answers it without a text being read, and then
   * `asked` is compared with the texts that it has found.
   */
  loose: string | null;
  ranked: string | null;
  since: Date | null;
  until: Date | null;
}

export interface Candidate {
  thread: number;
  number: number;
  /** The value by which the slice is ordered: relevance, or the moment of publication in microseconds since 1970. */
  place: string;
}

/**
 * Says how far was searched, where not all texts were compared with the question. `ranked`: more than `count` texts
 * match, and only `count` of them were ordered by relevance. `newest`: the `count` newest texts were read. `read`:
 * `count` of the texts that have the words were read, of whatever age.
 */
export interface Extent {
  of: 'ranked' | 'newest' | 'read';
  count: number;
}

export interface Candidates {
  /** How many match; 1,000 stands for more. */
  total: number;
  /** Null where all texts were compared, so that there are no other matches. */
  among: Extent | null;
  rows: Candidate[];
}

export interface WantedSlice {
  order: 'relevance' | 'date';
  after: Cursor | null;
  size: number;
}

interface Read {
  /** How many of the texts that were read match. */
  total: number;
  /** Whether the bound was reached, so that others, which were not read, may match. */
  full: boolean;
  rows: Candidate[];
}

/**
 * Ordered by date, the functions of the database begin to read at the cursor. Ordered by relevance they have to rank
 * all matches first, and the slice after the cursor is taken from those.
 */
const ORDERS = {
  date: {
    start: `coalesce(timestamptz 'epoch' + $6::bigint * interval '1 microsecond', 'infinity'), coalesce($7::int, 0),
      coalesce($8::int, 0)`,
    place: '(extract(epoch from published_at) * 1000000)::bigint',
    after: '',
    by: 'published_at desc, thread_id desc, number desc',
  },
  relevance: {
    start: `'infinity'::timestamptz, 0, 0`,
    place: 'place',
    after: 'and ($6::bigint is null or (place, thread_id, number) < ($6::bigint, $7::int, $8::int))',
    by: 'found.place desc, thread_id desc, number desc',
  },
} as const;

/**
 * Finds the matches of one question, in one of three ways. Where the question matches often, enough is found among the
 * newest texts: they are read one after the other (`search_newest`), or the matches are picked out of them
 * (`search_lately`). Where it matches seldom, the index of words finds the texts (`search_indexed`). None of the ways
 * reads more texts than its bound.
 */
export class Ways {
  constructor(
    private readonly reader: Reader,
    private readonly sought: Sought,
    private readonly slice: WantedSlice,
    private readonly bounds: Bounds,
  ) {}

  async candidates(): Promise<Candidates> {
    const { probe, dense, newest, few } = this.bounds;
    const first = await this.newest(probe);
    if (!first.full) return whole(first);
    const isFrequent = this.sought.asked === null || first.total >= dense;
    const early = isFrequent ? null : await this.indexed();
    if (early?.full === false) return whole(early);
    const latest = await this.latest(first);
    if (latest.total >= MOST_COUNTED) return { ...latest, total: MOST_COUNTED, among: ranked(MOST_COUNTED) };
    if (!latest.full) return whole(latest);
    const ofNewest: Candidates = { ...latest, among: { of: 'newest', count: newest } };
    if (this.sought.asked === null || latest.total >= few) return ofNewest;
    const all = early ?? (await this.indexed());
    if (!all.full) return whole(all);
    // Neither the newest texts nor the index gave all matches. Ordered by date, the newest matches must not be missing:
    // they are shown if they fill the slice. Ordered by relevance, whichever found more matches is shown.
    const byNewest = this.slice.order === 'date' ? latest.rows.length === this.slice.size : latest.total >= all.total;
    if (byNewest) return ofNewest;
    const isMany = all.total >= MOST_COUNTED;
    return { ...whole(all), among: isMany ? ranked(all.total) : { of: 'read', count: this.bounds.indexed } };
  }

  private newest(reading: number): Promise<Read> {
    return this.read('search_newest', [reading, MOST_COUNTED]);
  }

  /**
   * Reads the newest texts, as many as the bound allows. If the first look promises that a quarter of them contains as
   * many matches as are counted, they are read one after the other until so many are found; otherwise the matches are
   * picked out of them.
   */
  private latest({ total }: Read): Promise<Read> {
    const { probe, newest } = this.bounds;
    const isSoonFull = (total / probe) * (newest / 4) >= MOST_COUNTED;
    if (this.sought.asked === null || isSoonFull) return this.newest(newest);
    return this.read('search_lately', [newest, MOST_COUNTED]);
  }

  private async indexed(): Promise<Read> {
    const read = await this.read('search_indexed', [this.bounds.indexed, MOST_INDEXED, this.sought.loose]);
    return { ...read, full: read.full || read.total >= MOST_INDEXED };
  }

  private async read(
    way: 'search_newest' | 'search_lately' | 'search_indexed',
    own: readonly (number | string | null)[],
  ): Promise<Read> {
    const { order, after, size } = this.slice;
    const { categories, asked, ranked, since, until } = this.sought;
    const { start, place, after: isAfter, by } = ORDERS[order];
    const [found] = await this.reader.query<Read>(
      `with found as materialized (
         select * from ${way}($1::int[], $2::tsquery, $3::tsquery, coalesce($4::timestamptz, '-infinity'),
           coalesce($5::timestamptz, 'infinity'), ${start}, ${own.map((_, nth) => `$${nth + 9}`).join(', ')}))
       select count(*) filter (where matches)::int as total, coalesce(max(nth) >= $9, false) as full,
         coalesce((select json_agg(slice) from (
           select thread_id as thread, number, (${place})::text as place from found where matches ${isAfter}
           order by ${by} limit ${size}) slice), '[]') as rows
       from found`,
      [categories, asked, ranked, since, until, after?.place ?? null, ...(after?.ids ?? [null, null]), ...own],
    );
    return found ?? { total: 0, full: false, rows: [] };
  }
}

function ranked(count: number): Extent {
  return { of: 'ranked', count };
}

function whole({ total, rows }: Read): Candidates {
  return { total: Math.min(total, MOST_COUNTED), among: null, rows };
}
