import type { Writable } from 'node:stream';
import pg from 'pg';
import { afterSilence } from './after-silence.js';
import { mayTakeItsTime } from './own-time.js';
import { MOST_NAMES, StatementNames } from './statement-names.js';

export interface SteadyOptions extends pg.ClientConfig {
  /** Milliseconds that a query of a page may stay unanswered; undefined for no limit. */
  silence?: number | undefined;
}

/** The database is connected but does not answer in time. */
export class Silence extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(waited: number) {
    super(`the database said nothing for ${waited} ms`);
    this.name = 'Silence';
  }
}

/**
 * Every connection to the database, in a pool or alone. It listens to its own `error` event, because one without a
 * listener would end the process when a connection breaks. Code that waits for an answer learns of it by its failing
 * query.
 *
 * Limits of time that the server keeps are of no use when the server itself stands still (a disk that hangs, a machine
 * that is gone without a word), so the connection is given up from this side. A query that is merely cancelled would
 * leave it in the pool with an answer still to come.
 */
export class SteadyClient extends pg.Client {
  private static readonly asking = new Set<SteadyClient>();
  private static readonly names = new StatementNames();
  /** Whether constant texts are asked by name: only where each question reaches the session that was opened. */
  named = false;
  /** The names under which this session may hold a plan. */
  private readonly prepared = new Set<string>();
  /** It holds as many as it may: until they are forgotten nothing is named. */
  private isFull = false;
  private mayForget = false;
  /** Whether what is asked waits for the end of this turn, to leave with what else is asked in it. */
  private gathers = false;
  private readonly silence: number | undefined;
  /** Leaves waiting; undefined while nothing is waited for. */
  private waiting: (() => void) | undefined;
  private since = performance.now();

  constructor(options: SteadyOptions = {}) {
    super(options);
    this.silence = options.silence;
    this.on('error', () => undefined);
    if (this.silence !== undefined) SteadyClient.asking.add(this);
    for (const event of ['connect', 'drain', 'end', 'error'] as const) this.on(event, () => this.heard());
    this.on('drain', () => this.forgetPlans());
  }

  /** For how many milliseconds the oldest unanswered query of a page has been waiting. */
  static longestWait(): number {
    const now = performance.now();
    return Math.max(0, ...[...SteadyClient.asking].map(({ since }) => now - since));
  }

  // The driver offers several ways to send a query, and pools and TypeORM use different ones: all of them call this.
  override query = ((...question: Parameters<pg.Client['query']>) => {
    this.gather();
    const asked = super.query(...(this.named ? this.byName(question) : question));
    if (this.silence !== undefined && this.waiting === undefined && !mayTakeItsTime()) this.watch(this.silence);
    if (this.named) void this.giveUpIfOutdated(asked);
    return asked;
  }) as pg.Client['query'];

  /**
   * Questions of one turn are written together: each writing of its own is a call of the system here and one there,
   * and costs more than all else that the driver does for a question.
   */
  private gather(): void {
    if (this.gathers) return;
    this.gathers = true;
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.gathers = false;
      stream.uncork();
    });
  }

  private byName([text, ...rest]: Question): Question {
    const asked: unknown = text;
    const name = typeof asked === 'string' ? SteadyClient.names.of(asked) : undefined;
    if (name === undefined) return [text, ...rest] as Question;
    if (this.prepared.size >= MOST_NAMES && !this.prepared.has(name)) this.isFull = true;
    if (this.isFull) {
      this.mayForget = true;
      return [text, ...rest] as Question;
    }
    this.prepared.add(name);
    return [{ name, text: asked }, ...rest] as unknown as Question;
  }

  /**
   * Asked when no question is under way that counts on a plan. In a transaction that has failed it is refused, and
   * asked again after the next question.
   */
  private forgetPlans(): void {
    if (!this.mayForget) return;
    this.mayForget = false;
    super.query('deallocate all', (error: Error | null) => {
      if (error) return;
      const { connection } = this as unknown as {
        connection: { parsedStatements: object; submittedNamedStatements: object };
      };
      connection.parsedStatements = {};
      connection.submittedNamedStatements = {};
      this.prepared.clear();
      this.isFull = false;
      // What was asked meanwhile asked for it as well; after the next named question it would take its plan away.
      this.mayForget = false;
    });
  }

  /**
   * A newer process beside this one may have changed a table. Where a named question has another result since, the
   * session refuses it for as long as it lives, so that it had better not live on in a pool.
   */
  private async giveUpIfOutdated(asked: unknown): Promise<void> {
    try {
      await asked;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === '0A000' && error.message.includes('cached plan'))
        this.breakOff(error);
    }
  }

  private breakOff(why: Error): void {
    const { connection } = this as unknown as { connection: { stream: { destroy(error: Error): void } } };
    connection.stream.destroy(why);
  }

  private watch(silence: number): void {
    this.since = performance.now();
    SteadyClient.asking.add(this);
    this.waiting = afterSilence(silence, () => this.breakOff(new Silence(silence)));
  }

  private heard(): void {
    this.waiting?.();
    this.waiting = undefined;
    SteadyClient.asking.delete(this);
  }
}

type Question = Parameters<pg.Client['query']>;
