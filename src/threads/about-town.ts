import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import type { Audience } from './visible.js';

/** Which threads are about a town: cases and workshops there, and those that are tied to it. */
@Injectable()
export class AboutTown {
  constructor(private readonly reader: Reader) {}

  /** The ids of all of them, by the code of the town. */
  async threads(audience: Audience, town: string): Promise<number[]> {
    const rows = await this.reader.query<{ id: number }>(
      `select t.id from (select thread_id from local_case where town_code = $2
         union select thread_id from workshop where town_code = $2
         union select thread_id from thread_town where town_code = $2) l
       join thread t on t.id = l.thread_id join category c on c.id = t.category_id and c.audience = any($1)`,
      [audiencesOf(audience), town],
    );
    return rows.map(({ id }) => id);
  }
}
