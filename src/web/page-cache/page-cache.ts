import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import type { News } from '../../events/news.js';
import { NewsWire } from '../../events/news-wire.js';
import type { EncodedPage } from './encoded-page.js';
import { KeptPages } from './kept-pages.js';
import { tagsOf } from './tags.js';
import type { MemberPage } from './member-page.js';

/** The kept pages of this process: complete answers for guests, and pages with empty slots for each wider audience. */
@Injectable()
export class PageCache {
  private hearing = true;
  readonly forGuests: KeptPages<EncodedPage>;
  readonly forMembers: KeptPages<MemberPage>;

  constructor(@Inject(CONFIG) config: Config, wire: NewsWire) {
    const isHearing = (): boolean => this.hearing;
    this.forGuests = new KeptPages(config.pageCacheBytes * 0.75, isHearing);
    this.forMembers = new KeptPages(config.pageCacheBytes * 0.25, isHearing);
    // Heard twice where this process told it: whoever acted is sent to a page at once, and must find there what they did.
    wire.onAhead((heard) => this.hear(heard));
    wire.onAny((heard) => this.hear(heard));
    // A stale page that shows what was taken down is a broken promise, so nothing is kept while nothing is heard.
    wire.onDeaf(() => {
      this.hearing = false;
      this.flush();
    });
    wire.onMissed(() => {
      this.hearing = true;
      this.flush();
    });
  }

  private hear(heard: News): void {
    const tags = tagsOf(heard);
    if (tags === 'everything') this.flush();
    else this.drop(tags);
  }

  private drop(tags: readonly string[]): void {
    this.forGuests.drop(tags);
    this.forMembers.drop(tags);
  }

  private flush(): void {
    this.forGuests.flush();
    this.forMembers.flush();
  }
}
