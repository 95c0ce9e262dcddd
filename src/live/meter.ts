import type { Limit } from '../config/config.js';

/** Counts what one socket does in a window of time; by the time of the machine, and not by `Clock`, which tests set. */
export class Meter {
  private start = performance.now();
  private count = 0;

  constructor(private readonly limit: Limit) {}

  /** Counts one more. @returns whether that is still within the limit */
  take(): boolean {
    const now = performance.now();
    if (now - this.start > this.limit.seconds * 1000) {
      this.start = now;
      this.count = 0;
    }
    this.count += 1;
    return this.count <= this.limit.points;
  }
}
