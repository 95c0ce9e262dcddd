import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { UserPage } from '../../client/pages/user-page.js';
import { userAddress } from '../../client/parts/address.js';
import { NotFound } from '../errors/errors.js';
import { nameKey } from '../members/name-key.js';
import { Threads } from '../threads/threads.js';
import type { Visitor } from '../visitors/visitor.js';
import { before } from './address-parts.js';
import { CurrentVisitor } from './current-visitor.js';
import { PathParts, QueryParts } from './input.js';
import { ForEveryone } from './marks.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import { sliceAddress } from './page-cache/slice-address.js';
import { tagOf } from './page-cache/tags.js';
import { RecordSlot } from './record-slot.js';
import { Moved } from './passing.js';

const path = z.strictObject({ name: z.string().max(200) });

@Controller('user/:name')
export class UserController {
  constructor(private readonly threads: Threads, private readonly pages: AudiencePages, private readonly slots: RecordSlot) {}

  /** Whoever has published nothing that this visitor may read is not found, like somebody who never was. */
  @Get()
  @ForEveryone()
  async show(
    @CurrentVisitor() visitor: Visitor, @PathParts(path) { name }: z.infer<typeof path>,
    @QueryParts(before) { before: cursor = null }: { before?: string | null }, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer(request, reply, async (ui) => {
      const member = await this.threads.for(visitor.audience).byMember(nameKey(name), cursor);
      if (member === null) throw new NotFound();
      const slice = sliceAddress(userAddress(member), cursor, member.posts.next);
      if (name !== member.name) throw new Moved(slice.address);
      return { page: h(UserPage, { ui, member, posts: member.posts, before: cursor }), ...slice, tags: [tagOf.people], slots: this.slots.of(member.name) };
    });
  }
}
