import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Writer } from '../database/writer.js';
import { NewsWire } from '../events/news-wire.js';

const MOST_KEPT = 10_000;
/** Above this number the masthead says only that there are many. */
export const MOST_COUNTED = 99;

/**
 * How many notices somebody has not seen: in the masthead of every page of theirs, so it is kept until news say
 * otherwise.
 */
@Injectable()
export class Unseen {
  private readonly kept = new LRUCache<number, number>({ max: MOST_KEPT });
  /** Counts the news, so that a number read before some news is not kept after it. */
  private drops = 0;
  private deaf = false;

  constructor(
    private readonly writer: Writer,
    wire: NewsWire,
  ) {
    const forget = ({ member }: { member: number }): void => this.forget(member);
    wire.on('NoticesChanged', forget);
    wire.onAhead((news) => {
      if (news.news === 'NoticesChanged') forget(news);
    });
    wire.onDeaf(() => {
      this.deaf = true;
      this.kept.clear();
    });
    wire.onMissed(() => {
      this.deaf = false;
      this.kept.clear();
    });
  }

  /** At most MOST_COUNTED. */
  async of(member: number): Promise<number> {
    const known = this.kept.get(member);
    if (known !== undefined) return known;
    const drops = this.drops;
    const [row] = await this.writer.query<{ count: number }>(
      `select count(*)::int as count from (select from private.notice where member_id = $1 and seen_at is null
        limit ${MOST_COUNTED}) n`,
      [member],
    );
    const count = row?.count ?? 0;
    if (!this.deaf && drops === this.drops) this.kept.set(member, count);
    return count;
  }

  private forget(member: number): void {
    this.drops++;
    this.kept.delete(member);
  }
}
