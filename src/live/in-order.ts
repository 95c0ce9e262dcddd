import { ErrorLog } from '../errors/error-log.js';
import { Logger } from '@nestjs/common';

/**
 * Tasks with different keys run side by side, tasks with the same key one after the other, in the order in which they
 * were given.
 */
export class InOrder<K> {
  private readonly errors = new ErrorLog(new Logger('live'));
  private readonly last = new Map<K, Promise<void>>();

  /** A task that fails is logged, calls `failed`, and does not stop the next one. */
  run(key: K, work: () => Promise<void>, failed: () => void = () => undefined): void {
    const turn = (this.last.get(key) ?? Promise.resolve()).then(work).catch((problem: unknown) => {
      this.errors.note(problem);
      failed();
    });
    this.last.set(key, turn);
    void turn.then(() => {
      if (this.last.get(key) === turn) this.last.delete(key);
    });
  }
}
