import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Asked, type Asking } from './asking.js';
import { DeskPages } from './desk-pages.js';
import { QueryParts } from './input.js';
import { ForModerators } from './marks.js';
import { doneQuery } from './path-parts.js';
import { placeOf, queueQuery } from './queue-query.js';

const query = z.object({ ...queueQuery.shape, ...doneQuery.shape, hand: z.string().max(40).optional() });

/** The queue, oldest first. */
@Controller('desk')
export class DeskController {
  constructor(private readonly pages: DeskPages) {}

  @Get()
  @ForModerators()
  async show(@QueryParts(query) { done, hand, ...asked }: z.infer<typeof query>, @Asked() asking: Asking): Promise<void> {
    await this.pages.send(asking, { place: placeOf(asked), done, hand });
  }
}
