import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Writer } from '../database/writer.js';
import { ErrorLog } from '../errors/error-log.js';
import { NewsWire } from '../events/news-wire.js';
import { showHosts } from '../publishing/workshops/show-hosts.js';
import { runsItAt } from './host-rights.js';
import { tellStory } from './tell-story.js';
import type { ActedHost } from './workshop-act.js';

const GONE = `from private.workshop_host h join member m on m.id = h.member_id
  join private.account a on a.member_id = m.id
  where ($2::int is null or h.member_id = $2) and not (${runsItAt('$1')})`;

/**
 * Hosts who lose the role or are suspended run nothing any more from that moment on (host-rights.ts). This takes them
 * out of the lists, so that a workshop that is left without a host says so and takes no registrations.
 */
@Injectable()
export class DepartedHosts implements OnModuleInit, OnApplicationBootstrap {
  private readonly errors = new ErrorLog(new Logger('registrations'));

  constructor(
    private readonly wire: NewsWire,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.wire.on('MemberChanged', ({ member }) => this.guarded(this.tidy(member)));
    this.wire.onMissed(() => this.guarded(this.tidy(null)));
  }

  /** A suspension by the command line may have come while nothing ran. */
  async onApplicationBootstrap(): Promise<void> {
    await this.tidy(null);
  }

  /** Of every process that hears of it, the first one finds them. */
  private async tidy(member: number | null): Promise<void> {
    const now = this.clock.now();
    const threads = await this.writer.query<{ thread: number }>(`select distinct h.thread_id as thread ${GONE}`, [
      now,
      member,
    ]);
    for (const { thread } of threads) await this.leave(thread, member, now);
  }

  private leave(thread: number, member: number | null, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const [workshop] = await tx.query<{ category: number }>(
        'select category_id as category from thread where id = $1 for key share',
        [thread],
      );
      if (workshop === undefined) return;
      // In the order of locks of everything that hosts do themselves: the thread comes first.
      await tx.query('select from workshop where thread_id = $1 for update', [thread]);
      const gone = await tx.query<ActedHost>(
        `delete from private.workshop_host d using (select h.thread_id, h.member_id ${GONE} and h.thread_id = $3) h
         where d.thread_id = h.thread_id and d.member_id = h.member_id
         returning d.member_id as member, d.by_role as "byRole", d.is_shown as "isShown"`,
        [now, member, thread],
      );
      for (const host of gone) await tellStory(tx, thread, { by: null, act: 'depart', detail: { host } }, now);
      if (gone.length > 0 && (await showHosts(tx, thread)))
        await tx.tell({ news: 'WorkshopChanged', category: workshop.category, thread });
    });
  }

  private guarded(work: Promise<void>): void {
    work.catch((problem: unknown) => this.errors.note(problem));
  }
}
