import { Injectable } from '@nestjs/common';
import { h, type VNode } from 'preact';
import { SectionFragment, SectionProblem } from '../../../client/articles/section-fragment.js';
import { sectionAddress } from '../../../client/kit/address.js';
import { fillSlots } from '../../../client/kit/slots.js';
import type { Ui } from '../../../client/kit/ui.js';
import { NotFound } from '../../errors/errors.js';
import { orderOf, pagesOf } from '../../threads/audience-threads.js';
import { Threads } from '../../threads/threads.js';
import { UsualDelay } from '../../threads/usual-delay.js';
import { Visitor } from '../../visitors/visitor.js';
import { Absolute } from '../kit/absolute.js';
import { type Answer, fragment } from '../kit/answer.js';
import { outcomeOf, retryAfter } from '../kit/outcome.js';
import { EncodedPage } from '../kit/page-cache/encoded-page.js';
import type { Drawn } from '../kit/page-cache/kept-pages.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { htmlOf } from '../kit/html-of.js';
import type { Asking } from '../kit/asking.js';
import { isPlain, KeptEmbedded } from './kept-embedded.js';
import { refusedIn, type SectionPath, Sections, type SignedQuery } from './sections.js';
import { wordsOf } from '../kit/words-of.js';

export interface FragmentQuery extends SignedQuery {
  page: number;
}

const GUEST = Visitor.guest();
const KNOWN = ['page', 'title', 'url', 'signature'];

/** The fragments that pages elsewhere show: the same bytes for everyone, drawn for a guest and kept like any page. */
@Injectable()
export class EmbeddedPages {
  constructor(
    private readonly sections: Sections,
    private readonly threads: Threads,
    private readonly delay: UsualDelay,
    private readonly kept: KeptEmbedded,
    private readonly absolute: Absolute,
  ) {}

  async fragment(asking: Asking, path: SectionPath, asked: FragmentQuery): Promise<Answer> {
    const ui = { ...asking.uiFor(GUEST), path: sectionAddress(path) };
    try {
      return await this.kept.page(asking, () => this.draw({ ui, url: asking.request.url }, path, asked));
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.status >= 500) throw error;
      const words = error instanceof NotFound ? ui.t.section.siteUnknown : wordsOf(ui, outcome);
      return fragment(this.html(h(SectionProblem, { ui, words })), {
        status: outcome.status,
        headers: retryAfter(outcome),
      });
    }
  }

  private async draw(
    { ui, url }: { ui: Ui; url: string },
    path: SectionPath,
    asked: FragmentQuery,
  ): Promise<Drawn<EncodedPage>> {
    const section = await this.sections.of(GUEST, path, asked);
    const { article, thread, signed, hold, category } = section;
    const pages = thread === null ? 1 : pagesOf(thread);
    const page = Math.min(asked.page, pages);
    const posts = thread === null ? [] : await this.threads.for().page(thread.id, page, orderOf(thread));
    const refused = refusedIn(section, GUEST, ui.dates.now);
    const usualDelay = await this.delay.get();
    const html = this.html(
      h(SectionFragment, {
        ...{ ui, article, hold, takesFiles: category.documents === 'everyone' },
        ...{ thread, posts, page, pages, refused, signed, usualDelay },
      }),
    );
    const value = EncodedPage.plain(html, `<${this.absolute.address(sectionAddress(article))}>; rel="canonical"`);
    // A section with comments goes with its thread and its category, an empty one with the first comment that its site
    // gets.
    const room = posts.some(({ gone }) => gone?.how === 'moved') ? [] : [tagOf.room(category.id)];
    const tags = thread === null ? [tagOf.category(category.id)] : [tagOf.thread(thread.id), ...room];
    const keep =
      page === asked.page && isPlain(url, KNOWN) && (signed !== null || (await this.sections.isTrue(path, asked)));
    return { value, bytes: value.bytes, tags, freshUntil: closing(ui, article.closesAt), keep };
  }

  private html<P>(part: VNode<P>): Buffer {
    return Buffer.from(this.absolute.html(fillSlots(htmlOf(part), {})));
  }
}

/** The form has to disappear at the moment when the section closes, even if nothing is published then. */
function closing({ dates: { freshUntil, now } }: Ui, closesAt: Date | null): Date | null {
  if (closesAt === null || closesAt <= now) return freshUntil;
  return freshUntil === null || closesAt < freshUntil ? closesAt : freshUntil;
}
