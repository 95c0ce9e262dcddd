import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { RecentPage } from '../../client/pages/recent-page.js';
import { Threads } from '../threads/threads.js';
import type { Visitor } from '../visitors/visitor.js';
import { before } from './address-parts.js';
import { CurrentVisitor } from './current-visitor.js';
import { QueryParts } from './input.js';
import { ForEveryone } from './marks.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import { sliceAddress } from './page-cache/slice-address.js';
import { tagOf } from './page-cache/tags.js';
import { UnreadSlots } from './unread-slots.js';

@Controller('recent')
export class RecentController {
  constructor(private readonly threads: Threads, private readonly unread: UnreadSlots, private readonly pages: AudiencePages) {}

  @Get()
  @ForEveryone()
  async show(
    @CurrentVisitor() visitor: Visitor, @QueryParts(before) { before: cursor = null }: { before?: string | null },
    @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer(request, reply, async (ui) => {
      const threads = await this.threads.for(visitor.audience).recent(cursor);
      return {
        page: h(RecentPage, { ui, threads, before: cursor }),
        ...sliceAddress('/recent', cursor, threads.next),
        tags: [tagOf.lists],
        slots: this.unread.of(threads.rows),
      };
    });
  }
}
