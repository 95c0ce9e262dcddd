import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { plusMonths } from '../clock/day.js';
import { Reader } from '../database/reader.js';
import { spanOf } from '../deadlines/span.js';
import type { Audience } from '../threads/visible.js';
import type { Authority, CaseStatus } from './case-facts.js';
import { COUNTED_TABLES } from './case-rows.js';

/** How far a request has come, in the order in which these follow each other. */
export const REQUEST_STATES = ['sent', 'refused', 'cada', 'court', 'part', 'given', 'judged'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A number with how many it is made of. */
export interface Counted<K extends string> {
  key: K;
  count: number;
}

/** Months of waiting: null where fewer than five are known. */
export interface Wait {
  median: number | null;
  of: number;
}

export interface AuthorityWait {
  authority: Authority;
  requests: number;
  toAnswer: Wait;
  toDocuments: Wait;
  /** Answered within a month, of those whose month is over or that were answered. */
  inTime: { count: number; of: number };
}

export interface Numbers {
  cases: number;
  byStatus: Counted<CaseStatus>[];
  byTheme: Counted<string>[];
  requests: Counted<RequestState>[];
  waits: AuthorityWait[];
}

/** One request, with the first day of each thing that followed it. */
export interface RequestRow {
  authority: Authority;
  sent: string;
  received: string | null;
  answered: string | null;
  outcome: string | null;
  given: string | null;
  kinds: string[];
}

/** From how many values on a median is given. */
const ENOUGH = 5;
const MONTH = 365.25 / 12;

/** What is counted of cases, from what everybody of one audience may read. */
@Injectable()
export class CaseNumbers {
  constructor(private readonly reader: Reader) {}

  async of(audience: Audience, today: string): Promise<Numbers> {
    const values = [audiencesOf(audience)];
    const [byStatus, byTheme, rows] = await Promise.all([
      this.reader.query<Counted<CaseStatus>>(
        `select l.status as key, count(*)::int as count from ${COUNTED_TABLES} where not t.retired group by l.status
         order by count desc, key`,
        values,
      ),
      this.reader.query<Counted<string>>(
        `select theme as key, count(*)::int as count from ${COUNTED_TABLES} cross join lateral unnest(l.themes) theme
         where not t.retired group by theme order by count desc, key limit 200`,
        values,
      ),
      this.reader.query<RequestRow>(
        `select l.authority, s.dated as sent,
           min(f.dated) filter (where f.kind = 'receipt') as received,
           min(f.dated) filter (where f.kind = 'answer') as answered,
           (array_agg(f.outcome order by f.dated desc, f.number desc) filter (where f.kind = 'answer'))[1] as outcome,
           min(f.dated) filter (where f.kind = 'documents' or (f.kind = 'answer' and f.outcome = 'all')) as given,
           coalesce(array_agg(distinct f.kind) filter (where f.kind is not null), '{}') as kinds
         from ${COUNTED_TABLES} join case_step s on s.thread_id = l.thread_id
         left join case_step f on f.request_thread = s.thread_id and f.request_number = s.number
           and f.thread_id = s.thread_id
         where not t.retired and s.kind = any('{request}') group by l.authority, s.thread_id, s.number, s.dated
         limit 50000`,
        values,
      ),
    ]);
    const states = REQUEST_STATES.map((key) => ({ key, count: rows.filter((row) => stateOf(row) === key).length }));
    return {
      cases: byStatus.reduce((sum, { count }) => sum + count, 0),
      byStatus,
      byTheme,
      requests: states,
      waits: waitsOf(rows, today),
    };
  }
}

/** The furthest state that the request has reached. */
export function stateOf({ kinds, outcome, given }: RequestRow): RequestState {
  if (kinds.includes('judgement')) return 'judged';
  if (given !== null) return 'given';
  if (kinds.includes('court')) return 'court';
  if (outcome === 'part') return 'part';
  if (kinds.includes('cada')) return 'cada';
  return outcome === 'refusal' ? 'refused' : 'sent';
}

export function waitsOf(rows: readonly RequestRow[], today: string): AuthorityWait[] {
  const authorities = [...new Set(rows.map(({ authority }) => authority))].toSorted();
  return authorities.map((authority) => {
    const of = rows.filter((row) => row.authority === authority);
    const due = of.filter((row) => row.answered !== null || dueOf(row) < today);
    const inTime = due.filter((row) => row.answered !== null && row.answered.slice(0, 10) <= dueOf(row));
    return {
      authority,
      requests: of.length,
      toAnswer: waitOf(of, 'answered'),
      toDocuments: waitOf(of, 'given'),
      inTime: { count: inTime.length, of: due.length },
    };
  });
}

function waitOf(rows: readonly RequestRow[], end: 'answered' | 'given'): Wait {
  const months = rows
    .flatMap((row) => {
      const [from, to] = [spanOf(row.sent), row[end] === null ? null : spanOf(row[end])];
      return from === null || to === null ? [] : [(days(to.earliest) - days(from.earliest)) / MONTH];
    })
    .toSorted((one, other) => one - other);
  return { median: months.length < ENOUGH ? null : middleOf(months), of: months.length };
}

function middleOf(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/**
 * The day on which an answer is due: a month after the receipt, or after the sending where nobody knows of a receipt.
 */
function dueOf({ received, sent }: RequestRow): string {
  return plusMonths(spanOf(received ?? sent)?.latest ?? sent, 1);
}

function days(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
