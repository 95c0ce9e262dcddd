import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { AboutPage } from '../../client/pages/about-page.js';
import { RulesPage } from '../../client/pages/rules-page.js';
import { ForEveryone } from './marks.js';
import { AudiencePages } from './page-cache/audience-pages.js';

/** The two pages of prose that every page links: the charter, and what this server knows. */
@Controller()
export class HouseRulesController {
  constructor(private readonly pages: AudiencePages) {}

  @Get('rules')
  @ForEveryone()
  async rules(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async (ui) => ({ page: h(RulesPage, { ui }), address: '/rules', tags: [] }));
  }

  @Get('about')
  @ForEveryone()
  async about(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async (ui) => ({ page: h(AboutPage, { ui }), address: '/about', tags: [] }));
  }
}
