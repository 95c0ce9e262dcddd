import { Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { Durings } from '../../desk/during/durings.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { ThreadModeration } from './thread-moderation.js';

const sentDuring = z.strictObject({ members: z.enum(['yes', 'no'], 'wrong-value') });

/** Known members are not held in the thread of a workshop while it runs, or are held there again. */
@Controller('desk/thread/:id')
export class ThreadDuringController {
  constructor(
    private readonly durings: Durings,
    private readonly moderation: ThreadModeration,
  ) {}

  @Post('during')
  @ForModerators()
  async set(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentDuring) { members }: z.infer<typeof sentDuring>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.moderation.act(asking, id, () => this.durings.set(asking.visitor, id, members === 'yes', asking.now));
  }
}
