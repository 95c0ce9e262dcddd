import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import type { News } from '../../../events/news.js';
import { NewsWire } from '../../../events/news-wire.js';
import type { EncodedPage } from './encoded-page.js';
import { KeptPages } from './kept-pages.js';
import { tagsOf } from './tags.js';
import type { Language, Visitor } from '../../../visitors/visitor.js';
import type { Mark } from '../marks.js';
import type { Slots } from './drawing.js';
import type { Template } from './template.js';

/** A page of one audience with its slots still open, and how they are filled for one of its members. */
export interface MemberPage {
  template: Template;
  links: string;
  slots: Slots;
  /** Who may use its route, where a kept one is given before the route is asked; null where it is not. */
  mark: Mark | null;
}

/** Where a page is kept for those members who see the same. */
export function memberKey({ audience }: Visitor, language: Language, url: string): string {
  return `${audience} ${language} ${url}`;
}

/** The kept pages of this process: complete answers for guests, and pages with empty slots for each wider audience. */
@Injectable()
export class PageCache {
  private hearing = true;
  readonly forGuests: KeptPages<EncodedPage>;
  readonly forMembers: KeptPages<MemberPage>;
  /** The kept answers for open pages that ask what they missed; each wing uses them for its own. */
  readonly forCatchingUp: KeptPages<object>;

  /** Threads as files; the wing that makes them keeps them here. */
  readonly forFiles: KeptPages<object>;

  constructor(@Inject(CONFIG) config: Config, wire: NewsWire) {
    const isHearing = (): boolean => this.hearing;
    this.forGuests = new KeptPages(share(config, 0.6), isHearing);
    this.forMembers = new KeptPages(share(config, 0.25), isHearing);
    this.forCatchingUp = new KeptPages<object>(share(config, 0.05), isHearing);
    this.forFiles = new KeptPages<object>(share(config, 0.1), isHearing);
    // News of this process is heard twice: the person who acted is led to a page at once and has to see the result
    // there.
    wire.onAhead((heard) => this.hear(heard));
    wire.onAny((heard) => this.hear(heard));
    // A kept page must never show a post that was taken down, so no new page is kept while no news arrives. Pages that
    // are kept already stay: while the database is away nobody can take a post down.
    wire.onDeaf(() => {
      this.hearing = false;
      for (const pages of this.all) pages.distrustDrawings();
    });
    wire.onUnsure(() => this.flush());
    wire.onMissed(() => {
      this.hearing = true;
      this.flush();
    });
  }

  private get all(): readonly KeptPages<object>[] {
    return [this.forGuests, this.forMembers, this.forCatchingUp, this.forFiles] as unknown as KeptPages<object>[];
  }

  private hear(heard: News): void {
    const tags = tagsOf(heard);
    if (tags === 'everything') this.flush();
    else this.drop(tags);
  }

  private drop(tags: readonly string[]): void {
    for (const pages of this.all) pages.drop(tags);
  }

  private flush(): void {
    for (const pages of this.all) pages.flush();
  }
}

function share({ pageCacheBytes }: Config, part: number): number {
  return Math.floor(pageCacheBytes * part);
}
