import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { threadAddress } from '../../client/parts/address.js';
import { NotFound } from '../errors/errors.js';
import { Threads } from '../threads/threads.js';
import type { Visitor } from '../visitors/visitor.js';
import { wholeNumber } from './address-parts.js';
import { CurrentVisitor } from './current-visitor.js';
import { PathParts } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';

const path = z.strictObject({ id: wholeNumber, anchor: z.string().regex(/^forum\d{1,12}$/) });

@Controller('thread/:id/anchors/:anchor')
export class AnchorsController {
  constructor(private readonly threads: Threads, private readonly limits: Limits) {}

  /**
   * Leads to the message that had this anchor where it came from. To its own anchor and not to that one, so that a page
   * that asks here for what it does not hold is never led back to ask again.
   */
  @Get()
  @ForEveryone()
  async lead(
    @CurrentVisitor() visitor: Visitor, @PathParts(path) { id, anchor }: z.infer<typeof path>,
    @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take('read', request);
    const threads = this.threads.for(visitor.audience);
    const thread = await threads.thread(id);
    const number = thread === null ? null : await threads.numberOf(thread, anchor);
    const at = thread === null || number === null ? null : await threads.place(thread.id, number);
    if (at === null) throw new NotFound();
    await reply.redirect(`${threadAddress(at.thread, await threads.pageOf(at.thread, at.number))}#post-${at.number}`, 302);
  }
}
