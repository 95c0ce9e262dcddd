import { Logger } from '@nestjs/common';

/** Works on different keys go side by side, works on the same key one after the other, in the order they were asked for. */
export class InOrder<K> {
  private readonly log = new Logger('live');
  private readonly last = new Map<K, Promise<void>>();

  /** A work that fails is logged, told to `failed`, and does not hold up the next one. */
  run(key: K, work: () => Promise<void>, failed: () => void = () => undefined): void {
    const turn = (this.last.get(key) ?? Promise.resolve()).then(work).catch((problem: unknown) => {
      this.log.error(problem instanceof Error ? problem.stack : problem);
      failed();
    });
    this.last.set(key, turn);
    void turn.then(() => {
      if (this.last.get(key) === turn) this.last.delete(key);
    });
  }
}
