import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { KeptUntilNews } from '../events/kept-until-news.js';
import { NewsWire } from '../events/news-wire.js';
import type { Visitor } from '../visitors/visitor.js';
import type { FollowedSubmission } from './followed.js';
import { OwnSubmissions } from './own-submissions.js';

const MOST_KEPT = 10_000;
/** Whoever has something in more places is asked about with each page. */
const MOST_PLACES = 50;
/** What is stored without news, as by an import beside the forum, is found after this many milliseconds. */
const LONGEST = 60_000;

/** Where a member may have something that waits or came back. */
type Places = 'anywhere' | ReadonlySet<number>;

/**
 * What of a member's own waits in a thread, for each page of it. Almost nobody has something waiting where they read:
 * where they do is kept until something changes in the queue, so that their pages ask the database for nothing.
 */
@Injectable()
export class WaitingInThreads {
  private readonly kept: KeptUntilNews<number, Places>;

  constructor(
    private readonly own: OwnSubmissions,
    private readonly writer: Writer,
    wire: NewsWire,
  ) {
    this.kept = new KeptUntilNews(wire, {
      most: MOST_KEPT,
      longest: LONGEST,
      // The news do not say whose it was.
      untrue: ({ news }) => (news === 'QueueChanged' || news === 'PostsMoved' ? 'all' : []),
    });
  }

  /** Oldest first; empty for guests. */
  async of(thread: number, visitor: Visitor): Promise<FollowedSubmission[]> {
    const { member } = visitor;
    if (member === null) return [];
    const places = await this.kept.get(member.id, () => this.places(member.id));
    return places === 'anywhere' || places.has(thread) ? this.own.waitingIn(thread, visitor) : [];
  }

  /** The planner can't look at whom: it would plan each page anew. */
  private async places(member: number): Promise<Places> {
    const rows = await this.writer.query<{ thread: number | null; onArticle: boolean }>(
      `select distinct thread_id as thread, article is not null as "onArticle" from desk.submission
       where author_id = (select $1::int) and status in ('waiting', 'returned') limit ${MOST_PLACES + 1}`,
      [member],
    );
    // An article gets its thread when the first comment on it is published, whosever that is.
    if (rows.length > MOST_PLACES || rows.some(({ onArticle }) => onArticle)) return 'anywhere';
    return new Set(rows.flatMap(({ thread }) => thread ?? []));
  }
}
