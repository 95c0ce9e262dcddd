import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { threadAddress } from '../../client/parts/address.js';
import { Post } from '../../client/parts/post.js';
import { fillSlots } from '../../client/slots.js';
import { NotFound } from '../errors/errors.js';
import { Threads } from '../threads/threads.js';
import type { Visitor } from '../visitors/visitor.js';
import { wholeNumber, wholeNumberOrZero } from './address-parts.js';
import { CurrentVisitor } from './current-visitor.js';
import { PathParts, QueryParts } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';
import { ThreadSlots } from './thread-slots.js';

const path = z.strictObject({ id: wholeNumber });
const query = z.strictObject({ after: wholeNumberOrZero.default(0), changes: wholeNumberOrZero.optional() });

@Controller('thread/:id/posts')
export class PostsSinceController {
  constructor(
    private readonly threads: Threads, private readonly slots: ThreadSlots,
    private readonly limits: Limits, private readonly pages: Pages,
  ) {}

  /**
   * What an open page missed: fragments as the page itself has them. `Palabre-Changes` is the change to ask from next
   * time; without `changes` only what is new is given.
   */
  @Get()
  @ForEveryone()
  async show(
    @CurrentVisitor() visitor: Visitor, @PathParts(path) { id }: z.infer<typeof path>,
    @QueryParts(query) { after, changes }: z.infer<typeof query>, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take('read', request);
    const reader = this.threads.for(visitor.audience);
    const thread = await reader.thread(id);
    if (thread === null) throw new NotFound();
    // The numbers that an open page knows are those of a thread that was merged since: it is told where to go.
    if (thread.id !== id) {
      reply.header('cache-control', 'no-store').header('palabre-moved', threadAddress(thread));
      return this.pages.answer(reply, '');
    }
    const since = await reader.since(thread, after, changes ?? thread.changes);
    const ui = this.pages.ui(visitor, request);
    const html = since.posts.map((post) => this.pages.fragment(h(Post, { ui, post }))).join('\n');
    if (since.more) reply.header('link', `</thread/${id}/posts?after=${since.after}&changes=${since.changes}>; rel="next"`);
    reply.header('cache-control', 'no-store').header('palabre-changes', String(since.changes));
    await this.pages.answer(reply, fillSlots(html, await this.slots.actsOf(thread, since.posts)({ visitor, ui, request })));
  }
}
