import { isReadBy } from '../categories/audience.js';
import { slugOfKey } from '../towns/town-row.js';
import type { CaseRow, VisibleCase } from './visible-case.js';

/** Columns of a case `l`, its town `o` with the department `d`. */
export const CASE_COLUMNS = `l.thread_id as thread, o.code as "townCode", o.name as "townName", o.key as "townKey",
  d.code as department, d.name as "departmentName", d.region, l.country, l.place, l.latitude, l.longitude, l.precision,
  l.authority, l.authority_name as "authorityName", l.themes, l.status, l.opened_at as "openedAt",
  l.moved_at as "movedAt"`;

/** Columns of its thread `t`. */
export const THREAD_COLUMNS = `t.id, t.slug, t.title, t.post_count as "postCount", t.category_id as category`;

/** Columns of its thread `t` and its first post `p`. */
export const CASE_THREAD_COLUMNS = `${THREAD_COLUMNS}, p.excerpt`;

/** Tables of a case with its thread, for an audience that stands in `$1`: enough to count cases. */
export const COUNTED_TABLES = `local_case l join thread t on t.id = l.thread_id
  and ${isReadBy('t.category_id', '$1')}`;

/** The same with its town and its department. */
export const PLACED_TABLES = `${COUNTED_TABLES} left join town o on o.code = l.town_code
  left join department d on d.code = o.department_code`;

/** The same with its first post. */
export const CASE_TABLES = `${PLACED_TABLES} join post p on p.thread_id = t.id and p.number = 1`;

export type RawCase = Omit<VisibleCase, 'town' | 'point'> & {
  townCode: string | null;
  townName: string;
  /** What `townKey` makes of the name of the town. It is stored, because making it takes longer than reading it. */
  townKey: string;
  department: string;
  departmentName: string;
  region: string;
  latitude: number | null;
  longitude: number | null;
};

export type RawThread = CaseRow['thread'];
export type RawCaseRow = RawCase & RawThread & { excerpt: string };

export function caseFrom(row: RawCase): VisibleCase {
  const { townCode: code, townName: name, townKey, department, departmentName, region, latitude, longitude } = row;
  return {
    thread: row.thread,
    town: code === null ? null : { code, name, slug: slugOfKey(townKey), department, departmentName, region },
    country: row.country,
    place: row.place,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    precision: row.precision,
    authority: row.authority,
    authorityName: row.authorityName,
    themes: row.themes,
    status: row.status,
    openedAt: row.openedAt,
    movedAt: row.movedAt,
  };
}

export function threadOf({ id, slug, title, postCount, category }: RawThread): CaseRow['thread'] {
  return { id, slug, title, postCount, category };
}

export function caseRowFrom(row: RawCaseRow): CaseRow {
  return { local: caseFrom(row), thread: threadOf(row), excerpt: row.excerpt };
}
