import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { HomePage } from '../../client/pages/home-page.js';
import { Categories } from '../categories/categories.js';
import { Threads } from '../threads/threads.js';
import { UsualDelay } from '../threads/usual-delay.js';
import type { Visitor } from '../visitors/visitor.js';
import { CurrentVisitor } from './current-visitor.js';
import { ForEveryone } from './marks.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import { tagOf } from './page-cache/tags.js';
import { UnreadSlots } from './unread-slots.js';

const THREADS_EACH = 3;
const RECENT = 10;

@Controller()
export class HomeController {
  constructor(
    private readonly categories: Categories,
    private readonly threads: Threads,
    private readonly delay: UsualDelay,
    private readonly unread: UnreadSlots,
    private readonly pages: AudiencePages,
  ) {}

  /** The categories with their last threads, and the last threads of all. */
  @Get('/')
  @ForEveryone()
  async show(@CurrentVisitor() visitor: Visitor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async (ui) => {
      const threads = this.threads.for(visitor.audience);
      const [categories, latest, recent, usualDelay] = await Promise.all([
        this.categories.for(visitor.audience).all(), threads.latestByCategory(THREADS_EACH), threads.recent(), this.delay.get(),
      ]);
      const page = h(HomePage, {
        ui,
        categories: categories.map((category) => ({ category, threads: latest.filter((row) => row.thread.category.id === category.id) })),
        recent: recent.rows.slice(0, RECENT),
        usualDelay,
      });
      return { page, address: '/', tags: [tagOf.lists], slots: this.unread.of([...latest, ...recent.rows.slice(0, RECENT)]) };
    });
  }
}
