import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { DeskPages } from './desk-pages.js';
import { QueryParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { doneQuery } from '../kit/path-parts.js';
import { positionOf, queueQuery } from './queue-query.js';

const query = z.object({ ...queueQuery.shape, ...doneQuery.shape, hand: z.string().max(40).optional() });

/** The queue, oldest first. */
@Controller('desk')
export class DeskController {
  constructor(private readonly pages: DeskPages) {}

  @Get()
  @ForModerators()
  async show(
    @QueryParts(query) { done, hand, ...asked }: z.infer<typeof query>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.draw(asking, { position: positionOf(asked), done, hand });
  }
}
