import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h, type VNode } from 'preact';
import { SectionFragment, SectionProblem } from '../../client/parts/section-fragment.js';
import { sectionAddress } from '../../client/parts/address.js';
import { fillSlots } from '../../client/slots.js';
import type { Ui } from '../../client/ui.js';
import { Clock } from '../clock/clock.js';
import { NotFound } from '../errors/errors.js';
import { orderOf, pagesOf } from '../threads/audience-threads.js';
import { Threads } from '../threads/threads.js';
import { UsualDelay } from '../threads/usual-delay.js';
import { Visitor } from '../visitors/visitor.js';
import { Absolute } from './absolute.js';
import { embeddedKey, VARIES } from './embedding.js';
import { Limits } from './limits.js';
import { outcomeOf } from './outcome.js';
import { EncodedPage } from './page-cache/encoded-page.js';
import { PageCache } from './page-cache/page-cache.js';
import type { Drawn } from './page-cache/kept-pages.js';
import { tagOf } from './page-cache/tags.js';
import { Pages } from './pages.js';
import { refusedIn, type SectionPath, Sections, type SignedQuery } from './sections.js';
import { wordsOf } from './words-of.js';

export interface AskedFragment extends SignedQuery {
  page: number;
}

const GUEST = Visitor.guest();

/** What pages elsewhere show of us: the same bytes for everyone, drawn for a guest and kept like any page. */
@Injectable()
export class EmbeddedPages {
  constructor(
    private readonly sections: Sections, private readonly threads: Threads, private readonly delay: UsualDelay, private readonly pages: Pages,
    private readonly cache: PageCache, private readonly limits: Limits, private readonly clock: Clock, private readonly absolute: Absolute,
  ) {}

  async fragment(request: FastifyRequest, reply: FastifyReply, path: SectionPath, asked: AskedFragment): Promise<void> {
    const ui = { ...this.pages.ui(GUEST, request), path: sectionAddress(path) };
    try {
      await this.kept(request, reply, () => this.draw({ ui, url: request.url }, path, asked));
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.status >= 500) throw error;
      const words = error instanceof NotFound ? ui.t.section.siteUnknown : wordsOf(ui, outcome);
      if (outcome.status === 429) void reply.header('retry-after', String(outcome.detail['seconds'] ?? 60));
      void reply.status(outcome.status).header('cache-control', 'no-store').type('text/html; charset=utf-8');
      await reply.send(this.html(h(SectionProblem, { ui, words })));
    }
  }

  /** From memory, or drawn once for all who ask at the same time. */
  async kept(request: FastifyRequest, reply: FastifyReply, draw: () => Promise<Drawn<EncodedPage>>): Promise<void> {
    const key = embeddedKey(request.url);
    const now = this.clock.now();
    if (this.cache.forGuests.get(key, now) === undefined) await this.limits.take('read', request);
    const page = await this.cache.forGuests.getOrDraw(key, now, draw);
    page.send(request, reply, true, VARIES);
  }

  /** The same for what is no page: a feed, a count. */
  async keptBytes(request: FastifyRequest, reply: FastifyReply, type: string, draw: () => Promise<{ body: string; address: string; tags: string[] }>): Promise<void> {
    await this.kept(request, reply, async () => {
      const { body, address, tags } = await draw();
      const value = EncodedPage.plain(Buffer.from(body), `<${this.absolute.address(address)}>; rel="canonical"`, type);
      return { value, bytes: value.bytes, tags, freshUntil: null, keep: isPlain(request.url, ['id']) };
    });
  }

  private async draw({ ui, url }: { ui: Ui; url: string }, path: SectionPath, asked: AskedFragment): Promise<Drawn<EncodedPage>> {
    const section = await this.sections.of(GUEST, path, asked);
    const { article, thread, signed, hold, category } = section;
    const pages = thread === null ? 1 : pagesOf(thread);
    const page = Math.min(asked.page, pages);
    const posts = thread === null ? [] : await this.threads.for().page(thread.id, page, orderOf(thread));
    const refused = refusedIn(section, GUEST, ui.dates.now);
    const usualDelay = await this.delay.get();
    const html = this.html(h(SectionFragment, { ui, article, hold, thread, posts, page, pages, refused, signed, usualDelay }));
    const value = EncodedPage.plain(html, `<${this.absolute.address(sectionAddress(article))}>; rel="canonical"`);
    // A section with comments goes with its thread alone, an empty one with the first comment that its site gets.
    const tags = [thread === null ? tagOf.category(category.id) : tagOf.thread(thread.id)];
    const keep = page === asked.page && isPlain(url) && (signed !== null || (await this.sections.isTrue(path, asked)));
    return { value, bytes: value.bytes, tags, freshUntil: closing(ui, article.closesAt), keep };
  }

  private html<P>(part: VNode<P>): Buffer {
    return Buffer.from(this.absolute.html(fillSlots(this.pages.fragment(part), {})));
  }
}

/** The box goes at the moment when the section closes, whatever is published meanwhile. */
function closing({ dates: { freshUntil, now } }: Ui, closesAt: Date | null): Date | null {
  if (closesAt === null || closesAt <= now) return freshUntil;
  return freshUntil === null || closesAt < freshUntil ? closesAt : freshUntil;
}

const KNOWN = ['page', 'title', 'url', 'signature'];

/** What a stranger adds behind the question mark fills no memory. */
function isPlain(url: string, known = KNOWN): boolean {
  const keys = [...new URL(url, 'http://here.invalid').searchParams.keys()];
  return keys.every((key, at) => known.includes(key) && (key === 'id' || keys.indexOf(key) === at));
}
