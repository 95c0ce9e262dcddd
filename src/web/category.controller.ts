import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { CategoryPage } from '../../client/pages/category-page.js';
import { categoryAddress } from '../../client/parts/address.js';
import { Categories } from '../categories/categories.js';
import { NotFound } from '../errors/errors.js';
import { Threads } from '../threads/threads.js';
import type { Visitor } from '../visitors/visitor.js';
import { before } from './address-parts.js';
import { CurrentVisitor } from './current-visitor.js';
import { PathParts, QueryParts } from './input.js';
import { ForEveryone } from './marks.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import { sliceAddress } from './page-cache/slice-address.js';
import { tagOf } from './page-cache/tags.js';
import { UnreadSlots } from './unread-slots.js';

const path = z.strictObject({ slug: z.string().max(200) });

@Controller('category/:slug')
export class CategoryController {
  constructor(
    private readonly categories: Categories,
    private readonly threads: Threads,
    private readonly unread: UnreadSlots,
    private readonly pages: AudiencePages,
  ) {}

  @Get()
  @ForEveryone()
  async show(
    @CurrentVisitor() visitor: Visitor, @PathParts(path) { slug }: z.infer<typeof path>,
    @QueryParts(before) { before: cursor = null }: { before?: string | null }, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer(request, reply, async (ui) => {
      const category = await this.categories.for(visitor.audience).bySlug(slug);
      if (category === null) throw new NotFound();
      const reader = this.threads.for(visitor.audience);
      const [threads, pinned] = await Promise.all([reader.inCategory(category.id, cursor), cursor === null ? reader.pinnedIn(category.id) : []]);
      return {
        page: h(CategoryPage, { ui, category, pinned, threads, before: cursor }),
        ...sliceAddress(categoryAddress(category), cursor, threads.next),
        tags: [tagOf.category(category.id)],
        slots: this.unread.of([...pinned, ...threads.rows]),
      };
    });
  }
}
