import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CategoryEntity } from '../../categories/category.entity.js';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { GRACE } from '../finished-days.js';
import { defineJob, type Turn } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { ReasonEntity } from '../../site/reason.entity.js';
import { CountedMonthEntity } from './counted-month.entity.js';
import { ModeratedFigureEntity } from './moderated-figure.entity.js';
import { ModeratedMonthEntity } from './moderated-month.entity.js';
import { countsOf, delaysOf, type Span } from './month-counts.js';
import { publicMonth } from './public-month.js';

const DAY = 24 * 60 * 60_000;
export const COUNT_MONTHS = defineJob('count-months', z.strictObject({}), { every: DAY });

type Due = Span & { month: string };

/**
 * Counts each month of moderation once, when it is over, and writes down of it what everyone may read. It never
 * changes afterwards: two looks on two days could be subtracted from each other. What is undone later is counted then.
 */
@Injectable()
export class FinishedMonths {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
  ) {
    jobs.does(COUNT_MONTHS, (_nothing, { now, stopping }) => this.count(now, stopping));
  }

  /**
   * All months that are over at `now` in the site's time zone and not counted yet, one by one. Many may ask at once.
   */
  async count(now: Date, stopping?: Turn['stopping']): Promise<void | 'unfinished'> {
    for (;;) {
      if (stopping?.aborted === true) return 'unfinished';
      const counted = await this.writer.transaction((tx) => this.next(tx, new Date(now.getTime() - GRACE)));
      if (!counted) return;
    }
  }

  private async next(tx: Transaction, until: Date): Promise<boolean> {
    await tx.query('select 1 from desk.counted_month for update');
    const due = await this.due(tx, until);
    if (due === null) return false;
    const categories = await tx
      .repository(CategoryEntity)
      .find({ where: { audience: 'everyone' }, order: { id: 'ASC' } });
    const reasons = await tx.repository(ReasonEntity).find({ order: { code: 'ASC' } });
    const ids = categories.map(({ id }) => id);
    const { figures, delays } = await publicMonth({
      categories: ids,
      reasons: reasons.map(({ code }) => code),
      counted: await countsOf(tx, due),
      delays: await delaysOf(tx, due),
    });
    for (const category of [...ids, null]) {
      const delay = delays.find((one) => one.category === category);
      await tx.repository(ModeratedMonthEntity).insert({
        month: due.month,
        categoryId: category,
        medianMinutes: delay?.median ?? null,
        ninthMinutes: delay?.ninth ?? null,
        delaysOf: delay?.of ?? null,
      });
    }
    for (const { category, figure, reason, count } of figures)
      await tx
        .repository(ModeratedFigureEntity)
        .insert({ month: due.month, categoryId: category, figure, reason, count });
    await tx.repository(CountedMonthEntity).update({ one: true }, { month: due.month });
    await tx.tell({ news: 'MonthCounted' });
    return true;
  }

  /**
   * The month after the last one; null when it is not over. The first is that of the set-up or of what the team
   * decided first: what was brought from elsewhere under its old dates was not decided here.
   */
  private async due(tx: Transaction, until: Date): Promise<Due | null> {
    const [due] = await tx.query<Due>(
      `select m.month::date::text as month, m.month at time zone s.time_zone as "from",
        (m.month + interval '1 month') at time zone s.time_zone as until
       from site s, desk.counted_month u, lateral (
         select coalesce(u.month + interval '1 month', date_trunc('month', least(s.set_up_at, (select min(d.decided_at)
           from desk.decision d where d.decision not in ('publish', 'withdraw'))) at time zone s.time_zone))
       ) m (month)
       where s.set_up_at is not null and (m.month + interval '1 month') at time zone s.time_zone <= $1`,
      [until],
    );
    return due ?? null;
  }
}
