import { LRUCache } from 'lru-cache';
import type { News } from './news.js';
import type { NewsWire } from './news-wire.js';

interface Keeping<K> {
  /** How many answers are kept at most; the one that was not asked for the longest is forgotten first. */
  most: number;
  /** Milliseconds after which an answer is read again although nothing was told; left out for never. */
  longest?: number;
  /** The keys whose answers may be untrue after this news. */
  untrue: (heard: News) => readonly K[] | 'all';
}

/**
 * Keeps answers of the database by a key (who or what the question was about), until news say that the answer may be
 * another one by now. An answer whose reading began before such news is not kept, and as long as this process hears no
 * news (its connection for them is lost), nothing is kept.
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
    // News of this process are heard twice, first right after the commit: whoever acted sees the result on the very
    // next page.
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
    // Clearing an LRUCache costs as much as it has places, used or not, and mostly nothing is kept.
    if (this.kept.size > 0) this.kept.clear();
  }
}
