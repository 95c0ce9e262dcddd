import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { readCursor, writeCursor } from '../threads/cursor.js';
import type { Audience, Slice } from '../threads/visible.js';
import {
  CASE_COLUMNS,
  CASE_TABLES,
  CASE_THREAD_COLUMNS,
  caseFrom,
  COUNTED_TABLES,
  type RawCase,
} from './case-rows.js';
import { caseRowFrom, type RawCaseRow } from './case-rows.js';
import { type CaseFilter, conditionsOf, DEPARTMENT_OF } from './case-filter.js';
import type { CaseStatus } from './case-facts.js';
import type { CaseRow, VisibleCase } from './visible-case.js';

const ROWS = 30;

type Placed = RawCaseRow & { at: string };

/** What is published of cases, for one audience at a time. */
@Injectable()
export class Cases {
  constructor(private readonly reader: Reader) {}

  /**
   * Null for a thread that is no case, and while its first post is gone. The caller has to ask whether it may be seen.
   */
  async of(thread: number): Promise<VisibleCase | null> {
    const [row] = await this.reader.query<RawCase>(
      `select ${CASE_COLUMNS} from local_case l left join town o on o.code = l.town_code
       left join department d on d.code = o.department_code where l.thread_id = $1`,
      [thread],
    );
    return row === undefined ? null : caseFrom(row);
  }

  /** The case that has moved last comes first. @throws NotFound for a wrong cursor. */
  async list(audience: Audience, filter: CaseFilter, cursor: string | null = null): Promise<Slice<CaseRow>> {
    const after = cursor === null ? null : readCursor(cursor, 1);
    const values: unknown[] = [audiencesOf(audience)];
    const value = (each: unknown): string => `$${values.push(each)}`;
    const wanted = conditionsOf(filter, value);
    if (after !== null)
      wanted.push(`(l.moved_at, l.thread_id) < (timestamptz 'epoch' + ${value(String(after.place))}::bigint
        * interval '1 microsecond', ${value(after.ids[0])}::int)`);
    const rows = await this.reader.query<Placed>(
      `select ${CASE_COLUMNS}, ${CASE_THREAD_COLUMNS},
         (extract(epoch from l.moved_at) * 1000000)::bigint::text as at
       from ${CASE_TABLES} where ${wanted.join(' and ')}
       order by l.moved_at desc, l.thread_id desc limit ${ROWS + 1}`,
      values,
    );
    const shown = rows.slice(0, ROWS);
    const last = shown.at(-1);
    return {
      rows: shown.map(caseRowFrom),
      next: rows.length > ROWS && last !== undefined ? writeCursor(last.at, last.id) : null,
    };
  }

  /** The first ones of that list. */
  async latest(audience: Audience, filter: CaseFilter, limit: number): Promise<CaseRow[]> {
    const values: unknown[] = [audiencesOf(audience)];
    const value = (each: unknown): string => `$${values.push(each)}`;
    const rows = await this.reader.query<RawCaseRow>(
      `select ${CASE_COLUMNS}, ${CASE_THREAD_COLUMNS} from ${CASE_TABLES}
       where ${conditionsOf(filter, value).join(' and ')}
       order by l.moved_at desc, l.thread_id desc limit ${value(limit)}`,
      values,
    );
    return rows.map(caseRowFrom);
  }

  /** How many there are of each status. */
  async byStatus(audience: Audience, filter: CaseFilter): Promise<ReadonlyMap<CaseStatus, number>> {
    const values: unknown[] = [audiencesOf(audience)];
    const value = (each: unknown): string => `$${values.push(each)}`;
    const rows = await this.reader.query<{ status: CaseStatus; count: number }>(
      `select l.status, count(*)::int as count from ${COUNTED_TABLES}
       where ${conditionsOf(filter, value).join(' and ')} group by l.status`,
      values,
    );
    return new Map(rows.map(({ status, count }) => [status, count]));
  }

  /** How many there are in each department; those without cases are left out. */
  async byDepartment(audience: Audience, filter: CaseFilter): Promise<ReadonlyMap<string, number>> {
    const values: unknown[] = [audiencesOf(audience)];
    const value = (each: unknown): string => `$${values.push(each)}`;
    const rows = await this.reader.query<{ department: string; count: number }>(
      `select ${DEPARTMENT_OF} as department, count(*)::int as count from ${COUNTED_TABLES}
       where ${[...conditionsOf(filter, value), 'l.town_code is not null'].join(' and ')} group by 1`,
      values,
    );
    return new Map(rows.map(({ department, count }) => [department, count]));
  }
}
