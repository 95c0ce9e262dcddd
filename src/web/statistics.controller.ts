import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { StatisticsPage } from '../../client/pages/statistics-page.js';
import { statisticsAddress } from '../../client/parts/statistics-address.js';
import { Statistics } from '../desk/statistics/statistics.js';
import { statisticsCsv } from '../desk/statistics/statistics-csv.js';
import { QueryParts } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import { tagOf } from './page-cache/tags.js';

const chosen = z.strictObject({
  year: z.string().regex(/^20\d\d$/).transform(Number).optional(),
  category: z.string().max(100).optional(),
});
type Chosen = z.infer<typeof chosen>;

/** Moderation in numbers, for everyone: what was counted of months that are over, read like all that is published. */
@Controller('transparency')
export class StatisticsController {
  constructor(private readonly statistics: Statistics, private readonly pages: AudiencePages, private readonly limits: Limits) {}

  @Get()
  @ForEveryone()
  async show(@QueryParts(chosen) { year, category }: Chosen, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async (ui) => ({
      page: h(StatisticsPage, { ui, shown: await this.statistics.page({ year, category }) }),
      address: statisticsAddress({ year: year ?? null, category: category ?? null }), tags: [tagOf.statistics],
    }));
  }

  /** The same numbers, or all of them: the same bytes for everyone. */
  @Get('statistics.csv')
  @ForEveryone()
  async csv(@QueryParts(chosen) query: Chosen, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.limits.take('read', request);
    const body = statisticsCsv(await this.statistics.all(query));
    await reply.header('cache-control', 'no-cache').header('content-disposition', 'attachment; filename="moderation.csv"').type('text/csv; charset=utf-8').send(Buffer.from(body));
  }
}
