import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { DeskPage } from '../../client/pages/desk-page.js';
import { queueAddress } from '../../client/parts/queue-address.js';
import { Clock } from '../clock/clock.js';
import { DecisionLog } from '../desk/decision-log.js';
import { Presence } from '../desk/presence.js';
import { Queue } from '../desk/queue.js';
import { Counting } from '../desk/queue-counts.js';
import { Asked, type Asking } from './asking.js';
import { QueryParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { doneQuery } from './path-parts.js';
import { placeOf, queueQuery } from './queue-query.js';

const query = z.object({ ...queueQuery.shape, ...doneQuery.shape, hand: z.string().max(40).optional() });

/** The queue, oldest first. */
@Controller('desk')
export class DeskController {
  constructor(
    private readonly queue: Queue, private readonly counting: Counting, private readonly presence: Presence, private readonly log: DecisionLog,
    private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForModerators()
  async show(@QueryParts(query) { done, hand, ...asked }: z.infer<typeof query>, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    const place = placeOf(asked);
    const now = this.clock.now();
    const wanted = { filter: place.filter, now };
    const { author, q } = place.filter;
    const [cards, counts, all, colleagues, line] = await Promise.all([
      this.queue.page(visitor, place.before ?? undefined, wanted), this.counting.of(visitor, wanted),
      // Without these two the counts know how many wait at all.
      author === undefined && q === undefined ? null : this.queue.waiting(visitor),
      this.presence.colleagues(visitor, now), done === undefined ? null : this.log.line(visitor, done, now), this.presence.note(visitor, now),
    ]);
    const ui = this.pages.ui(visitor, request);
    if (cards.next !== null) void reply.header('link', `<${queueAddress({ ...place, before: cards.next })}>; rel="next"`);
    await this.pages.send(reply, h(DeskPage, {
      ui, place, cards, counts, waiting: all ?? counts.all, colleagues, me: visitor.member?.id ?? 0, hand: hand ?? null, done: line,
    }));
  }
}
