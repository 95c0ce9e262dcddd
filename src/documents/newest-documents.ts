import type { Reader } from '../database/reader.js';
import type { LibraryPart } from './library-part.js';

export const NEWEST_FIRST = 'order by d.published_at desc, d.id desc';

/**
 * SQL: the newest documents of a part. No table is joined here, so the planner has little to be mistaken about: each
 * category is read along its own index, or all documents of the threads that are asked for. `$n` are the values of the
 * part; those of `valuesOf` stand behind them.
 */
export function newestOf(part: LibraryPart, columns: string, most: number): string {
  const { categories, threads, conditions, values } = part;
  const read = (where: string, end: string): string =>
    `(select ${columns} from document d where ${[where, ...conditions].join(' and ')} ${end})`;
  const sources =
    threads === null
      ? categories.map((id) => read(`d.category_id = ${id}`, `${NEWEST_FIRST} limit ${most}`))
      : [read(`d.thread_id = any($${values.length + 1}) and d.category_id = any($${values.length + 2})`, 'offset 0')];
  return `(select * from (${sources.join(' union all ')}) d ${NEWEST_FIRST} limit ${most})`;
}

/** The values for the statement of `newestOf`. */
export function valuesOf({ categories, threads, values }: LibraryPart): unknown[] {
  return threads === null ? [...values] : [...values, threads, categories];
}

/** Whether a part is certainly empty. */
export function isNothing({ categories, threads }: LibraryPart): boolean {
  return categories.length === 0 || threads?.length === 0;
}

/** The newest documents of a part, as hits that point at no page. */
export async function newestDocuments(
  reader: Reader,
  part: LibraryPart,
  most: number,
): Promise<{ id: string; page: null }[]> {
  if (isNothing(part)) return [];
  return reader.query(
    `select d.id, null::int as page from ${newestOf(part, 'd.id, d.published_at', most)} d`,
    valuesOf(part),
  );
}
