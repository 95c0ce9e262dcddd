import { Injectable } from '@nestjs/common';
import { Absolute } from '../kit/absolute.js';
import type { Whole } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { embeddedKey, VARIES } from '../kit/embedding.js';
import { Limits } from '../kit/limits.js';
import { EncodedPage } from '../kit/page-cache/encoded-page.js';
import type { Drawn } from '../kit/page-cache/kept-pages.js';
import { PageCache } from '../kit/page-cache/page-cache.js';

/** The kept answers to pages elsewhere. */
@Injectable()
export class KeptEmbedded {
  constructor(
    private readonly cache: PageCache,
    private readonly limits: Limits,
    private readonly absolute: Absolute,
  ) {}

  /** From memory, or drawn once for all who ask at the same time. */
  async page({ request, now }: Asking, draw: () => Promise<Drawn<EncodedPage>>): Promise<Whole> {
    const key = embeddedKey(request.url);
    if (this.cache.forGuests.get(key, now) === undefined) await this.limits.take('read', request);
    const page = await this.cache.forGuests.getOrDraw(key, now, draw);
    return page.answer(request, true, VARIES);
  }

  /** The same for what is no page: a feed, a count. */
  bytes(
    asking: Asking,
    type: string,
    draw: () => Promise<{ body: string; address: string; tags: string[] }>,
  ): Promise<Whole> {
    return this.page(asking, async () => {
      const { body, address, tags } = await draw();
      const link = `<${this.absolute.address(address)}>; rel="canonical"`;
      const value = EncodedPage.plain(Buffer.from(body), link, type);
      return { value, bytes: value.bytes, tags, freshUntil: null, keep: isPlain(asking.request.url, ['id']) };
    });
  }
}

/**
 * Pages with unknown parameters behind the question mark are not kept, so that a stranger can't fill the memory with
 * them.
 */
export function isPlain(url: string, known: readonly string[]): boolean {
  const keys = [...new URL(url, 'http://here.invalid').searchParams.keys()];
  return keys.every((key, at) => known.includes(key) && (key === 'id' || keys.indexOf(key) === at));
}
