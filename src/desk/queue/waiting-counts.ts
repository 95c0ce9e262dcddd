import { Injectable } from '@nestjs/common';
import type { News } from '../../events/news.js';
import { KeptUntilNews } from '../../events/kept-until-news.js';
import { NewsWire } from '../../events/news-wire.js';
import type { Visitor } from '../../visitors/visitor.js';
import { Queue } from './queue.js';

/** More than the moderators of any forum of ours who are there at the same time. */
const MOST_KEPT = 1_000;
/**
 * A count is kept for ten seconds at most, because two things change it without news: a suspension that ends by time,
 * after which another moderator may decide an appeal; and imports, which tell nobody what they bring.
 */
const LONGEST = 10_000;

/** What may change who has to decide something, or how many must. */
const CHANGES = new Set<News['news']>([
  'QueueChanged',
  'CategoryChanged',
  'MemberChanged',
  'PostTakenDown',
  'PostChanged',
]);

/**
 * How many wait at the desk of a moderator: in the masthead of every page of theirs, so it is kept until news say
 * otherwise.
 */
@Injectable()
export class WaitingCounts {
  private readonly kept: KeptUntilNews<string, number>;

  constructor(
    private readonly queue: Queue,
    wire: NewsWire,
  ) {
    this.kept = new KeptUntilNews(wire, {
      most: MOST_KEPT,
      longest: LONGEST,
      untrue: ({ news }) => (CHANGES.has(news) ? 'all' : []),
    });
  }

  of(moderator: Visitor, now: Date): Promise<number> {
    const { member, desk } = moderator;
    return this.kept.get(`${member?.id ?? ''} ${desk?.join(' ') ?? 'all'}`, () => this.queue.waiting(moderator, now));
  }
}
