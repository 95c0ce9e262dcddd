import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { threadAddress } from '../../client/parts/address.js';
import { NotFound } from '../errors/errors.js';
import { Threads } from '../threads/threads.js';
import type { Visitor } from '../visitors/visitor.js';
import { wholeNumber } from './address-parts.js';
import { stillDone } from './back-to-desk.js';
import { CurrentVisitor } from './current-visitor.js';
import { PathParts } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';

const path = z.strictObject({ id: wholeNumber, number: wholeNumber });

@Controller('thread/:id/posts/:number')
export class PermalinkController {
  constructor(private readonly threads: Threads, private readonly limits: Limits) {}

  /** Leads to the page that a post stands on today; its number is its name and never changes, or leads on. */
  @Get()
  @ForEveryone()
  async lead(
    @CurrentVisitor() visitor: Visitor, @PathParts(path) { id, number }: z.infer<typeof path>,
    @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take('read', request);
    const threads = this.threads.for(visitor.audience);
    const at = await threads.place(id, number);
    if (at === null) throw new NotFound();
    const page = threadAddress(at.thread, await threads.pageOf(at.thread, at.number));
    await reply.redirect(`${stillDone(page, request)}#post-${at.number}`, 302);
  }
}
