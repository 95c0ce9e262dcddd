import { Logger } from '@nestjs/common';

const INTERVAL = 10_000;

/**
 * Writes down that the database is away: once, and then how many were told so. A line for each request would fill the
 * disk, and a full disk may be the very cause.
 */
export class Absences {
  private readonly log = new Logger('Palabre');
  private told = 0;
  private since = Number.NEGATIVE_INFINITY;

  /** `reason` is a kind and a code, nothing of what was sent. */
  note(reason: string, now = performance.now()): void {
    this.told += 1;
    if (now - this.since < INTERVAL) return;
    this.log.error(`The database is away (${reason}): ${this.told} answers said so.`);
    this.since = now;
    this.told = 0;
  }
}
