import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { MembersPage } from '../../client/pages/members-page.js';
import { Clock } from '../clock/clock.js';
import { Categories } from '../categories/categories.js';
import { Directory } from '../members/directory.js';
import { Roles } from '../members/roles.js';
import { Visitor } from '../visitors/visitor.js';
import { Visitors } from '../visitors/visitors.js';
import { CurrentVisitor } from './current-visitor.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForAdministrators } from './marks.js';
import { Pages } from './pages.js';

const id = z.string().regex(/^[1-9]\d{0,8}$/).transform(Number);
const listQuery = z.object({ before: id.optional(), saved: z.literal('yes').optional() });
const memberPath = z.object({ id });
const roleFields = z.strictObject({
  role: z.enum(['member', 'moderator', 'organizer', 'administrator']),
  // One tick is a text, several are a list.
  categories: z.union([id.transform((one) => [one]), z.array(id).max(500)]).default([]),
});

@Controller('members')
export class MembersController {
  constructor(
    private readonly directory: Directory,
    private readonly roles: Roles,
    private readonly categories: Categories,
    private readonly visitors: Visitors,
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForAdministrators()
  async list(
    @QueryParts(listQuery) { before, saved }: z.infer<typeof listQuery>, @CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply,
  ): Promise<void> {
    const [members, categories] = await Promise.all([this.directory.page(before ?? null, this.clock.now()), this.categories.for('staff').all()]);
    const ui = this.pages.ui(visitor, reply.request);
    const page = h(MembersPage, { ui, members, categories, before: before === undefined ? null : String(before), saved: saved !== undefined });
    await this.pages.send(reply, page);
  }

  @Post(':id/role')
  @ForAdministrators()
  async changeRole(
    @PathParts(memberPath) path: z.infer<typeof memberPath>, @Fields(roleFields) { role, categories }: z.infer<typeof roleFields>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.roles.change(path.id, role, this.clock.now(), categories);
    this.visitors.forgetMember(path.id);
    await reply.redirect('/members?saved=yes', 303);
  }
}
