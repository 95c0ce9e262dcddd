import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Wanted, waitingWhere } from '../queue/queue-filter.js';
import { BulkEntity } from './bulk.entity.js';
import { type Chosen, MOST } from './bulk.js';

const DAY = 86_400_000;

/**
 * Collects the submissions that were ticked, or all that a filter shows, so that the moderator looks at them before
 * deciding.
 */
@Injectable()
export class BulkDrafts {
  constructor(private readonly writer: Writer) {}

  /**
   * Answers the bulk's id. `back` is the place in the queue it was chosen at. @throws Invalid when nothing was chosen.
   */
  ofTicked(moderator: Visitor, chosen: readonly Chosen[], back: string, now: Date): Promise<string> {
    const items = [...new Map(chosen.map((one) => [one.id, one])).values()];
    if (items.length === 0) throw new Invalid({ item: 'nothing-chosen' });
    if (items.length > MOST) throw new Invalid({ item: 'too-many-chosen' });
    return this.draft(moderator, { back, now }, (tx, bulk) =>
      tx.query<{ count: number }>(
        `with chosen as (select * from unnest($2::uuid[], $3::int[]) with ordinality as c (id, version, place)),
       kept as (insert into desk.bulk_item (bulk_id, place, submission_id, version, outcome)
         select $1, c.place, s.id, c.version,
           case when s.status = 'withdrawn' then 'withdrawn-since' when s.status <> 'waiting' then 'already-decided'
             when s.version <> c.version then 'corrected-since' end
         from chosen c join desk.submission s on s.id = c.id and ($4::int[] is null or s.category_id = any($4))
           returning 1)
       update desk.bulk set elsewhere = $5 - (select count(*) from kept) where id = $1
         returning $5 - elsewhere as count`,
        [bulk, items.map(({ id }) => id), items.map(({ version }) => version), moderator.desk, items.length],
      ),
    );
  }

  /** The same for the oldest 2,000 that pass a filter, in the versions that they have now. */
  ofFilter(moderator: Visitor, wanted: Wanted, back: string): Promise<string> {
    const { sql, values } = waitingWhere(moderator, wanted);
    return this.draft(moderator, { back, now: wanted.now }, (tx, bulk) =>
      tx.query<{ count: number }>(
        `with kept as (insert into desk.bulk_item (bulk_id, place, submission_id, version)
         select $${values.length + 1}, row_number() over (order by s.written_at, s.id), s.id, s.version
         from desk.submission s where ${sql} order by s.written_at, s.id limit ${MOST} returning 1)
       select count(*)::int as count from kept`,
        [...values, bulk],
      ),
    );
  }

  private draft(
    { member }: Visitor,
    { back, now }: { back: string; now: Date },
    fill: (tx: Transaction, bulk: string) => Promise<{ count: number }[]>,
  ): Promise<string> {
    if (member === null) throw new NotFound();
    const id = randomUUID();
    return this.writer.transaction(async (tx) => {
      // A draft that nobody continued is deleted after a day.
      await tx.repository(BulkEntity).delete({ state: 'drafted', madeAt: LessThan(new Date(now.getTime() - DAY)) });
      await tx.repository(BulkEntity).insert({ id, memberId: member.id, madeAt: now, back });
      await fill(tx, id);
      return id;
    });
  }
}
