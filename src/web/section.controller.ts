import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { MastodonPage, serverIn } from '../../client/pages/mastodon-page.js';
import { SectionPage } from '../../client/pages/section-page.js';
import { sectionAddress, threadAddress } from '../../client/parts/address.js';
import { wholeNumber } from './address-parts.js';
import { Asked, type Asking } from './asking.js';
import { PathParts, QueryParts } from './input.js';
import { ForEveryone } from './marks.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import { tagOf } from './page-cache/tags.js';
import { Pages } from './pages.js';
import { SectionSlots } from './section-slots.js';
import { sectionPath, type SectionPath, Sections, signedQuery } from './sections.js';

const query = signedQuery.extend({ to: wholeNumber.optional() });
const shareQuery = signedQuery.extend({ server: z.string().max(300).optional() });

/** The own page of an article's section: its thread, or an empty one with the form. */
@Controller('articles/:site/:identifier')
export class SectionController {
  constructor(
    private readonly sections: Sections, private readonly slots: SectionSlots, private readonly audience: AudiencePages, private readonly pages: Pages,
  ) {}

  /** `to` names the comment that is answered. */
  @Get()
  @ForEveryone()
  async show(@PathParts(sectionPath) path: SectionPath, @QueryParts(query) { to, ...asked }: z.infer<typeof query>, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    const { thread, article, category, signed, hold } = await this.sections.of(visitor, path, asked);
    if (thread !== null) {
      const there = to === undefined ? threadAddress(thread) : `/thread/${thread.id}/replies/new?to=${to}`;
      return void (await reply.header('cache-control', 'no-store').redirect(there, 302));
    }
    await this.audience.answer(request, reply, (ui) => Promise.resolve({
      page: h(SectionPage, { ui, article, category, thread, box: null, replyTo: null, signed, usualDelay: null }),
      // Under the words that its site has signed it is as good an address as any.
      address: signed === null ? sectionAddress(article) : request.url,
      tags: [tagOf.category(category.id)],
      slots: this.slots.of({ article, category, thread, signed, hold }),
    }));
  }

  /** Makes a link to somebody's own server; nothing of ours asks that server anything. */
  @Get('share')
  @ForEveryone()
  async share(@PathParts(sectionPath) path: SectionPath, @QueryParts(shareQuery) { server, ...asked }: z.infer<typeof shareQuery>, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    const { article, signed } = await this.sections.of(visitor, path, asked);
    const status = server === undefined || serverIn(server) !== null ? 200 : 422;
    await this.pages.send(reply, h(MastodonPage, { ui: this.pages.ui(visitor, request), article, signed, server: server ?? null }), { status });
  }
}
