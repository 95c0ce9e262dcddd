import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { MastodonPage, serverIn } from '../../../client/kit/mastodon-page.js';
import { SectionPage } from '../../../client/writing/section-page.js';
import { sectionAddress, threadAddress } from '../../../client/kit/address.js';
import { wholeNumber } from '../kit/address-parts.js';
import { type Answer, found, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { SectionSlots } from './section-slots.js';
import { sectionPath, type SectionPath, Sections, signedQuery } from './sections.js';

const query = signedQuery.extend({ to: wholeNumber.optional() });
const shareQuery = signedQuery.extend({ server: z.string().max(300).optional() });

/** The own page of an article's section: its thread, or an empty one with the form. */
@Controller('articles/:site/:identifier')
export class SectionController {
  constructor(
    private readonly sections: Sections,
    private readonly slots: SectionSlots,
    private readonly pages: AudiencePages,
  ) {}

  /** `to` names the comment that is answered. */
  @Get()
  @ForEveryone()
  async show(
    @PathParts(sectionPath) path: SectionPath,
    @QueryParts(query) { to, ...asked }: z.infer<typeof query>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { thread, article, category, signed, hold } = await this.sections.of(asking.visitor, path, asked);
    if (thread !== null)
      return found(to === undefined ? threadAddress(thread) : `/thread/${thread.id}/replies/new?to=${to}`);
    return this.pages.for(asking, (ui) =>
      Promise.resolve({
        page: h(SectionPage, { ui, article, category, thread, box: null, replyTo: null, signed, usualDelay: null }),
        // An address with the words that its site has signed is a right one too.
        address: signed === null ? sectionAddress(article) : asking.request.url,
        tags: [tagOf.category(category.id)],
        slots: this.slots.of({ article, category, thread, signed, hold }),
      }),
    );
  }

  /** Makes a link to somebody's own server; nothing of ours asks that server anything. */
  @Get('share')
  @ForEveryone()
  async share(
    @PathParts(sectionPath) path: SectionPath,
    @QueryParts(shareQuery) { server, ...asked }: z.infer<typeof shareQuery>,
    @Asked() { visitor, ui }: Asking,
  ): Promise<Answer> {
    const { article, signed } = await this.sections.of(visitor, path, asked);
    const status = server === undefined || serverIn(server) !== null ? 200 : 422;
    const back = { href: article.url, words: ui.t.section.backToArticle(article.siteName) };
    const form = { action: `${sectionAddress(article)}/share`, hidden: { ...signed }, back };
    return page(h(MastodonPage, { ui, shared: article, ...form, server: server ?? null }), { status });
  }
}
