import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { StatisticsPage } from '../../../client/transparency/statistics-page.js';
import { statisticsAddress } from '../../../client/transparency/statistics-address.js';
import { Statistics } from '../../transparency/statistics/statistics.js';
import { statisticsCsv } from '../../transparency/statistics/statistics-csv.js';
import { type Answer, bytes } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { tagOf } from '../kit/page-cache/tags.js';

const chosen = z.strictObject({
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional(),
  category: z.string().max(100).optional(),
});
type Chosen = z.infer<typeof chosen>;

/** Moderation in numbers, for everyone: what was counted of months that are over, read like all that is published. */
@Controller('transparency')
export class StatisticsController {
  constructor(
    private readonly statistics: Statistics,
    private readonly pages: AudiencePages,
  ) {}

  @Get()
  @ForEveryone()
  async show(@QueryParts(chosen) { year, category }: Chosen, @Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, async (ui) => ({
      page: h(StatisticsPage, { ui, shown: await this.statistics.page({ year, category }) }),
      address: statisticsAddress({ year: year ?? null, category: category ?? null }),
      tags: [tagOf.statistics],
    }));
  }

  /** The same numbers, or all of them: the same bytes for everyone. */
  @Get('statistics.csv')
  @ForEveryone()
  async csv(@QueryParts(chosen) query: Chosen): Promise<Answer> {
    const body = statisticsCsv(await this.statistics.all(query));
    const headers = { 'cache-control': 'no-cache', 'content-disposition': 'attachment; filename="moderation.csv"' };
    return bytes('text/csv; charset=utf-8', body, { headers });
  }
}
