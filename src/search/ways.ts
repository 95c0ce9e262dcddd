import type { Reader } from '../database/reader.js';
import type { Cursor } from '../threads/cursor.js';

/** After so many matches nobody counts on: « plus de 1 000 ». */
const MOST_COUNTED = 1_000;
const MOST_INDEXED = 5_000;

/** How many texts are read for one question, whatever is asked. */
export interface Bounds {
  /** The first look, at the newest. `dense` matches among them promise `few` and more among the `newest`. */
  probe: number;
  dense: number;
  newest: number;
  /** With fewer matches among the newest, what the index of words found is shown instead. */
  few: number;
  /** Of what the index of words gives. */
  indexed: number;
}

export const BOUNDS: Bounds = { probe: 2_000, dense: 10, newest: 50_000, few: 200, indexed: 10_000 };

/** What is looked for, in which categories and between which moments. */
export interface Sought {
  categories: readonly number[];
  /** A tsquery; null for all texts of these days. */
  asked: string | null;
  /** What of it the index of words can tell by itself. */
  loose: string | null;
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

/**
 * Where others may match, too: of how many texts those were found that match. `ranked`: so many of them are ranked,
 * and others match for certain; `newest`: so many of the newest texts were read; `read`: so many that have the words,
 * of whatever age.
 */
export interface Extent {
  of: 'ranked' | 'newest' | 'read';
  count: number;
}

export interface Candidates {
  /** How many match; 1,000 stands for more. */
  total: number;
  /** Null where nothing else matches. */
  among: Extent | null;
  rows: Candidate[];
}

export interface WantedSlice {
  order: 'relevance' | 'date';
  after: Cursor | null;
  size: number;
}

interface Read {
  /** How many match of those that were read. */
  total: number;
  /** As many were read as may be: others may match. */
  full: boolean;
  rows: Candidate[];
}

/** By date both ways begin at the cursor; by relevance all is ranked, and the slice begins there. */
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
 * The ways to what matches, and when to go which: a frequent word has matches among the newest texts, which are read
 * one after the other where most have it, a rare one is found by the index of words. None reads more than its bound.
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
    // What both ways cut off: by date the newest must not be missing, by relevance the more the better.
    const byNewest = this.slice.order === 'date' ? latest.rows.length === this.slice.size : latest.total >= all.total;
    if (byNewest) return ofNewest;
    const isMany = all.total >= MOST_COUNTED;
    return { ...whole(all), among: isMany ? ranked(all.total) : { of: 'read', count: this.bounds.indexed } };
  }

  private newest(reading: number): Promise<Read> {
    return this.read('search_newest', [reading, MOST_COUNTED]);
  }

  /**
   * All of the newest texts that may be read. Where by the first look a quarter of them will have as many matches as
   * are counted, they are read one after the other until then; otherwise what matches is picked out of them.
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
