import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { DeskPage } from '../../client/pages/desk-page.js';
import { queueAddress, type QueuePlace } from '../../client/parts/queue-address.js';
import { Clock } from '../clock/clock.js';
import { DecisionLog } from '../desk/decision-log.js';
import { Presence } from '../desk/presence.js';
import { Queue } from '../desk/queue.js';
import { Counting } from '../desk/queue-counts.js';
import type { Asking } from './asking.js';
import { Pages } from './pages.js';

export interface DeskAsked {
  place: QueuePlace;
  /** The decision just taken. */
  done?: string | undefined;
  /** The card in hand. */
  hand?: string | undefined;
  /** What is ticked, here and on other pages: `id:version`. */
  ticked?: readonly string[];
}

/** The queue's page, asked for by a link or by turning it over with a form that keeps the ticks. */
@Injectable()
export class DeskPages {
  constructor(
    private readonly queue: Queue, private readonly counting: Counting, private readonly presence: Presence, private readonly log: DecisionLog,
    private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  async send({ visitor, request, reply }: Asking, { place, done, hand, ticked = [] }: DeskAsked): Promise<void> {
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
      ui, place, cards, counts, waiting: all ?? counts.all, colleagues, ticked, me: visitor.member?.id ?? 0, hand: hand ?? null, done: line,
    }));
  }
}
