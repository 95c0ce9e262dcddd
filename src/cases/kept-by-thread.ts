/** Reads what there is of these threads, or of all where none are named; a thread that has nothing is left out. */
export type ReadThreads<T> = (threads: readonly number[] | null) => Promise<ReadonlyMap<number, T>>;

/** From how many changed threads on everything is read anew. */
const MOST_STALE = 500;

/**
 * Keeps what was made of each thread, until news say that a thread has changed: then only that one is read again, and
 * not before somebody asks. Nobody gets an answer whose reading began before news that they may know already.
 */
export class KeptByThread<T> {
  private kept: Map<number, T> | null = null;
  private readonly stale = new Set<number>();
  private reading: Promise<ReadonlyMap<number, T>> | null = null;
  /** Counts how often everything was dropped, so that what was read before is not kept after it. */
  private drops = 0;

  /** `isHearing` says whether news still arrive: while they don't, nothing is kept. */
  constructor(
    private readonly read: ReadThreads<T>,
    private readonly isHearing: () => boolean,
  ) {}

  async all(): Promise<ReadonlyMap<number, T>> {
    if (!this.isHearing()) return this.read(null);
    // One reading at a time: an earlier one that ends later would put back what it found.
    if (this.reading !== null) await this.reading.catch(() => undefined);
    if (this.kept !== null && this.stale.size === 0) return this.kept;
    this.reading ??= this.readAgain().finally(() => (this.reading = null));
    return this.reading;
  }

  /** To be called when news of this thread come. */
  change(thread: number): void {
    if (this.stale.size >= MOST_STALE) this.drop();
    else this.stale.add(thread);
  }

  drop(): void {
    this.kept = null;
    this.stale.clear();
    this.drops++;
  }

  private async readAgain(): Promise<ReadonlyMap<number, T>> {
    const { kept, drops } = this;
    const threads = kept === null ? null : [...this.stale];
    // Cleared before the reading: news that come meanwhile are about something newer.
    this.stale.clear();
    const found = await this.read(threads).catch((error: unknown) => {
      for (const thread of threads ?? []) this.stale.add(thread);
      throw error;
    });
    if (kept === null || threads === null) {
      if (drops === this.drops) this.kept = new Map(found);
      return found;
    }
    for (const thread of threads) {
      const now = found.get(thread);
      if (now === undefined) kept.delete(thread);
      else kept.set(thread, now);
    }
    return kept;
  }
}
