import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { NewsWire } from '../events/news-wire.js';

// How many of the last publications are looked at. If moderators read only two messages of five before they appear,
// forty of these have waited: still more than FEWEST.
const PUBLICATIONS = 100;
// With fewer posts the figure would show the habits of one moderator, and might reveal a single refusal.
const FEWEST = 20;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * How long it took from the writing of a message to its publication, for the last publications that everyone may read.
 * It is made from published posts alone, so it says nothing of posts that were refused or wait. Posts that were
 * published at once are left out: they say nothing about the wait.
 */
@Injectable()
export class UsualDelay {
  private kept: Promise<number | null> | null = null;

  constructor(
    private readonly reader: Reader,
    wire: NewsWire,
  ) {
    const drop = (): void => void (this.kept = null);
    wire.on('ThreadPublished', drop);
    wire.on('PostPublished', drop);
    wire.on('CategoryChanged', drop);
    wire.onMissed(drop);
  }

  /**
   * The median in milliseconds, in whole minutes and from an hour on in whole hours; null before
   * twenty publications that waited.
   */
  get(): Promise<number | null> {
    if (this.kept !== null) return this.kept;
    const reading = this.read();
    this.kept = reading;
    reading.catch(() => {
      if (this.kept === reading) this.kept = null;
    });
    return reading;
  }

  /**
   * The last N publications are in at most N threads, those with the latest posts; each category gives them from its
   * own index, so that neither the table's size nor a busy category for members makes it slow.
   */
  private async read(): Promise<number | null> {
    const [row] = await this.reader.query<{ delay: number | null; waited: number }>(
      `select (extract(epoch from percentile_cont(0.5) within group (order by p.published_at - p.written_at)
         filter (where p.published_at > p.written_at)) * 1000)::float8 as "delay",
         (count(*) filter (where p.published_at > p.written_at))::int as "waited"
       from (
         select p.published_at, p.written_at
         from (
           select t.id from category c
           cross join lateral (
             select t.id, t.last_post_at from thread t where t.category_id = c.id
             order by t.last_post_at desc, t.id desc limit $1
           ) t
           where c.audience = 'everyone' order by t.last_post_at desc limit $1
         ) t
         cross join lateral (
           select p.published_at, p.written_at from post p where p.thread_id = t.id and p.gone is distinct from 'moved'
             order by p.number desc limit $1
         ) p
         order by p.published_at desc limit $1
       ) p`,
      [PUBLICATIONS],
    );
    return row?.delay == null || row.waited < FEWEST ? null : rounded(row.delay);
  }
}

function rounded(delay: number): number {
  const unit = delay < HOUR ? MINUTE : HOUR;
  return Math.max(MINUTE, Math.round(delay / unit) * unit);
}
