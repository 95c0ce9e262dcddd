import { Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { Ties } from '../../desk/ties/ties.js';
import { Towns } from '../../towns/towns.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { ThreadModeration } from './thread-moderation.js';

const sentTown = z.strictObject({ town: z.string().max(100, 'too-long').default('') });

/** Ties a whole thread to a town, or to none any more. */
@Controller('desk/thread/:id')
export class ThreadTownController {
  constructor(
    private readonly ties: Ties,
    private readonly towns: Towns,
    private readonly moderation: ThreadModeration,
  ) {}

  @Post('town')
  @ForModerators()
  async tie(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentTown) { town: typed }: z.infer<typeof sentTown>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const town = typed.trim();
    return this.moderation.act(
      asking,
      id,
      async () => {
        const code = town === '' ? null : (await this.towns.named(town)).code;
        return this.ties.set(asking.visitor, id, code, asking.now);
      },
      { town },
    );
  }
}
