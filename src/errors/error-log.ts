import type { LoggerService } from '@nestjs/common';

const INTERVAL = 10_000;
const MOST = 100;
const OTHERS = 'Other errors';

/**
 * Writes the same error once an interval, with how often it came: an error that somebody can cause a thousand times a
 * second must not fill the disk.
 */
export class ErrorLog {
  private readonly again = new Map<string, number>();

  constructor(
    private readonly log: Pick<LoggerService, 'error'>,
    private readonly interval = INTERVAL,
  ) {}

  note(problem: unknown): void {
    const words = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    const text = this.again.has(words) || this.again.size < MOST ? words : OTHERS;
    const times = this.again.get(text);
    if (times !== undefined) return void this.again.set(text, times + 1);
    this.again.set(text, 0);
    this.log.error(text);
    setTimeout(() => this.sum(text), this.interval).unref();
  }

  private sum(text: string): void {
    const times = this.again.get(text) ?? 0;
    this.again.delete(text);
    if (times > 0) this.log.error(`${times} times more: ${text.split('\n', 1)[0]}`);
  }
}
