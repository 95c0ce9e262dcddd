import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Writer } from '../database/writer.js';
import { ErrorLog } from '../errors/error-log.js';
import { NewsWire } from '../events/news-wire.js';
import { departHosts, leftByHosts } from '../publishing/workshops/depart-hosts.js';

/**
 * Hosts who lose the role or are suspended run nothing any more from that moment on (host-rights.ts). This takes them
 * out of the lists, so that a workshop that is left without a host says so and takes no registrations. Whoever may
 * not read the category any more goes with its change (depart-hosts.ts); here goes who was added at that very moment.
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
    this.wire.on('MemberChanged', ({ member }) => this.guarded(this.tidy({ member })));
    this.wire.on('CategoryChanged', ({ category }) => this.guarded(this.tidy({ category })));
    this.wire.on('ThreadListed', ({ category }) => this.guarded(this.tidy({ category })));
    this.wire.onMissed(() => this.guarded(this.tidy({})));
  }

  /** A suspension by the command line may have come while nothing ran. */
  async onApplicationBootstrap(): Promise<void> {
    await this.tidy({});
  }

  /** Every process hears the news; the first one finds these hosts and takes them out. */
  private async tidy(of: { member?: number; category?: number }): Promise<void> {
    const now = this.clock.now();
    for (const thread of await leftByHosts(this.writer, of, now))
      await this.writer.transaction((tx) => departHosts(tx, thread, now));
  }

  private guarded(work: Promise<void>): void {
    work.catch((problem: unknown) => this.errors.note(problem));
  }
}
