import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { townSlug } from '../towns/town-row.js';
import type { Audience } from '../threads/visible.js';
import { type CaseFilter, conditionsOf } from './case-filter.js';
import type { CaseStatus } from './case-facts.js';
import { CASE_COLUMNS, CASE_TABLES, CASE_THREAD_COLUMNS, caseRowFrom, type RawCaseRow } from './case-rows.js';
import type { Point, Precision } from './point.js';
import type { CaseRow } from './visible-case.js';

/** The cases of one town, as one mark. */
export interface CaseMark extends Point {
  town: { code: string; name: string; slug: string };
  department: string;
  count: number;
  /** Of all of them; null where they differ. */
  status: CaseStatus | null;
}

/** A case with where it is, as exactly as everybody may know. */
export interface LocatedCase extends CaseRow {
  at: Point | null;
  precision: Precision | 'none';
}

/** A step as a line of a table. */
export interface ExportedStep {
  thread: number;
  number: number;
  kind: string;
  dated: string;
  outcome: string;
  how: string;
  request: number | null;
  cameras: number | null;
  amount: number | null;
  software: string;
  link: string;
  status: string;
  publishedAt: Date;
}

export interface Department {
  code: string;
  name: string;
  region: string;
}

/** So many rows at most leave in one file. */
export const MOST_EXPORTED = 10_000;

type RawMark = Omit<CaseMark, 'town'> & { code: string; name: string };

/** What the map and the files of cases are made from, for one audience at a time. */
@Injectable()
export class CaseMarks {
  constructor(private readonly reader: Reader) {}

  /** One for each town that has a case. A case alone stands where it says, several in the middle of their town. */
  async all(audience: Audience, filter: CaseFilter): Promise<CaseMark[]> {
    const values: unknown[] = [audiencesOf(audience)];
    const wanted = [...conditionsOf(filter, (each) => `$${values.push(each)}`), 'o.code is not null'];
    const rows = await this.reader.query<RawMark>(
      `select o.code, o.name, d.code as department, count(*)::int as count,
         case when count(*) = 1 then coalesce(min(l.latitude), o.latitude) else o.latitude end as latitude,
         case when count(*) = 1 then coalesce(min(l.longitude), o.longitude) else o.longitude end as longitude,
         case when count(distinct l.status) = 1 then min(l.status) end as status
       from ${CASE_TABLES} where ${wanted.join(' and ')}
       group by o.code, o.name, d.code, o.latitude, o.longitude order by o.code limit ${MOST_EXPORTED}`,
      values,
    );
    return rows.map(({ code, name, ...mark }) => ({ ...mark, town: { code, name, slug: townSlug(name) } }));
  }

  /** All departments and territories, those without cases too. */
  departments(): Promise<Department[]> {
    return this.reader.query<Department>('select code, name, region from department order by code');
  }

  /** What happened in these cases, in the order of its publication, for files. */
  steps(audience: Audience, filter: CaseFilter): Promise<ExportedStep[]> {
    const values: unknown[] = [audiencesOf(audience)];
    const wanted = conditionsOf(filter, (each) => `$${values.push(each)}`);
    return this.reader.query<ExportedStep>(
      `select s.thread_id as thread, s.number, s.kind, s.dated, coalesce(s.outcome, '') as outcome,
         coalesce(s.how, '') as how, case when s.request_thread = s.thread_id then s.request_number end as request,
         s.cameras, s.amount::float8 as amount, s.software, s.link, coalesce(s.status, '') as status,
         sp.published_at as "publishedAt"
       from ${CASE_TABLES} join case_step s on s.thread_id = l.thread_id
       join post sp on sp.thread_id = s.thread_id and sp.number = s.number and sp.gone is null
       where ${wanted.join(' and ')} order by s.thread_id, s.number limit ${MOST_EXPORTED * 4}`,
      values,
    );
  }

  /** The whole list, in the order in which they were opened, for files. */
  async located(audience: Audience, filter: CaseFilter): Promise<LocatedCase[]> {
    const values: unknown[] = [audiencesOf(audience)];
    const value = (each: unknown): string => `$${values.push(each)}`;
    const wanted = conditionsOf(filter, value);
    const rows = await this.reader.query<RawCaseRow & { townLatitude: number | null; townLongitude: number | null }>(
      `select ${CASE_COLUMNS}, ${CASE_THREAD_COLUMNS}, o.latitude as "townLatitude", o.longitude as "townLongitude" from ${CASE_TABLES}
       where ${wanted.join(' and ')} order by l.thread_id limit ${MOST_EXPORTED}`,
      values,
    );
    return rows.map((row) => {
      const { townLatitude: latitude, townLongitude: longitude } = row;
      const middle = latitude === null || longitude === null ? null : { latitude, longitude };
      const found = caseRowFrom(row);
      const { point, precision } = found.local;
      return {
        ...found,
        at: point ?? middle,
        precision: point === null ? (middle === null ? 'none' : 'town') : precision,
      };
    });
  }
}
