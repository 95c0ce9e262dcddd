import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { type News, type NewsOf, NEWS_CHANNEL, news } from './news.js';

const HEARTBEAT = 15_000;
const LONGEST_PAUSE = 2_000;

/**
 * One LISTEN connection for the process. A connection that broke is made anew for as long as the process lives, and
 * since news may have gone by meanwhile, whoever keeps something that depends on news is told to drop it all.
 */
@Injectable()
export class NewsWire implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(NewsWire.name);
  private readonly listeners: ((heard: News) => void)[] = [];
  private readonly missed: (() => void)[] = [];
  private readonly deaf: (() => void)[] = [];
  private readonly ahead: ((heard: News) => void)[] = [];
  private client: pg.Client | null = null;
  private heartbeat: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private failures = 0;
  private closed = false;

  constructor(private readonly connection: pg.ClientConfig) {}

  on<N extends News['news']>(name: N, hear: (heard: NewsOf<N>) => void): void {
    this.onAny((heard) => {
      if (heard.news === name) hear(heard as NewsOf<N>);
    });
  }

  /** Called in the order of registration, once the transaction that told it has committed. */
  onAny(hear: (heard: News) => void): void {
    this.listeners.push(hear);
  }

  /** News may have gone unheard: what was kept because of news has to go. */
  onMissed(hear: () => void): void {
    this.missed.push(hear);
  }

  /**
   * This process's own news, right after their commit and before they come round on the wire like everybody's: for
   * caches alone, so that whoever acted reads what they did. Others would hear each of them twice.
   */
  onAhead(hear: (heard: News) => void): void {
    this.ahead.push(hear);
  }

  hearAhead(told: News): void {
    for (const hear of this.ahead) this.guarded(() => hear(told));
  }

  /** From now on nothing is heard, until `onMissed` says that it is again. */
  onDeaf(hear: () => void): void {
    this.deaf.push(hear);
  }

  async onModuleInit(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    clearInterval(this.heartbeat);
    await this.client?.end();
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ ...this.connection, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    this.client = client;
    await client.connect();
    await client.query(`listen ${NEWS_CHANNEL}`);
    this.failures = 0;
    // A peer that vanished without a word keeps a TCP connection open for hours, so it is asked now and then.
    this.heartbeat = setInterval(() => {
      const slow = setTimeout(() => this.lost(client), HEARTBEAT / 3);
      client.query('select').then(() => clearTimeout(slow), () => this.lost(client));
    }, HEARTBEAT).unref();
  }

  private lost(client: pg.Client): void {
    if (this.closed || client !== this.client) return;
    this.client = null;
    clearInterval(this.heartbeat);
    client.end().catch(() => undefined);
    for (const hear of this.deaf) this.guarded(hear);
    if (this.failures === 0) this.log.warn('The news of the database are cut off; trying again until they are back.');
    const pause = Math.min(50 * 2 ** this.failures++, LONGEST_PAUSE);
    this.again = setTimeout(() => void this.reconnect(), pause);
  }

  private async reconnect(): Promise<void> {
    try {
      await this.listen();
    } catch {
      if (this.client !== null) this.lost(this.client);
      return;
    }
    if (this.closed || this.client === null) return;
    this.log.log('The news of the database are back.');
    for (const hear of this.missed) this.guarded(hear);
  }

  private hear(payload: string): void {
    const parsed = news.safeParse(json(payload));
    if (!parsed.success) return this.log.warn('Something was told that is no news of ours; it was not heard.');
    for (const hear of this.listeners) this.guarded(() => hear(parsed.data));
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
