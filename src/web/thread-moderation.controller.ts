import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../clock/clock.js';
import { Marks } from '../desk/moving/marks.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { type ThreadPath, threadPath } from './path-parts.js';
import { ThreadModeration } from './thread-moderation.js';

const answer = z.enum(['yes', 'no'], 'wrong-value');
const sentLock = z.strictObject({ locked: answer });
const sentPin = z.strictObject({ pinned: answer });

/** What moderators do with a whole thread: the page that says what will happen, and the doing. */
@Controller('desk/thread/:id')
export class ThreadModerationController {
  constructor(private readonly marks: Marks, private readonly moderation: ThreadModeration, private readonly clock: Clock) {}

  @Get()
  @ForModerators()
  async show(@PathParts(threadPath) { id }: ThreadPath, @Asked() asking: Asking): Promise<void> {
    await this.moderation.draw(asking, id, { errors: null });
  }

  @Post('lock')
  @ForModerators()
  async lock(@PathParts(threadPath) { id }: ThreadPath, @Fields(sentLock) { locked }: z.infer<typeof sentLock>, @Asked() asking: Asking): Promise<void> {
    await this.moderation.act(asking, id, () => this.marks.mark(asking.visitor, id, locked === 'yes' ? 'lock' : 'unlock', this.clock.now()));
  }

  @Post('pin')
  @ForModerators()
  async pin(@PathParts(threadPath) { id }: ThreadPath, @Fields(sentPin) { pinned }: z.infer<typeof sentPin>, @Asked() asking: Asking): Promise<void> {
    await this.moderation.act(asking, id, () => this.marks.mark(asking.visitor, id, pinned === 'yes' ? 'pin' : 'unpin', this.clock.now()));
  }
}
