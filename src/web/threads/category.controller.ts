import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { CategoryPage } from '../../../client/threads/category-page.js';
import { categoryAddress } from '../../../client/kit/address.js';
import { Categories } from '../../categories/categories.js';
import type { VisibleCategory } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { Threads } from '../../threads/threads.js';
import { before } from '../kit/address-parts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { sliceAddress } from '../kit/page-cache/slice-address.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { refusedThread } from './may-open.js';
import { ListPieces } from '../kit/list-pieces.js';
import { UnreadSlots } from './unread-slots.js';

const path = z.strictObject({ slug: z.string().max(200) });

function offered(visitor: Visitor, category: VisibleCategory, now: Date): boolean | 'account' {
  const refused = refusedThread(visitor, category, now);
  return refused === 'guests-may-not-write' ? 'account' : refused === null;
}

@Controller('category/:slug')
export class CategoryController {
  constructor(
    private readonly categories: Categories,
    private readonly threads: Threads,
    private readonly unread: UnreadSlots,
    private readonly pages: AudiencePages,
    private readonly pieces: ListPieces,
  ) {}

  @Get()
  @ForEveryone()
  async show(
    @PathParts(path) { slug }: z.infer<typeof path>,
    @QueryParts(before) { before: cursor = null }: { before?: string | null },
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const category = await this.categories.for(asking.visitor.audience).must(slug);
      const reader = this.threads.for(asking.visitor.audience);
      const [threads, pinned] = await Promise.all([
        reader.inCategory(category.id, cursor),
        cursor === null ? reader.pinnedIn(category.id) : [],
      ]);
      return {
        page: h(CategoryPage, {
          ui,
          category,
          pinned,
          threads,
          before: cursor,
          coming: cursor === null ? await this.pieces.of(category, asking.visitor.audience, ui) : null,
          opens: offered(asking.visitor, category, ui.dates.now),
        }),
        ...sliceAddress(categoryAddress(category), cursor, threads.next),
        atDoor: true,
        tags: [tagOf.category(category.id)],
        slots: this.unread.of([...pinned, ...threads.rows]),
      };
    });
  }
}
