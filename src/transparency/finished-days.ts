import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import type { Decision } from '../publishing/decision.js';

/** The decisions in the public log. A withdrawal concerns its author alone, and an agreement is not a decision yet. */
export const PUBLIC_DECISIONS = [
  'accept',
  'edit-and-accept',
  'return',
  'refuse',
  'spam',
  'take-down',
  'restore',
  'undo',
  'keep',
  'lock',
  'unlock',
  'pin',
  'unpin',
  'move',
  'split',
  'merge',
  'recategorize',
  'call',
  'uncall',
  'tie',
  'untie',
  'during',
  'not-during',
  'team-edit',
] as const satisfies readonly Decision[];

/** A decision of the last second of a day may be committed in the next one. */
export const GRACE = 10 * 60_000;
const ROUND = 10 * 60_000;

/**
 * Counts each day of the desk once, when it is over, into a table that everybody may read. Readers never come near the
 * log itself, and nothing of a day is told before its end.
 */
@Injectable()
export class FinishedDays implements OnApplicationBootstrap, OnApplicationShutdown {
  private rounds: NodeJS.Timeout | null = null;

  constructor(
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.guarded();
    this.rounds = setInterval(() => void this.guarded(), ROUND).unref();
  }

  onApplicationShutdown(): void {
    if (this.rounds !== null) clearInterval(this.rounds);
  }

  /** All days that are over at `now` in the site's time zone and not counted yet. Many processes may ask at once. */
  async count(now: Date): Promise<void> {
    const until = new Date(now.getTime() - GRACE);
    const [due] = await this.writer.query(
      `select 1 from desk.counted_until u, site where u.day is null
        or u.day < ($1::timestamptz at time zone site.time_zone)::date - 1`,
      [until],
    );
    if (due !== undefined) await this.writer.transaction((tx) => this.countIn(tx, until));
  }

  private async countIn(tx: Transaction, until: Date): Promise<void> {
    const [last] = await tx.query<{ day: string | null; today: string; zone: string }>(
      `select u.day::text, ($1::timestamptz at time zone site.time_zone)::date::text as today, site.time_zone as zone
       from desk.counted_until u, site for update of u`,
      [until],
    );
    if (last === undefined) return;
    await tx.query(
      `insert into moderated_day (day, category_id, decision, reason, count)
       select (d.decided_at at time zone $3)::date, d.category_id, d.decision, coalesce(d.reason, ''), count(*)
       from desk.decision d join category c on c.id = d.category_id and c.audience = 'everyone'
       where d.decision = any($4) and d.decided_at < $2::date::timestamp at time zone $3
       and ($1::date is null or d.decided_at >= ($1::date + 1)::timestamp at time zone $3)
       group by 1, 2, 3, 4 on conflict do nothing`,
      [last.day, last.today, last.zone, PUBLIC_DECISIONS],
    );
    await tx.query('update desk.counted_until set day = $1::date - 1', [last.today]);
  }

  /** A round that fails is repeated by the next one: nothing is lost, because the days stay uncounted. */
  private async guarded(): Promise<void> {
    await this.count(this.clock.now()).catch((problem: unknown) => {
      new Logger('desk').warn(
        `The days of the desk were not counted: ${problem instanceof Error ? problem.name : 'thrown'}`,
      );
    });
  }
}
