import { Injectable } from '@nestjs/common';
import type { Ui } from '../../../../client/kit/ui.js';
import { Visitor } from '../../../visitors/visitor.js';
import type { Whole } from '../answer.js';
import type { Asking } from '../asking.js';
import { EncodedPage } from './encoded-page.js';
import { carriesSession } from './carries-session.js';
import { PageCache } from './page-cache.js';

/** A file for everyone as it was drawn. */
export interface DrawnFile {
  /** As `content-type` says it. */
  type: string;
  body: string;
  /** The one right address; under any other spelling it is not kept. */
  address: string;
  /** From tags.ts. */
  tags: readonly string[];
  /** What `Link` says; empty for nothing. */
  link: string;
}

/** Files that are the same for everybody (feeds, maps), kept among the pages of guests and dropped as those are. */
@Injectable()
export class KeptFiles {
  constructor(private readonly cache: PageCache) {}

  /** From memory, or drawn once for all who ask at the same time. */
  async show(asking: Asking, draw: (ui: Ui) => Promise<DrawnFile>): Promise<Whole> {
    const { request, now } = asking;
    const file = await this.cache.forGuests.getOrDraw(request.url, now, async () => {
      const ui = asking.uiFor(Visitor.guest());
      const { type, body, address, tags, link } = await draw(ui);
      const value = EncodedPage.plain(Buffer.from(body), link, type);
      return { value, bytes: value.bytes, tags, freshUntil: ui.dates.freshUntil, keep: address === request.url };
    });
    return file.answer(request, !carriesSession(request.headers.cookie));
  }
}
