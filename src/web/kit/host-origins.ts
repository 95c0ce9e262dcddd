import { Injectable } from '@nestjs/common';
import { HostSites } from '../../articles/host-sites.js';
import { KeptUntilNews } from '../../events/kept-until-news.js';
import { NewsWire } from '../../events/news-wire.js';

/**
 * Which pages elsewhere may read and send what belongs to their site; asked with every fetch of theirs, so kept in
 * memory.
 */
@Injectable()
export class HostOrigins {
  private readonly kept: KeptUntilNews<string, readonly string[]>;

  constructor(
    private readonly sites: HostSites,
    wire: NewsWire,
  ) {
    this.kept = new KeptUntilNews(wire, {
      most: 1_000,
      untrue: ({ news }) => (news === 'SiteChanged' || news === 'CategoryChanged' ? 'all' : []),
    });
  }

  async has(site: string, origin: string): Promise<boolean> {
    const origins = await this.kept.get(site, async () => (await this.sites.bySlug(site))?.origins ?? []);
    return origins.includes(origin);
  }
}
