import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import type { StepKind } from '../deadlines/step-kind.js';
import type { Audience } from '../threads/visible.js';
import type { CaseStatus } from './case-facts.js';
import type { How } from './step-facts.js';

/** A step as everybody of one audience sees it. */
export interface VisibleStep {
  number: number;
  kind: StepKind;
  /** `2026`, `2026-11`, `2026-11-28`. */
  dated: string;
  how: How | '';
  outcome: string;
  cameras: number | null;
  amount: number | null;
  software: string;
  link: string;
  /** Where it leads; null where it leads nowhere, or to what this audience cannot read any more. */
  post: null | { thread: number; number: number; title: string };
  request: number | null;
  status: CaseStatus | '';
  author: string;
  excerpt: string;
  publishedAt: Date;
}

/** So many of one case are shown. */
export const MOST_STEPS = 500;

type Row = Omit<VisibleStep, 'post'> & {
  postThread: number | null;
  postNumber: number | null;
  postTitle: string | null;
};

const COLUMNS = `s.number, s.kind, s.dated, coalesce(s.how, '') as how, coalesce(s.outcome, '') as outcome, s.cameras,
  s.amount::float8 as amount, s.software, s.link, coalesce(s.status, '') as status,
  case when s.request_thread = s.thread_id then s.request_number end as request,
  coalesce(m.name, p.author_name) as author, p.excerpt, p.published_at as "publishedAt",
  q.thread_id as "postThread", q.number as "postNumber", qt.title as "postTitle"`;

/**
 * The post that a step names may have been moved since the step was written. The step's own post is looked up by thread
 * and number: left to itself, the planner takes a thread for a short one, and reads all of its posts for each step.
 */
const TABLES = `case_step s join local_case l on l.thread_id = s.thread_id
  join lateral (select p.author_id, p.author_name, p.excerpt, p.published_at from post p
    where p.thread_id = s.thread_id and p.number = s.number and p.gone is null offset 0) p on true
  left join member m on m.id = p.author_id
  left join post_moved w on w.thread_id = s.post_thread and w.number = s.post_number
  left join (post q join category qc on qc.id = q.category_id and qc.audience = any($1)
    join thread qt on qt.id = q.thread_id)
    on q.thread_id = coalesce(w.to_thread, s.post_thread) and q.number = coalesce(w.to_number, s.post_number)
    and q.gone is null`;

/** What happened in a case, for one audience at a time. */
@Injectable()
export class CaseSteps {
  constructor(private readonly reader: Reader) {}

  /**
   * In the order of their dates, those of one date in that of their numbers. The caller has to ask whether the thread
   * may be seen.
   */
  async of(audience: Audience, thread: number): Promise<VisibleStep[]> {
    return (await this.ofAll(audience, [thread])).get(thread) ?? [];
  }

  /** The same for several threads; threads without steps are left out. */
  async ofAll(audience: Audience, threads: readonly number[]): Promise<Map<number, VisibleStep[]>> {
    const rows = await this.reader.query<Row & { thread: number }>(
      `select s.thread_id as thread, ${COLUMNS} from ${TABLES} where s.thread_id = any($2)
       order by s.thread_id, s.dated, s.number limit ${MOST_STEPS} * cardinality($2::int[])`,
      [audiencesOf(audience), threads],
    );
    const found = new Map<number, VisibleStep[]>();
    for (const { thread, ...row } of rows) {
      const steps = found.get(thread) ?? [];
      if (steps.length < MOST_STEPS) steps.push(stepFrom(row));
      found.set(thread, steps);
    }
    return found;
  }

  /** Those that were published after a number, in the order of their numbers. */
  async after(audience: Audience, thread: number, number: number): Promise<VisibleStep[]> {
    const rows = await this.reader.query<Row>(
      `select ${COLUMNS} from ${TABLES} where s.thread_id = $2 and s.number > $3 order by s.number limit 50`,
      [audiencesOf(audience), thread, number],
    );
    return rows.map(stepFrom);
  }
}

function stepFrom({ postThread, postNumber, postTitle, ...step }: Row): VisibleStep {
  const leads = postThread !== null && postNumber !== null && postTitle !== null && postTitle !== '';
  return { ...step, post: leads ? { thread: postThread, number: postNumber, title: postTitle } : null };
}
