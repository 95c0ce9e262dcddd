import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { type Around, liesIn } from '../towns/around.js';
import type { Audience } from './visible.js';

/** So many threads a kept page names; one that shows more is drawn anew by whatever is said anywhere. */
export const MOST_ABOUT = 1_000;

/** Which threads are about towns: cases and workshops there, and those that are tied to one. */
@Injectable()
export class AboutTown {
  constructor(private readonly reader: Reader) {}

  /** The ids of all of them; of the first ones where there are more than `MOST_ABOUT`. */
  async threads(audience: Audience, around: Around): Promise<number[]> {
    const values: unknown[] = [audiencesOf(audience)];
    const there = liesIn(around, 'w.town_code', (each) => `$${values.push(each)}`).join(' and ');
    const rows = await this.reader.query<{ id: number }>(
      `select t.id from (select thread_id from local_case w where ${there}
         union select thread_id from workshop w where ${there}
         union select thread_id from thread_town w where ${there}) l
       join thread t on t.id = l.thread_id join category c on c.id = t.category_id and c.audience = any($1)
       limit ${MOST_ABOUT + 1}`,
      values,
    );
    return rows.map(({ id }) => id);
  }
}
