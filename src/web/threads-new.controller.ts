import { Controller, Get, Post } from '@nestjs/common';
import { NOTHING_WRITTEN } from '../../client/parts/written.js';
import { Categories } from '../categories/categories.js';
import { Clock } from '../clock/clock.js';
import { Forbidden, NotFound } from '../errors/errors.js';
import { refusal } from '../screening/screen.js';
import type { VisibleCategory } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';
import { type CategoryPath, categoryPath } from './path-parts.js';
import { Sending } from './sending.js';
import { sentThread, type SentThread } from './sent-fields.js';
import { WritingPages } from './writing-pages.js';

/** New threads of a category: the form, its preview, the sending. */
@Controller('category/:slug/threads')
export class ThreadsNewController {
  constructor(
    private readonly categories: Categories, private readonly drawn: WritingPages, private readonly sending: Sending,
    private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get('new')
  @ForEveryone()
  async show(@PathParts(categoryPath) { slug }: CategoryPath, @Asked() asking: Asking): Promise<void> {
    const category = await this.category(asking.visitor, slug);
    const refused = refusal({ visitor: asking.visitor, kind: 'thread', category, article: null, lastPostAt: null, locked: false, now: this.clock.now() });
    if (refused !== null) throw new Forbidden(refused);
    await this.drawn.form(asking, { kind: 'thread', category }, { written: NOTHING_WRITTEN, errors: null });
  }

  @Post()
  @ForEveryone()
  async create(@PathParts(categoryPath) { slug }: CategoryPath, @Fields(sentThread) sent: SentThread, @Asked() asking: Asking): Promise<void> {
    const category = await this.category(asking.visitor, slug);
    const language = this.pages.writtenIn(asking.request);
    await this.sending.answer(asking, { kind: 'thread', category }, sent, language);
  }

  private async category(visitor: Visitor, slug: string): Promise<VisibleCategory> {
    const category = await this.categories.for(visitor.audience).bySlug(slug);
    if (category === null) throw new NotFound();
    return category;
  }
}
