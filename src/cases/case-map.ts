import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { slugOfKey } from '../towns/town-row.js';
import type { Audience } from '../threads/visible.js';
import type { CaseStatus } from './case-facts.js';
import { type CaseFilter, conditionsOf, DEPARTMENT_OF } from './case-filter.js';
import { COUNTED_TABLES } from './case-rows.js';
import { drawnDepartment } from './map/france-grid.js';
import type { Point } from './point.js';

/** The cases of one town, or of one department, as one mark. */
export interface CaseMark extends Point {
  /** Null for a mark that stands for a whole department. */
  town: { code: string; name: string; slug: string } | null;
  department: string;
  count: number;
  /** The status that all of them have; null where they differ. */
  status: CaseStatus | null;
}

/** What a map shows of the cases that pass a filter. */
export interface MappedCases {
  /** How many there are in each department of the whole map; those without cases are left out. */
  byDepartment: ReadonlyMap<string, number>;
  /** How many there are of each status on this map, whichever status is asked for. */
  byStatus: ReadonlyMap<CaseStatus, number>;
  marks: CaseMark[];
}

/** More marks than these cover each other on a map, and make the page heavy. */
const MOST_MARKS = 150;

type TownMark = Omit<CaseMark, 'town'> & { code: string; name: string; key: string };
type DepartmentMark = Pick<CaseMark, 'department' | 'count' | 'status'>;

interface Row {
  byDepartment: Record<string, number> | null;
  byStatus: Partial<Record<CaseStatus, number>> | null;
  towns: TownMark[] | null;
  gathered: DepartmentMark[] | null;
}

/** The cases on a map, for one audience at a time. */
@Injectable()
export class CaseMap {
  constructor(private readonly reader: Reader) {}

  /**
   * One mark for each town that has cases; where those are too many, one for each department. A case that is alone in
   * its town stands at its own point, several stand in the middle of the town. The cases are read by one statement and
   * counted in the database: thousands of rows cost more on their way than to be counted. `here` is the department that
   * is shown, null for all.
   */
  async of(audience: Audience, { status, ...filter }: CaseFilter, here: string | null): Promise<MappedCases> {
    const values: unknown[] = [audiencesOf(audience)];
    const value = (each: unknown): string => `$${values.push(each)}`;
    const wanted = conditionsOf(filter, value);
    const ofStatus = status === undefined ? 'true' : `status = ${value(status)}`;
    const isHere = here === null ? 'true' : `department = ${value(here)}`;
    const [row] = await this.reader.query<Row>(
      `with cases as materialized (
         select l.town_code as code, ${DEPARTMENT_OF} as department, l.status, l.latitude, l.longitude
         from ${COUNTED_TABLES} where ${wanted.join(' and ')}
       ), towns as materialized (
         select code, department, count(*)::int as count, min(latitude) as latitude, min(longitude) as longitude,
           case when min(status) = max(status) then min(status) end as status
         from cases where code is not null and ${ofStatus} and ${isHere} group by code, department
       ), many as materialized (select count(*) > ${MOST_MARKS} as many from towns)
       select (select json_object_agg(department, count) from (select department, count(*) from cases
           where code is not null and ${ofStatus} group by department) d) as "byDepartment",
         (select json_object_agg(status, count) from (select status, count(*) from cases where ${isHere}
           group by status) s) as "byStatus",
         (select json_agg(m order by code) from (select t.code, o.name, o.key, t.department, t.count, t.status,
             case when t.count = 1 then coalesce(t.latitude, o.latitude) else o.latitude end as latitude,
             case when t.count = 1 then coalesce(t.longitude, o.longitude) else o.longitude end as longitude
           from (select * from towns where not (select many from many) limit ${MOST_MARKS}) t
           join town o on o.code = t.code) m) as towns,
         (select json_agg(m order by department) from (select department, sum(count)::int as count,
             case when count(status) = count(*) and min(status) = max(status) then min(status) end as status
           from towns where (select many from many) group by department) m) as gathered`,
      values,
    );
    const { byDepartment, byStatus, towns, gathered } = row ?? EMPTY;
    return {
      byDepartment: new Map(Object.entries(byDepartment ?? {})),
      byStatus: new Map(Object.entries(byStatus ?? {}) as [CaseStatus, number][]),
      marks: [
        ...(towns ?? []).map(({ code, name, key, ...mark }) => ({
          ...mark,
          town: { code, name, slug: slugOfKey(key) },
        })),
        ...(gathered ?? []).flatMap((mark) => inTheMiddle(mark)),
      ].filter(({ department }) => drawnDepartment(department) !== null),
    };
  }
}

const EMPTY: Row = { byDepartment: null, byStatus: null, towns: null, gathered: null };

/** A department that is not drawn has no mark. */
function inTheMiddle(mark: DepartmentMark): CaseMark[] {
  const drawn = drawnDepartment(mark.department);
  return drawn === null ? [] : [{ ...mark, ...drawn.middle, town: null }];
}
