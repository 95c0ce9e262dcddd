import { townSlug } from '../towns/town-row.js';
import type { CaseRow, VisibleCase } from './visible-case.js';

/** Columns of a case `l`, its town `o` with the department `d`. */
export const CASE_COLUMNS = `l.thread_id as thread, o.code as "townCode", o.name as "townName",
  d.code as department, d.name as "departmentName", d.region, l.country, l.place, l.latitude, l.longitude, l.precision,
  l.authority, l.authority_name as "authorityName", l.themes, l.status, l.opened_at as "openedAt",
  l.moved_at as "movedAt"`;

/** Of its thread `t` and its first post `p`. */
export const CASE_THREAD_COLUMNS = `t.id, t.slug, t.title, t.post_count as "postCount", t.category_id as category,
  p.excerpt`;

/** A case with its thread, for an audience that stands in `$1`. */
export const CASE_TABLES = `local_case l join thread t on t.id = l.thread_id
  join category c on c.id = t.category_id and c.audience = any($1) join post p on p.thread_id = t.id and p.number = 1
  left join town o on o.code = l.town_code left join department d on d.code = o.department_code`;

export type RawCase = Omit<VisibleCase, 'town' | 'point'> & {
  townCode: string | null;
  townName: string;
  department: string;
  departmentName: string;
  region: string;
  latitude: number | null;
  longitude: number | null;
};

export type RawCaseRow = RawCase & CaseRow['thread'] & { excerpt: string };

export function caseFrom(row: RawCase): VisibleCase {
  const { townCode: code, townName: name, department, departmentName, region, latitude, longitude } = row;
  return {
    thread: row.thread,
    town: code === null ? null : { code, name, slug: townSlug(name), department, departmentName, region },
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

export function caseRowFrom(row: RawCaseRow): CaseRow {
  const { id, slug, title, postCount, category, excerpt } = row;
  return { local: caseFrom(row), thread: { id, slug, title, postCount, category }, excerpt };
}
