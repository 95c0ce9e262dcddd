import { LRUCache } from 'lru-cache';
import type { News } from './news.js';
import type { NewsWire } from './news-wire.js';

interface Keeping<K> {
  /** The most answers that are kept; the one that nobody asked for the longest makes room. */
  most: number;
  /** Milliseconds after which an answer is read again although nothing was told; left out for never. */
  longest?: number;
  /** Of which keys some news makes the answer untrue. */
  untrue: (heard: News) => readonly K[] | 'all';
}

/**
 * What the database said to a question, by whom or what it was about, until news say that it may say something else by
 * now. Nobody gets an answer whose reading began before news that they may know already, and while no news arrive
 * nothing is kept.
 */
export class KeptUntilNews<K extends string | number, V extends NonNullable<unknown>> {
  private readonly kept: LRUCache<K, V>;
  private readonly untrue: Keeping<K>['untrue'];
  /** Counts the news, so that an answer that was read before some news is not kept after it. */
  private drops = 0;
  private deaf = false;

  constructor(wire: NewsWire, { most, longest, untrue }: Keeping<NoInfer<K>>) {
    this.kept = new LRUCache<K, V>({ max: most, ...(longest === undefined ? {} : { ttl: longest }) });
    this.untrue = untrue;
    // News of this process are heard twice: the person who acted sees the result on the page that comes next.
    wire.onAhead((heard) => this.hear(heard));
    wire.onAny((heard) => this.hear(heard));
    wire.onDeaf(() => {
      this.deaf = true;
      this.forgetAll();
    });
    wire.onMissed(() => {
      this.deaf = false;
      this.forgetAll();
    });
  }

  /** The kept answer, or what `read` answers now. */
  async get(key: K, read: () => Promise<V>): Promise<V> {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const { drops } = this;
    const found = await read();
    if (!this.deaf && drops === this.drops) this.kept.set(key, found);
    return found;
  }

  private hear(heard: News): void {
    const keys = this.untrue(heard);
    if (keys === 'all') this.forgetAll();
    else if (keys.length > 0) this.forget(keys);
  }

  private forget(keys: readonly K[]): void {
    this.drops++;
    for (const key of keys) this.kept.delete(key);
  }

  private forgetAll(): void {
    this.drops++;
    // Clearing goes over all the places that there are, and most news find nothing kept.
    if (this.kept.size > 0) this.kept.clear();
  }
}
