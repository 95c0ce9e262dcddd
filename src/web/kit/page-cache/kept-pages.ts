import { LRUCache } from 'lru-cache';
import { tagsToKeep } from './tags.js';

/** A page that has just been drawn, with what decides how long it may be kept. */
export interface Drawn<T> {
  value: T;
  bytes: number;
  /** Tags of what it shows: news about one of them makes it out of date. */
  tags: readonly string[];
  /** When the first of its relative dates stops being true; null when nothing on it grows old. */
  freshUntil: Date | null;
  /** False for a page that is drawn for one request only, for instance under an odd spelling of its address. */
  keep: boolean;
}

interface Kept<T> {
  value: T;
  tags: readonly string[];
  until: number;
}

interface Drawing<T> {
  page: Promise<Drawn<T>>;
  /** Tags that news dropped since the first query of this drawing. */
  dropped: Set<string>;
  untrue: boolean;
}

/** The longest time without news, in milliseconds: some parts (the usual delay in a form) change without any. */
const LONGEST = 3_600_000;
/** What the map, the tags and the objects around a page weigh, roughly. */
const OVERHEAD = 1_000;

/**
 * Pages by address, within a budget of bytes. A page whose queries ran before some news is never kept after it: each
 * drawing notes what was dropped while it ran. Dropping by key alone would lose that race, because the old page is
 * stored after the drop that was meant for it.
 */
export class KeptPages<T extends object> {
  private readonly pages: LRUCache<string, Kept<T>>;
  private readonly byTag = new Map<string, Set<string>>();
  private readonly drawings = new Set<Drawing<T>>();
  private readonly shared = new Map<string, Drawing<T>>();

  /** `isHearing` says whether news still arrive: while they don't, nothing is kept. */
  constructor(
    budget: number,
    private readonly isHearing: () => boolean,
  ) {
    this.pages = new LRUCache({ maxSize: budget, dispose: (kept, key) => this.forget(key, kept.tags) });
  }

  get(key: string, now: Date): T | undefined {
    const kept = this.pages.get(key);
    if (kept === undefined) return undefined;
    if (kept.until > now.getTime()) return kept.value;
    this.pages.delete(key);
    return undefined;
  }

  /**
   * The kept page, or a new one. Many who ask at once for the same page share one drawing, but no request gets one
   * whose drawing began before news that its sender may know already.
   */
  async getOrDraw(key: string, now: Date, draw: () => Promise<Drawn<T>>): Promise<T> {
    const kept = this.get(key, now);
    if (kept !== undefined) return kept;
    const running = this.shared.get(key);
    if (running !== undefined && !running.untrue && running.dropped.size === 0) return (await running.page).value;
    return (await this.draw(key, now, draw)).value;
  }

  drop(tags: readonly string[]): void {
    for (const drawing of this.drawings) for (const tag of tags) drawing.dropped.add(tag);
    for (const tag of tags) for (const key of [...(this.byTag.get(tag) ?? [])]) this.pages.delete(key);
  }

  /** Keeps none of the pages that are being drawn: they may have been read before news that was missed. */
  distrustDrawings(): void {
    for (const drawing of this.drawings) drawing.untrue = true;
  }

  flush(): void {
    this.distrustDrawings();
    this.pages.clear();
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.pages.size, bytes: this.pages.calculatedSize };
  }

  private async draw(key: string, now: Date, draw: () => Promise<Drawn<T>>): Promise<Drawn<T>> {
    const drawing: Drawing<T> = { page: draw(), dropped: new Set(), untrue: !this.isHearing() };
    this.drawings.add(drawing);
    this.shared.set(key, drawing);
    try {
      const drawn = await drawing.page;
      const isTrue =
        !drawing.untrue && this.isHearing() && !tagsToKeep(drawn.tags).some((tag) => drawing.dropped.has(tag));
      if (drawn.keep && isTrue) this.keep(key, drawn, now);
      return drawn;
    } finally {
      this.drawings.delete(drawing);
      if (this.shared.get(key) === drawing) this.shared.delete(key);
    }
  }

  private keep(key: string, { value, bytes, tags: shown, freshUntil }: Drawn<T>, now: Date): void {
    const tags = tagsToKeep(shown);
    const until = Math.min(freshUntil?.getTime() ?? Infinity, now.getTime() + LONGEST);
    this.pages.set(key, { value, tags, until }, { size: bytes + OVERHEAD });
    if (!this.pages.has(key)) return;
    for (const tag of tags) {
      const keys = this.byTag.get(tag) ?? new Set();
      this.byTag.set(tag, keys.add(key));
    }
  }

  private forget(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = this.byTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.byTag.delete(tag);
    }
  }
}
