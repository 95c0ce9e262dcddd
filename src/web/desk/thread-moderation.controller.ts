import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { CategoryChangePage } from '../../../client/desk/category-change-page.js';
import { MergeLookPage } from '../../../client/desk/merge-look-page.js';
import { Marks } from '../../desk/moving/marks.js';
import { Merges } from '../../desk/moving/merges.js';
import { ThreadCategories } from '../../desk/moving/thread-categories.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import {
  type SentCategory,
  sentCategory,
  type SentLock,
  sentLock,
  type SentMerge,
  sentMerge,
  type SentPin,
  sentPin,
  targetThread,
} from './sent-moves.js';
import { ThreadModeration } from './thread-moderation.js';

/** What moderators do with a whole thread: the page that says what will happen, and the doing. */
@Controller('desk/thread/:id')
export class ThreadModerationController {
  constructor(
    private readonly marks: Marks,
    private readonly categories: ThreadCategories,
    private readonly merges: Merges,
    private readonly moderation: ThreadModeration,
  ) {}

  @Get()
  @ForModerators()
  async show(@PathParts(threadPath) { id }: ThreadPath, @Asked() asking: Asking): Promise<Answer> {
    return this.moderation.draw(asking, id, { errors: null });
  }

  @Post('lock')
  @ForModerators()
  async lock(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentLock) { locked }: SentLock,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.moderation.act(asking, id, () =>
      this.marks.mark(asking.visitor, id, locked === 'yes' ? 'lock' : 'unlock', asking.now),
    );
  }

  @Post('pin')
  @ForModerators()
  async pin(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentPin) { pinned }: SentPin,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.moderation.act(asking, id, () =>
      this.marks.mark(asking.visitor, id, pinned === 'yes' ? 'pin' : 'unpin', asking.now),
    );
  }

  @Post('category')
  @ForModerators()
  async category(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentCategory) sent: SentCategory,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor } = asking;
    if (sent.action === 'do')
      return this.moderation.act(asking, id, () =>
        this.categories.change(visitor, id, { from: sent.from, to: sent.category }, asking.now),
      );
    else
      return this.moderation.look(asking, id, async (ui, thread) =>
        h(CategoryChangePage, { ui, thread, to: await this.categories.one(visitor, sent.category) }),
      );
  }

  @Post('merge')
  @ForModerators()
  async merge(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentMerge) sent: SentMerge,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor } = asking;
    if (sent.action === 'do')
      return this.moderation.act(
        asking,
        id,
        () => this.merges.merge(visitor, id, targetThread(sent.to), asking.now),
        sent,
      );
    else
      return this.moderation.look(
        asking,
        id,
        async (ui) => h(MergeLookPage, { ui, ...(await this.merges.plan(visitor, id, targetThread(sent.to))) }),
        sent,
      );
  }
}
