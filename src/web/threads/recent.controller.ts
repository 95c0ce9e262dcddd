import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { RecentPage } from '../../../client/threads/recent-page.js';
import { Threads } from '../../threads/threads.js';
import { before } from '../kit/address-parts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { sliceAddress } from '../kit/page-cache/slice-address.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { UnreadSlots } from './unread-slots.js';

@Controller('recent')
export class RecentController {
  constructor(
    private readonly threads: Threads,
    private readonly unread: UnreadSlots,
    private readonly pages: AudiencePages,
  ) {}

  @Get()
  @ForEveryone()
  async show(
    @QueryParts(before) { before: cursor = null }: { before?: string | null },
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const threads = await this.threads.for(asking.visitor.audience).recent(cursor);
      return {
        page: h(RecentPage, { ui, threads, before: cursor }),
        ...sliceAddress('/recent', cursor, threads.next),
        atDoor: true,
        tags: [tagOf.lists],
        slots: this.unread.of(threads.rows),
      };
    });
  }
}
