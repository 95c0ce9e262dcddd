import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { afterSilence } from '../database/after-silence.js';
import { isAway } from '../database/away.js';
import { CONNECTING, CONNECTING_AT_START } from '../database/connecting.js';
import { SteadyClient } from '../database/steady-client.js';
import { ErrorLog } from '../errors/error-log.js';
import { type News, type NewsOf, NEWS_CHANNEL, news } from './news.js';

const HEARTBEAT = 15_000;
const LONGEST_PAUSE = 1_000;
/** For how many milliseconds we assume that a database which we can't reach answers nobody else either. */
const TRUST = 60_000;

/**
 * One LISTEN connection for the process. A connection that broke is made anew for as long as the process lives, and
 * since news may have gone by meanwhile, all code that keeps something until news changes it is told to drop it.
 */
@Injectable()
export class NewsWire implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(NewsWire.name);
  private readonly unknown = new ErrorLog({ error: (line: string) => this.log.warn(line) });
  private readonly listeners: ((heard: News) => void)[] = [];
  private readonly missed: (() => void)[] = [];
  private readonly deaf: (() => void)[] = [];
  private readonly unsure: (() => void)[] = [];
  private readonly ahead: ((heard: News) => void)[] = [];
  private client: SteadyClient | null = null;
  private heartbeat: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private trust: NodeJS.Timeout | undefined;
  private failures = 0;
  private closed = false;

  /**
   * `alone`: whether the database is the embedded one, which only this process uses: when it doesn't answer us, it
   * answers nobody.
   */
  constructor(
    private readonly connection: pg.ClientConfig,
    private readonly alone = false,
  ) {}

  on<N extends News['news']>(name: N, hear: (heard: NewsOf<N>) => void): void {
    this.onAny((heard) => {
      if (heard.news === name) hear(heard as NewsOf<N>);
    });
  }

  /** Called in the order of registration, once the transaction that told it has committed. */
  onAny(hear: (heard: News) => void): void {
    this.listeners.push(hear);
  }

  /** Called when news may have been missed: everything that is kept until news changes it has to be dropped. */
  onMissed(hear: () => void): void {
    this.missed.push(hear);
  }

  /**
   * This process's own news, right after their commit and before they come round on the wire like everybody's: for
   * caches alone, so that the person who acted sees the result at once. Others would hear each of them twice.
   */
  onAhead(hear: (heard: News) => void): void {
    this.ahead.push(hear);
  }

  hearAhead(told: News): void {
    for (const hear of this.ahead) this.guarded(() => hear(told));
  }

  /** Called when the connection is lost: no news arrives until `onMissed` is called. */
  onDeaf(hear: () => void): void {
    this.deaf.push(hear);
  }

  /**
   * Called when other processes may be telling news that does not arrive here. Between `onDeaf` and this call we
   * assume that the database answers nobody, so that nothing changes in it either.
   */
  onUnsure(hear: () => void): void {
    this.unsure.push(hear);
  }

  /** A start that fails leaves nothing behind: without a forum nobody would ever stop what tries again. */
  async onModuleInit(): Promise<void> {
    try {
      await this.listen(CONNECTING_AT_START);
    } catch (error) {
      await this.onApplicationShutdown();
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    clearTimeout(this.trust);
    clearInterval(this.heartbeat);
    await this.client?.end();
  }

  private async listen(connecting: number): Promise<void> {
    const client = new SteadyClient({
      ...this.connection,
      keepAlive: true,
      connectionTimeoutMillis: connecting,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    this.client = client;
    await client.connect();
    await client.query(`listen ${NEWS_CHANNEL}`);
    this.failures = 0;
    // A peer that vanished without a word keeps a TCP connection open for hours, so it is asked now and then.
    this.heartbeat = setInterval(() => {
      const leave = afterSilence(HEARTBEAT / 3, () => this.lost(client));
      client.query('select').then(leave, () => this.lost(client));
    }, HEARTBEAT).unref();
  }

  private lost(client: SteadyClient): void {
    if (this.closed || client !== this.client) return;
    this.client = null;
    clearInterval(this.heartbeat);
    client.end().catch(() => undefined);
    this.tell(this.deaf);
    if (!this.alone) this.trust ??= setTimeout(() => this.tell(this.unsure), TRUST).unref();
    if (this.failures === 0) this.log.warn('The news of the database are cut off; trying again until they are back.');
    const pause = Math.min(50 * 2 ** this.failures++, LONGEST_PAUSE);
    this.again = setTimeout(() => void this.reconnect(), pause);
  }

  private async reconnect(): Promise<void> {
    try {
      await this.listen(CONNECTING);
    } catch (error) {
      if (!isAway(error)) this.tell(this.unsure);
      if (this.client !== null) this.lost(this.client);
      return;
    }
    if (this.closed || this.client === null) return;
    clearTimeout(this.trust);
    this.trust = undefined;
    this.log.log('The news of the database are back.');
    this.tell(this.missed);
  }

  private hear(payload: string): void {
    const parsed = news.safeParse(json(payload));
    if (!parsed.success) {
      // A newer process beside this one may tell a kind of news that is unknown here: what is kept here may be out of
      // date.
      this.unknown.note('Something was told that is no news known here; it counts as missed.');
      for (const hear of this.missed) this.guarded(hear);
      return;
    }
    for (const hear of this.listeners) this.guarded(() => hear(parsed.data));
  }

  private tell(those: (() => void)[]): void {
    for (const hear of those) this.guarded(hear);
  }

  private guarded(hear: () => void): void {
    try {
      hear();
    } catch (error) {
      this.log.error(error instanceof Error ? error.stack : error);
    }
  }
}

function json(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
