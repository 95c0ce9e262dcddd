import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { HostSites } from '../../articles/host-sites.js';
import { NewsWire } from '../../events/news-wire.js';

/**
 * Which pages elsewhere may read and send what belongs to their site; asked with every fetch of theirs, so kept in
 * memory.
 */
@Injectable()
export class HostOrigins {
  private readonly kept = new LRUCache<string, readonly string[]>({ max: 1_000 });
  private drops = 0;
  private deaf = false;

  constructor(
    private readonly sites: HostSites,
    wire: NewsWire,
  ) {
    wire.on('SiteChanged', () => this.forget());
    wire.on('CategoryChanged', () => this.forget());
    wire.onDeaf(() => {
      this.deaf = true;
      this.forget();
    });
    wire.onMissed(() => {
      this.deaf = false;
      this.forget();
    });
  }

  async has(site: string, origin: string): Promise<boolean> {
    const kept = this.kept.get(site);
    if (kept !== undefined) return kept.includes(origin);
    const { drops } = this;
    const origins = (await this.sites.bySlug(site))?.origins ?? [];
    if (!this.deaf && drops === this.drops) this.kept.set(site, origins);
    return origins.includes(origin);
  }

  private forget(): void {
    this.drops++;
    this.kept.clear();
  }
}
