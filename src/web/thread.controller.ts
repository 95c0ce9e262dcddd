import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { ThreadPage, type ThreadPageProps } from '../../client/pages/thread-page.js';
import { threadAddress } from '../../client/parts/address.js';
import { NotFound } from '../errors/errors.js';
import { orderOf, pagesOf } from '../threads/audience-threads.js';
import { Threads } from '../threads/threads.js';
import type { Visitor } from '../visitors/visitor.js';
import { wholeNumber } from './address-parts.js';
import { stillDone } from './back-to-desk.js';
import { CurrentVisitor } from './current-visitor.js';
import { PathParts, QueryParts } from './input.js';
import { ForEveryone } from './marks.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import type { Drawing } from './page-cache/drawing.js';
import { tagOf } from './page-cache/tags.js';
import { Moved } from './passing.js';
import { ThreadSlots } from './thread-slots.js';
import type { Ui } from '../../client/ui.js';

const path = z.strictObject({ id: wholeNumber, slug: z.string().max(300) });
const withoutSlug = path.omit({ slug: true });
const query = z.strictObject({ page: wholeNumber.optional() });

interface AskedPage {
  id: number;
  slug: string | null;
  page: number | undefined;
  request: FastifyRequest;
}

@Controller('thread/:id')
export class ThreadController {
  constructor(private readonly threads: Threads, private readonly slots: ThreadSlots, private readonly pages: AudiencePages) {}

  @Get(':slug')
  @ForEveryone()
  async show(
    @CurrentVisitor() visitor: Visitor, @PathParts(path) { id, slug }: z.infer<typeof path>,
    @QueryParts(query) { page }: z.infer<typeof query>, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer(request, reply, (ui) => this.draw(ui, visitor, { id, slug, page, request }));
  }

  /** Without its title: whoever cut the address short is led to the whole one. */
  @Get()
  @ForEveryone()
  async lead(
    @CurrentVisitor() visitor: Visitor, @PathParts(withoutSlug) { id }: z.infer<typeof withoutSlug>,
    @QueryParts(query) { page }: z.infer<typeof query>, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer(request, reply, (ui) => this.draw(ui, visitor, { id, slug: null, page, request }));
  }

  /** The thread before its posts: a change made between the two is then asked for again, and never missed. */
  private async draw(ui: Ui, visitor: Visitor, asked: AskedPage): Promise<Drawing<ThreadPageProps>> {
    const reader = this.threads.for(visitor.audience);
    const thread = await reader.thread(asked.id);
    const { page = 1 } = asked;
    // Its pages were others before it was merged.
    if (thread !== null && thread.id !== asked.id) throw new Moved(stillDone(threadAddress(thread), asked.request));
    if (thread === null || page > pagesOf(thread)) throw new NotFound();
    const address = threadAddress(thread, page);
    if (asked.slug !== thread.slug || asked.page === 1) throw new Moved(address);
    const posts = await reader.page(thread.id, page, orderOf(thread));
    if (posts.length === 0) throw new NotFound();
    const pages = pagesOf(thread);
    return {
      page: h(ThreadPage, { ui, thread, posts, page, pages }),
      address,
      next: page < pages ? threadAddress(thread, page + 1) : null,
      previous: page > 1 ? threadAddress(thread, page - 1) : null,
      tags: [tagOf.thread(thread.id)],
      slots: this.slots.of(thread, posts, page === pages),
    };
  }
}
