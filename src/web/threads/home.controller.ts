import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { HomePage } from '../../../client/threads/home-page.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { ListPieces } from '../kit/list-pieces.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { HomeLists } from './home-lists.js';
import { UnreadSlots } from './unread-slots.js';

@Controller()
export class HomeController {
  constructor(
    private readonly lists: HomeLists,
    private readonly pieces: ListPieces,
    private readonly unread: UnreadSlots,
    private readonly pages: AudiencePages,
  ) {}

  /** The categories with their last threads, and the last threads of all. */
  @Get('/')
  @ForEveryone()
  async show(@Asked() asking: Asking): Promise<Answer> {
    const { audience } = asking.visitor;
    return this.pages.for(asking, async (ui) => {
      const [lists, coming] = await Promise.all([this.lists.for(audience), this.pieces.of(null, audience, ui)]);
      return {
        page: h(HomePage, { ui, coming, ...lists }),
        address: '/',
        atDoor: true,
        tags: [tagOf.lists],
        slots: this.unread.of([...lists.categories.flatMap(({ threads }) => threads), ...lists.recent]),
      };
    });
  }
}
