import { Injectable } from '@nestjs/common';
import { audiencesOf, isReadBy } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import type { Audience } from '../threads/visible.js';
import { type CaseFilter, conditionsOf } from './case-filter.js';
import {
  CASE_COLUMNS,
  caseFrom,
  COUNTED_TABLES,
  PLACED_TABLES,
  type RawCase,
  type RawThread,
  THREAD_COLUMNS,
  threadOf,
} from './case-rows.js';
import type { Point, Precision } from './point.js';
import type { CaseRow } from './visible-case.js';

/** A case with where it is, as exactly as everybody may know. */
export interface LocatedCase extends Omit<CaseRow, 'excerpt'> {
  at: Point | null;
  precision: Precision | 'none';
  /** Ids of the documents of its first post. */
  documents: readonly string[];
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
  /** Ids. */
  documents: readonly string[];
}

/** How many rows one file may have. */
export const MOST_EXPORTED = 10_000;

/** A row as JSON gives it: moments are texts. */
type RawLocated = Omit<RawCase, 'openedAt' | 'movedAt'> &
  RawThread & {
    openedAt: string;
    movedAt: string;
    townLatitude: number | null;
    townLongitude: number | null;
  };

/** The files of cases, for one audience at a time. */
@Injectable()
export class CaseMarks {
  constructor(private readonly reader: Reader) {}

  /** What happened in these cases, in the order of its publication, for files. */
  async steps(audience: Audience, filter: CaseFilter): Promise<ExportedStep[]> {
    const values: unknown[] = [audiencesOf(audience)];
    const wanted = conditionsOf(filter, (each) => `$${values.push(each)}`);
    const rows = await this.reader.query<Omit<ExportedStep, 'documents'>>(
      `select s.thread_id as thread, s.number, s.kind, s.dated, coalesce(s.outcome, '') as outcome,
         coalesce(s.how, '') as how, case when s.request_thread = s.thread_id then s.request_number end as request,
         s.cameras, s.amount::float8 as amount, s.software, s.link, coalesce(s.status, '') as status,
         sp.published_at as "publishedAt"
       from ${COUNTED_TABLES} join case_step s on s.thread_id = l.thread_id
       join post sp on sp.thread_id = s.thread_id and sp.number = s.number and sp.gone is null
       where ${wanted.join(' and ')} order by s.thread_id, s.number limit ${MOST_EXPORTED * 4}`,
      values,
    );
    const threads = [...new Set(rows.map(({ thread }) => thread))];
    const documents = await this.documentsOf(audience, threads, 'all posts');
    return rows.map((row) => ({ ...row, documents: documents.get(placeOf(row)) ?? [] }));
  }

  /** The whole list, in the order in which they were opened, for files. */
  async located(audience: Audience, filter: CaseFilter): Promise<LocatedCase[]> {
    const values: unknown[] = [audiencesOf(audience)];
    const value = (each: unknown): string => `$${values.push(each)}`;
    const wanted = conditionsOf(filter, value);
    // The answer is one JSON text. Thousands of rows of twenty columns, each read by itself, would take longer than all
    // else of a file.
    const [found] = await this.reader.query<{ rows: RawLocated[] | null }>(
      `select json_agg(r) as rows from (
         select ${CASE_COLUMNS}, ${THREAD_COLUMNS}, o.latitude as "townLatitude", o.longitude as "townLongitude"
         from ${PLACED_TABLES}
         where ${wanted.join(' and ')} order by l.thread_id limit ${MOST_EXPORTED}) r`,
      values,
    );
    const rows = found?.rows ?? [];
    const documents = await this.documentsOf(
      audience,
      rows.map(({ thread }) => thread),
      'first posts',
    );
    return rows.map((row) => {
      const { townLatitude: latitude, townLongitude: longitude } = row;
      const middle = latitude === null || longitude === null ? null : { latitude, longitude };
      const local = caseFrom({ ...row, openedAt: new Date(row.openedAt), movedAt: new Date(row.movedAt) });
      const { point, precision } = local;
      return {
        local,
        thread: threadOf(row),
        at: point ?? middle,
        precision: point === null ? (middle === null ? 'none' : 'town') : precision,
        documents: documents.get(placeOf({ thread: row.thread, number: 1 })) ?? [],
      };
    });
  }

  /** The ids of documents in these threads, by the place of their post, in the order in which they stand there. */
  private async documentsOf(
    audience: Audience,
    threads: readonly number[],
    posts: 'first posts' | 'all posts',
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.reader.query<Place & { ids: string[] }>(
      `select d.thread_id as thread, d.number, array_agg(d.id::text order by d.position) as ids from document d
       where d.thread_id = any($2::int[]) and ${isReadBy('d.category_id', '$1')}
         ${posts === 'first posts' ? 'and d.number = 1' : ''}
       group by d.thread_id, d.number`,
      [audiencesOf(audience), threads],
    );
    return new Map(rows.map((row) => [placeOf(row), row.ids]));
  }
}

interface Place {
  thread: number;
  number: number;
}

function placeOf({ thread, number }: Place): string {
  return `${thread} ${number}`;
}
