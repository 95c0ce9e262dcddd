import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';

/** A thread as a map of the site has it. */
export interface MappedThread {
  id: number;
  slug: string;
  /** `2026-11-22`: when something was last published or edited in it. */
  day: string;
}

/** As many threads as one file of the map holds: those of one stretch of ids, so that a file stays what it is. */
const THREADS_A_PART = 10_000;

/** All threads that everyone may read, for search engines. */
@Injectable()
export class MappedThreads {
  constructor(private readonly reader: Reader) {}

  /** The parts that hold any thread, from 1, each with the day of its last publication. */
  parts(timeZone: string): Promise<{ part: number; day: string }[]> {
    return this.reader.query<{ part: number; day: string }>(
      `select (t.id - 1) / ${THREADS_A_PART} + 1 as part, (max(t.last_post_at) at time zone $1)::date::text as day
       from thread t join category c on c.id = t.category_id and c.audience = 'everyone'
       where t.moved_to is null and not t.retired group by 1 order by 1`,
      [timeZone],
    );
  }

  /** The edits of a thread are found by the index of what has changed in it. */
  part(part: number, timeZone: string): Promise<MappedThread[]> {
    return this.reader.query<MappedThread>(
      `select t.id, t.slug, (greatest(t.last_post_at, (select max(p.edited_at) from post p
          where p.thread_id = t.id and p.change > 0)) at time zone $2)::date::text as day
       from thread t join category c on c.id = t.category_id and c.audience = 'everyone'
       where t.id > ($1::bigint - 1) * ${THREADS_A_PART} and t.id <= $1::bigint * ${THREADS_A_PART}
         and t.moved_to is null and not t.retired order by t.id`,
      [part, timeZone],
    );
  }
}
