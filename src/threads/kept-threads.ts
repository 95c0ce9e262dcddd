import { Injectable } from '@nestjs/common';
import { KeptUntilNews } from '../events/kept-until-news.js';
import type { News } from '../events/news.js';
import { NewsWire } from '../events/news-wire.js';
import { Threads } from './threads.js';
import type { Audience, VisibleThread } from './visible.js';

const MOST_KEPT = 1_000;
/** What is written without news, as by an import beside the forum, is found after this many milliseconds. */
const LONGEST = 60_000;
/** All others may change what is said of a thread, or who may read it. */
const OF_NO_THREAD = new Set<News['news']>([
  'QueueChanged',
  'ClaimChanged',
  'NoticesChanged',
  'LanguageChosen',
  'SessionEnded',
  'MonthCounted',
]);

/**
 * Where something is sent to, for whoever sends: ten who answer in one thread in the same moment ask the database for
 * it once, and then not again until some news. Whether they may write there is asked anew when it is stored, behind a
 * lock.
 */
@Injectable()
export class KeptThreads {
  private readonly kept: KeptUntilNews<string, { thread: VisibleThread | null }>;

  constructor(
    private readonly threads: Threads,
    wire: NewsWire,
  ) {
    this.kept = new KeptUntilNews(wire, {
      most: MOST_KEPT,
      longest: LONGEST,
      untrue: ({ news }) => (OF_NO_THREAD.has(news) ? [] : 'all'),
    });
  }

  /** As `AudienceThreads.thread` answers it. */
  async of(audience: Audience, id: number): Promise<VisibleThread | null> {
    const read = async (): Promise<{ thread: VisibleThread | null }> => {
      return { thread: await this.threads.for(audience).thread(id) };
    };
    return (await this.kept.get(`${audience} ${id}`, read)).thread;
  }
}
