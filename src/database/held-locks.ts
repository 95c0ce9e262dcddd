import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { SteadyClient } from './steady-client.js';

export interface HeldLock {
  /** False once it was given back, or the session that held it has ended. */
  isHeld: boolean;
  giveBack(): Promise<void>;
}

interface Session {
  client: SteadyClient;
  /** Whether it is PostgreSQL's own: behind a pooler, nobody knows which session a lock belongs to. */
  isDirect: boolean;
  end: () => void;
}

/** Milliseconds that an answer may take. */
const PATIENCE = 4_500;

/**
 * Locks that every process on this database sees, for work that takes longer than a transaction may. All locks of this
 * process belong to one session of its own, with which they end: whatever becomes of the process, none is left behind.
 * Behind a pooler they hold off this process alone.
 */
@Injectable()
export class HeldLocks implements OnApplicationShutdown {
  private session: Promise<Session> | null = null;
  private readonly held = new Map<string, { lock: HeldLock; lost: () => void }>();

  constructor(private readonly connection: pg.ClientConfig) {}

  /** Null where somebody has it. `lost` is called where its session ends before it was given back. */
  async take(name: Buffer, lost = (): void => undefined): Promise<HeldLock | null> {
    const key = name.readBigInt64BE().toString();
    if (this.held.has(key)) return null;
    const lock: HeldLock = { isHeld: true, giveBack: () => this.giveBack(key, lock) };
    this.held.set(key, { lock, lost });
    let isTaken = false;
    try {
      isTaken = await this.ask('select pg_try_advisory_lock($1) as done', key);
    } finally {
      if (!isTaken) this.forget(key, lock);
    }
    return isTaken ? lock : null;
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.session?.catch(() => null))?.end();
  }

  private async giveBack(key: string, lock: HeldLock): Promise<void> {
    if (!lock.isHeld) return;
    lock.isHeld = false;
    // Where this fails the session ends, and the lock with it.
    await this.ask('select pg_advisory_unlock($1) as done', key).catch(() => undefined);
    this.forget(key, lock);
  }

  private forget(key: string, lock: HeldLock): void {
    if (this.held.get(key)?.lock === lock) this.held.delete(key);
  }

  private async ask(question: string, key: string): Promise<boolean> {
    this.session ??= this.begin();
    const { client, isDirect, end } = await this.session;
    if (!isDirect) return true;
    try {
      const { rows } = await client.query<{ done: boolean }>(question, [key]);
      return rows[0]?.done === true;
    } catch (error) {
      end();
      throw error;
    }
  }

  private async begin(): Promise<Session> {
    const client = new SteadyClient({
      ...this.connection,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    });
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      this.session = null;
      client.end().catch(() => undefined);
      const all = [...this.held.values()];
      this.held.clear();
      for (const { lock } of all) lock.isHeld = false;
      for (const { lost } of all) lost();
    };
    client.once('end', end);
    try {
      await client.connect();
      const { rows } = await client.query<{ session: number }>('select pg_backend_pid() as session');
      const { processID } = client as unknown as { processID: number | null };
      return { client, isDirect: rows[0]?.session === processID, end };
    } catch (error) {
      end();
      throw error;
    }
  }
}
