import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { DeskPage } from '../../client/pages/desk-page.js';
import { Queue } from '../desk/queue.js';
import { before as beforeSchema } from './address-parts.js';
import { Asked, type Asking } from './asking.js';
import { QueryParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { doneQuery } from './path-parts.js';

const query = z.object({ ...beforeSchema.shape, ...doneQuery.shape });

/** The queue, oldest first. */
@Controller('desk')
export class DeskController {
  constructor(private readonly queue: Queue, private readonly pages: Pages) {}

  @Get()
  @ForModerators()
  async show(@QueryParts(query) { before, done }: z.infer<typeof query>, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    const [cards, waiting] = await Promise.all([this.queue.page(visitor, before), this.queue.waiting(visitor)]);
    const ui = this.pages.ui(visitor, request);
    if (cards.next !== null) void reply.header('link', `</desk?before=${cards.next}>; rel="next"`);
    await this.pages.send(reply, h(DeskPage, { ui, cards, waiting, before: before ?? null, done: done ?? null }));
  }
}
