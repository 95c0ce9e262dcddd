import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import type { PreviewPlace } from '../../client/pages/preview-page.js';
import { wholeNumber } from './address-parts.js';
import { wantsJson } from './asked.js';
import { Asked, type Asking } from './asking.js';
import { EmbeddedPages } from './embedded-pages.js';
import { EmbeddedSending } from './embedded-sending.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';
import { sectionPath, type SectionPath, Sections, signedQuery } from './sections.js';
import { Sending } from './sending.js';
import { sentComment, type SentComment } from './sent-fields.js';

const fragmentQuery = signedQuery.extend({ page: wholeNumber.default(1) });

/** The section of an article on a page elsewhere: what it shows, and what is sent from there. */
@Controller('articles/:site/:identifier')
export class CommentsController {
  constructor(
    private readonly embedded: EmbeddedPages, private readonly foreign: EmbeddedSending, private readonly sections: Sections,
    private readonly sending: Sending, private readonly pages: Pages,
  ) {}

  @Get('comments.html')
  @ForEveryone()
  async show(@PathParts(sectionPath) path: SectionPath, @QueryParts(fragmentQuery) asked: z.infer<typeof fragmentQuery>, @Asked() { request, reply }: Asking): Promise<void> {
    await this.embedded.fragment(request, reply, path, asked);
  }

  /**
   * From our own pages like any form. A form that stands elsewhere gets the preview here, where nothing is stored yet;
   * a script of one of the site's own origins sends as a guest and is told where to follow it.
   */
  @Post('comments')
  @ForEveryone()
  async create(@PathParts(sectionPath) path: SectionPath, @Fields(sentComment) sent: SentComment, @Asked() asking: Asking): Promise<void> {
    const { request } = asking;
    const { elsewhere = false, listed = false } = request.embedding ?? {};
    // The element may stand on a page of our own, too: on an origin that the site has named.
    if ((elsewhere || listed) && wantsJson(request)) return this.foreign.answer(path, sent, asking);
    const { title, url, signature, replyTo, ...typed } = sent;
    const { category, article, thread, signed } = await this.sections.of(asking.visitor, path, { title, url, signature });
    const place: PreviewPlace = { kind: 'comment', category, article, thread, replyTo, signed };
    await this.sending.answer(asking, place, elsewhere ? { ...typed, action: 'preview' } : typed, this.pages.writtenIn(request));
  }
}
