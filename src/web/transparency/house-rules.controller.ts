import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { AboutPage } from '../../../client/transparency/about-page.js';
import { RulesPage } from '../../../client/transparency/rules-page.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';

/** The two pages of prose that every page links: the charter, and what this server knows. */
@Controller()
export class HouseRulesController {
  constructor(private readonly pages: AudiencePages) {}

  @Get('rules')
  @ForEveryone()
  async rules(@Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, async (ui) => ({ page: h(RulesPage, { ui }), address: '/rules', tags: [] }));
  }

  @Get('about')
  @ForEveryone()
  async about(@Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, async (ui) => ({ page: h(AboutPage, { ui }), address: '/about', tags: [] }));
  }
}
