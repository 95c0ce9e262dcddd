import { inTime } from '../database/in-time.js';

/** Thrown when too many queries wait already. */
export class Crowded extends Error {}

/**
 * Queries to the database for many sockets. Sockets that want the same share one query, only a few queries run at a
 * time, and only so many may wait. Pages use the same connections to the database, and would otherwise wait behind
 * somebody who opens sockets by the thousand.
 */
export class SharedReadings<T> {
  private readonly running = new Map<string, Promise<T>>();
  private readonly line: (() => void)[] = [];
  private busy = 0;

  constructor(
    private readonly atOnce = 3,
    private readonly mostWaiting = 1_000,
  ) {}

  /** @throws Crowded at once when too many others wait, Silence when the database does not answer in time */
  read(key: string, work: () => Promise<T>): Promise<T> {
    const running = this.running.get(key);
    if (running !== undefined) return running;
    if (this.line.length >= this.mostWaiting) return Promise.reject(new Crowded());
    const reading = inTime(this.inTurn(work)).finally(() => this.running.delete(key));
    this.running.set(key, reading);
    return reading;
  }

  private async inTurn(work: () => Promise<T>): Promise<T> {
    if (this.busy >= this.atOnce) await new Promise<void>((resolve) => this.line.push(resolve));
    else this.busy += 1;
    try {
      return await work();
    } finally {
      // The reading that has waited longest runs next.
      const next = this.line.shift();
      if (next === undefined) this.busy -= 1;
      else next();
    }
  }
}
