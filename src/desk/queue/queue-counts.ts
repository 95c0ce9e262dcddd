import { Injectable } from '@nestjs/common';
import type { Queries } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { type Kind, KINDS } from '../../submissions/kind.js';
import { awaitsColleague } from './awaits-colleague.js';
import { type AtDesk, OLDER, type Older, sinceOf, standingWhere } from './queue-filter.js';
import { type QueueFilter, type Wanted, waitingWhere } from './queue-filter.js';

/** How many would be seen under each link of the filter: the rest of the filter stays as it is. */
export interface QueueCounts {
  /** With this filter. */
  shown: number;
  /** Without kind, category, waiting time, links and files: all that this moderator can decide. */
  all: number;
  kinds: { kind: Kind; count: number }[];
  categories: { slug: string; name: string; count: number }[];
  older: { older: Older; count: number }[];
  links: number;
  documents: number;
  /** Of what a colleague has to decide. */
  colleague: number;
  /** Files, attached or not, that wait because the scanner does not answer. */
  unscanned: number;
  /** When the oldest that is shown was written, and the one in the middle. */
  oldest: Date | null;
  median: Date | null;
}

interface Cell {
  kind: Kind;
  category: number | null;
  links: boolean;
  documents: boolean;
  colleague: boolean;
  /** How many of the waiting times of OLDER it has passed. */
  age: number;
  count: number;
  oldest: Date;
}

interface Category {
  id: number;
  slug: string;
  name: string;
}

const AGES = Object.keys(OLDER) as Older[];

/** The numbers above the queue, all from one walk over an index of the submissions that wait. */
@Injectable()
export class Counting {
  constructor(private readonly writer: Writer) {}

  /** `read`: the first ones of the same queue, which are being read; the one in the middle may be among them. */
  async of(
    moderator: AtDesk,
    wanted: Wanted,
    read: Promise<readonly { writtenAt: Date }[]> = Promise.resolve([]),
  ): Promise<QueueCounts> {
    const [[cells, { categories, unscanned }], rows] = await Promise.all([
      this.writer.together((asking) => Promise.all([cellsOf(asking, moderator, wanted), beside(asking)])),
      read,
    ]);
    const counts = countsOf(cells, categories, wanted.filter);
    const { shown } = counts;
    const median =
      rows[middleOf(shown)]?.writtenAt ?? (shown === 0 ? null : await this.median(moderator, wanted, shown));
    return { ...counts, unscanned, median };
  }

  /** The one in the middle, found by walking the index half way: nothing has to be sorted. */
  private async median(moderator: AtDesk, wanted: Wanted, shown: number): Promise<Date | null> {
    const { sql, values } = waitingWhere(moderator, wanted);
    const [row] = await this.writer.query<{ median: Date }>(
      `select s.written_at as median from desk.submission s where ${sql}
        order by s.written_at offset $${values.push(middleOf(shown))} limit 1`,
      values,
    );
    return row?.median ?? null;
  }
}

/** What the numbers are about besides submissions, by one question. */
async function beside(asking: Queries): Promise<{ categories: Category[]; unscanned: number }> {
  const rows = await asking.query<Partial<Category> & { unscanned: number }>(
    `select c.id, c.slug, c.name, f.unscanned
     from (select count(*)::int as unscanned from desk.file where unscanned and state = 'unchecked') f
     left join category c on true order by c.position, c.id`,
  );
  const categories = rows.flatMap(({ id, slug, name }) =>
    id == null ? [] : [{ id, slug: slug ?? '', name: name ?? '' }],
  );
  return { categories, unscanned: rows[0]?.unscanned ?? 0 };
}

/** By kind, category, links, files and age: however many wait, the cells are few. */
function cellsOf(asking: Queries, moderator: AtDesk, { filter: { author, q }, now }: Wanted): Promise<Cell[]> {
  const { sql, values } = standingWhere(moderator, { filter: { author, q }, now });
  const member = `$${values.push(moderator.member?.id ?? null)}`;
  const awaits = awaitsColleague(member, `$${values.push(now)}`);
  const ages = AGES.map((older) => `(s.written_at <= $${values.push(sinceOf(older, now))}::timestamptz)::int`);
  return asking.query<Cell>(
    `select s.kind, s.category_id as category, s.with_links as links, s.with_documents as documents,
      ${awaits} as colleague,
      ${ages.join(' + ')} as age,
      count(*)::int as count,
       min(s.written_at) as oldest
     from desk.submission s where ${sql} group by 1, 2, 3, 4, 5, 6`,
    values,
  );
}

function middleOf(shown: number): number {
  return Math.max(shown - 1, 0) >> 1;
}

/** Adds up the cells for each link of the filter. */
export function countsOf(
  cells: Cell[],
  categories: Category[],
  { kind, category, older, links, documents, colleague }: QueueFilter,
): Omit<QueueCounts, 'median' | 'unscanned'> {
  const id = category === undefined ? undefined : (categories.find(({ slug }) => slug === category)?.id ?? 0);
  const age = older === undefined ? 0 : AGES.indexOf(older) + 1;
  const tests = {
    kind: kind !== undefined && ((cell: Cell) => cell.kind === kind),
    category: id !== undefined && ((cell: Cell) => cell.category === id),
    older: age > 0 && ((cell: Cell) => cell.age >= age),
    links: links !== undefined && ((cell: Cell) => cell.links),
    documents: documents !== undefined && ((cell: Cell) => cell.documents),
    colleague: (cell: Cell) => cell.colleague === (colleague ?? false),
  };
  const but = (left?: keyof typeof tests) => {
    const asked = Object.entries(tests).flatMap(([name, passes]) => (name === left || !passes ? [] : [passes]));
    return cells.filter((cell) => asked.every((passes) => passes(cell)));
  };
  const sum = (from: Cell[]): number => from.reduce((total, { count }) => total + count, 0);
  const shown = but();
  const [byKind, byCategory, byAge] = [but('kind'), but('category'), but('older')];
  return {
    shown: sum(shown),
    all: sum(cells.filter((cell) => !cell.colleague)),
    kinds: KINDS.map((each) => ({ kind: each, count: sum(byKind.filter((cell) => cell.kind === each)) })),
    categories: categories.map(({ id: each, slug, name }) => ({
      slug,
      name,
      count: sum(byCategory.filter((cell) => cell.category === each)),
    })),
    older: AGES.map((each, place) => ({ older: each, count: sum(byAge.filter((cell) => cell.age > place)) })),
    links: sum(but('links').filter((cell) => cell.links)),
    documents: sum(but('documents').filter((cell) => cell.documents)),
    colleague: sum(but('colleague').filter((cell) => cell.colleague)),
    oldest: shown.reduce<Date | null>(
      (first, { oldest }) => (first === null || oldest < first ? oldest : first),
      null,
    ),
  };
}
