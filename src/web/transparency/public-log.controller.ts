import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { PublicLogPage } from '../../../client/transparency/public-log-page.js';
import { PublicLog } from '../../transparency/public-log.js';
import { before } from '../kit/address-parts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { sliceAddress } from '../kit/page-cache/slice-address.js';

/** What was decided, for everyone: days that are over, without texts and names. */
@Controller('transparency/log')
export class PublicLogController {
  constructor(
    private readonly log: PublicLog,
    private readonly pages: AudiencePages,
  ) {}

  /** Kept without tags: a day is written once and never changes, and a new one may be an hour late. */
  @Get()
  @ForEveryone()
  async show(
    @QueryParts(before) { before: cursor = null }: { before?: string | null },
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const { days, next } = await this.log.page(cursor);
      return {
        page: h(PublicLogPage, { ui, days, next, before: cursor }),
        ...sliceAddress('/transparency/log', cursor, next),
        tags: [],
      };
    });
  }
}
