import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { PublicLogPage } from '../../client/pages/public-log-page.js';
import { PublicLog } from '../desk/public-log.js';
import { before } from './address-parts.js';
import { QueryParts } from './input.js';
import { ForEveryone } from './marks.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import { sliceAddress } from './page-cache/slice-address.js';

/** What was decided, for everyone: days that are over, without texts and names. */
@Controller('transparency/log')
export class PublicLogController {
  constructor(private readonly log: PublicLog, private readonly pages: AudiencePages) {}

  /** Kept without tags: a day is written once and never changes, and a new one may be an hour late. */
  @Get()
  @ForEveryone()
  async show(
    @QueryParts(before) { before: cursor = null }: { before?: string | null }, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer(request, reply, async (ui) => {
      const { days, next } = await this.log.page(cursor);
      return { page: h(PublicLogPage, { ui, days, next, before: cursor }), ...sliceAddress('/transparency/log', cursor, next), tags: [] };
    });
  }
}
