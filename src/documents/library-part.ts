import type { Reader } from '../database/reader.js';
import { audiencesOf } from '../categories/audience.js';
import { NotFound } from '../errors/errors.js';
import type { Audience } from '../threads/visible.js';
import { type Around, liesIn } from '../towns/around.js';
import type { FileKind, Nature, Origin } from './visible-document.js';

/** What somebody wants to see of the library. A field that is left out leaves nothing out. */
export interface LibraryFilter {
  q?: string | undefined;
  kind?: FileKind | undefined;
  nature?: Nature | undefined;
  origin?: Origin | undefined;
  /** The authority or the paper, as it is said. */
  from?: string | undefined;
  /** The codes of a town and of a theme that its thread has. */
  town?: string | undefined;
  /** The code of a department, for the towns in it. */
  department?: string | undefined;
  theme?: string | undefined;
  /** A slug. */
  category?: string | undefined;
  /** Days on which it was published: from this one on, up to that one. */
  since?: string | undefined;
  until?: string | undefined;
}

/**
 * Which documents `d` are looked at: those of these categories, of all threads or of some, that meet these conditions
 * (SQL).
 */
export interface LibraryPart {
  categories: readonly number[];
  threads: readonly number[] | null;
  conditions: readonly string[];
  values: readonly unknown[];
}

/** @throws NotFound for a forged cursor */
export async function partOf(
  reader: Reader,
  audience: Audience,
  filter: LibraryFilter & Around,
  before: string | null,
): Promise<LibraryPart> {
  const { kind, nature, origin, from, since, until, department } = filter;
  const values: unknown[] = [];
  const value = (each: unknown): string => `$${values.push(each)}`;
  const conditions: string[] = [];
  if (kind !== undefined) conditions.push(`d.kind = ${value(kind)}`);
  if (nature !== undefined) conditions.push(`d.nature = ${value(nature)}`);
  if (origin !== undefined) conditions.push(`d.origin = ${value(origin)}`);
  if (from !== undefined) conditions.push(`lower(d.source) = lower(${value(from)})`);
  if (since !== undefined) conditions.push(`d.published_at >= ${dayIn(value(since))}`);
  if (until !== undefined) conditions.push(`d.published_at < ${dayIn(`${value(until)}::date + 1`)}`);
  if (before !== null) {
    const { place, id } = readPlace(before);
    conditions.push(
      `(d.published_at, d.id) < (timestamptz 'epoch' + ${value(place)}::bigint * interval '1 microsecond',
        ${value(id)}::uuid)`,
    );
  }
  return {
    categories: await categoriesOf(reader, audience, filter.category ?? null),
    threads: await threadsOf(reader, department === undefined ? filter : { ...filter, departments: [department] }),
    conditions,
    values,
  };
}

export function placeAfter({ place, documentId }: { place: string; documentId: string }): string {
  return `${BigInt(place).toString(36)}-${documentId}`;
}

/** The categories that the audience may read, or the one among them that was asked for. */
async function categoriesOf(reader: Reader, audience: Audience, slug: string | null): Promise<number[]> {
  const rows = await reader.query<{ id: number }>(
    'select id from category c where c.audience = any($1) and ($2::text is null or c.slug = $2) order by id',
    [audiencesOf(audience), slug],
  );
  return rows.map(({ id }) => id);
}

/** Tables with the towns and themes of threads. */
const WITH_THEMES = ['workshop', 'local_case'];

/** The threads of these towns and this theme; null where neither is asked for. */
async function threadsOf(
  reader: Reader,
  { theme, ...around }: Pick<LibraryFilter, 'theme'> & Around,
): Promise<number[] | null> {
  const values: unknown[] = [];
  const threads = (condition: string, tables: string[]): string =>
    `(${tables.map((table) => `select thread_id from ${table} w where ${condition}`).join(' union ')})`;
  const asked: string[] = [];
  for (const there of liesIn(around, 'w.town_code', (each) => `$${values.push(each)}`))
    asked.push(threads(there, [...WITH_THEMES, 'thread_town']));
  if (theme !== undefined) asked.push(threads(`$${values.push(theme)} = any(w.themes)`, WITH_THEMES));
  if (asked.length === 0) return null;
  const rows = await reader.query<{ id: number }>(
    `select thread_id as id from (${asked.join(' intersect ')}) t`,
    values,
  );
  return rows.map(({ id }) => id);
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
