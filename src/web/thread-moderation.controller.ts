import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { CategoryChangePage } from '../../client/pages/category-change-page.js';
import { MergeLookPage } from '../../client/pages/merge-look-page.js';
import { Clock } from '../clock/clock.js';
import { Marks } from '../desk/moving/marks.js';
import { Merges } from '../desk/moving/merges.js';
import { ThreadCategories } from '../desk/moving/thread-categories.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { type ThreadPath, threadPath } from './path-parts.js';
import { type SentCategory, sentCategory, type SentLock, sentLock, type SentMerge, sentMerge, type SentPin, sentPin, targetThread } from './sent-moves.js';
import { ThreadModeration } from './thread-moderation.js';

/** What moderators do with a whole thread: the page that says what will happen, and the doing. */
@Controller('desk/thread/:id')
export class ThreadModerationController {
  constructor(
    private readonly marks: Marks, private readonly categories: ThreadCategories, private readonly merges: Merges,
    private readonly moderation: ThreadModeration, private readonly clock: Clock,
  ) {}

  @Get()
  @ForModerators()
  async show(@PathParts(threadPath) { id }: ThreadPath, @Asked() asking: Asking): Promise<void> {
    await this.moderation.draw(asking, id, { errors: null });
  }

  @Post('lock')
  @ForModerators()
  async lock(@PathParts(threadPath) { id }: ThreadPath, @Fields(sentLock) { locked }: SentLock, @Asked() asking: Asking): Promise<void> {
    await this.moderation.act(asking, id, () => this.marks.mark(asking.visitor, id, locked === 'yes' ? 'lock' : 'unlock', this.clock.now()));
  }

  @Post('pin')
  @ForModerators()
  async pin(@PathParts(threadPath) { id }: ThreadPath, @Fields(sentPin) { pinned }: SentPin, @Asked() asking: Asking): Promise<void> {
    await this.moderation.act(asking, id, () => this.marks.mark(asking.visitor, id, pinned === 'yes' ? 'pin' : 'unpin', this.clock.now()));
  }

  @Post('category')
  @ForModerators()
  async category(@PathParts(threadPath) { id }: ThreadPath, @Fields(sentCategory) sent: SentCategory, @Asked() asking: Asking): Promise<void> {
    const { visitor } = asking;
    if (sent.action === 'do') await this.moderation.act(asking, id, () => this.categories.change(visitor, id, { from: sent.from, to: sent.category }, this.clock.now()));
    else await this.moderation.look(asking, id, async (ui, thread) => h(CategoryChangePage, { ui, thread, to: await this.categories.one(visitor, sent.category) }));
  }

  @Post('merge')
  @ForModerators()
  async merge(@PathParts(threadPath) { id }: ThreadPath, @Fields(sentMerge) sent: SentMerge, @Asked() asking: Asking): Promise<void> {
    const { visitor } = asking;
    if (sent.action === 'do') await this.moderation.act(asking, id, () => this.merges.merge(visitor, id, targetThread(sent.to), this.clock.now()), sent);
    else await this.moderation.look(asking, id, async (ui) => h(MergeLookPage, { ui, ...(await this.merges.plan(visitor, id, targetThread(sent.to))) }), sent);
  }
}
