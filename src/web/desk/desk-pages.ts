import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { DeskPage } from '../../../client/desk/desk-page.js';
import { foldedCards } from '../../../client/desk/folded-cards.js';
import { queueAddress, type QueuePosition } from '../../../client/desk/queue-address.js';
import { DecisionLog } from '../../desk/decisions/decision-log.js';
import { Presence } from '../../desk/queue/presence.js';
import { Queue } from '../../desk/queue/queue.js';
import { Counting } from '../../desk/queue/queue-counts.js';
import { NewsOfDesk } from '../../live/news-of-desk.js';
import { type Answer, page } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';

export interface QueueView {
  position: QueuePosition;
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
    private readonly queue: Queue,
    private readonly counting: Counting,
    private readonly presence: Presence,
    private readonly log: DecisionLog,
    private readonly news: NewsOfDesk,
  ) {}

  async draw({ visitor, ui, now }: Asking, { position, done, hand, ticked = [] }: QueueView): Promise<Answer> {
    // Before anything is read, so that what comes meanwhile counts as missed.
    const last = this.news.last(visitor.desk);
    const wanted = { filter: position.filter, now };
    const { author, q } = position.filter;
    const reading = this.queue.page(visitor, position.before ?? undefined, wanted);
    const [cards, counts, all, colleagues, line] = await Promise.all([
      reading,
      this.counting.of(visitor, wanted, position.before === null ? reading.then(({ rows }) => rows) : undefined),
      // Without a search for an author or words, the counts already hold the number of all that wait.
      author === undefined && q === undefined ? null : this.queue.waiting(visitor, now),
      this.presence.colleagues(visitor, now),
      done === undefined ? null : this.log.line(visitor, done, now),
      this.presence.note(visitor, now),
    ]);
    const next = cards.next === null ? null : queueAddress({ ...position, before: cards.next });
    const shown = { position, cards, counts, waiting: all ?? counts.all, colleagues, ticked, last };
    const props = { ui, ...shown, me: visitor.member?.id ?? 0, hand: hand ?? null, done: line };
    return page(h(DeskPage, props), {
      parts: foldedCards(props),
      headers: next === null ? {} : { link: `<${next}>; rel="next"` },
      waiting: shown.waiting,
    });
  }
}
