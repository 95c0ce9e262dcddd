import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { KeptUntilNews } from '../events/kept-until-news.js';
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
  private readonly kept: KeptUntilNews<number, number>;

  constructor(
    private readonly writer: Writer,
    wire: NewsWire,
  ) {
    this.kept = new KeptUntilNews(wire, {
      most: MOST_KEPT,
      untrue: (heard) => (heard.news === 'NoticesChanged' ? [heard.member] : []),
    });
  }

  /** At most MOST_COUNTED. */
  of(member: number): Promise<number> {
    return this.kept.get(member, async () => {
      const [row] = await this.writer.query<{ count: number }>(
        `select count(*)::int as count from (select from private.notice where member_id = $1 and seen_at is null
          limit ${MOST_COUNTED}) n`,
        [member],
      );
      return row?.count ?? 0;
    });
  }
}
