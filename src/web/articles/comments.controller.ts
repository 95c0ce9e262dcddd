import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { wholeNumber } from '../kit/address-parts.js';
import { wantsJson } from '../kit/request.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { EmbeddedPages } from './embedded-pages.js';
import { EmbeddedSlips } from './embedded-slips.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { Uncounted } from '../kit/uncounted.js';
import { sectionPath, type SectionPath, Sections, signedQuery } from './sections.js';
import type { SeenTarget } from '../writing/kinds.js';
import { Sending } from '../writing/sending.js';
import { sentComment, type SentComment, type SentForm } from '../writing/sent-fields.js';
import { TakesFiles } from '../writing/takes-files.js';
import { WritingPages } from '../writing/writing-pages.js';

const fragmentQuery = signedQuery.extend({ page: wholeNumber.default(1) });

/** The section of an article on a page elsewhere: what it shows, and what is sent from there. */
@Controller('articles/:site/:identifier')
export class CommentsController {
  constructor(
    private readonly embedded: EmbeddedPages,
    private readonly slips: EmbeddedSlips,
    private readonly sections: Sections,
    private readonly sending: Sending,
    private readonly drawn: WritingPages,
  ) {}

  @Get('comments.html')
  @ForEveryone()
  @Uncounted()
  async show(
    @PathParts(sectionPath) path: SectionPath,
    @QueryParts(fragmentQuery) asked: z.infer<typeof fragmentQuery>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.embedded.fragment(asking, path, asked);
  }

  /**
   * A form of our own pages is handled like any other. A form on a page elsewhere gets the preview here, where nothing
   * is stored yet; a script of one of the site's own origins sends as a guest and is told where to follow it.
   */
  @Post('comments')
  @ForEveryone()
  @TakesFiles()
  async create(
    @PathParts(sectionPath) path: SectionPath,
    @Fields(sentComment) sent: SentComment,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { request } = asking;
    const { elsewhere = false, listed = false } = request.embedding ?? {};
    // The element may stand on a page of our own, too: on an origin that the site has named.
    if ((elsewhere || listed) && wantsJson(request))
      return this.sending.submit(asking, this.slips.presented(asking, path, sent));
    const { title, url, signature, replyTo, ...typed } = sent;
    const { category, article, thread, signed } = await this.sections.of(asking.visitor, path, {
      title,
      url,
      signature,
    });
    const target: SeenTarget = { kind: 'comment', category, article, thread, replyTo, signed };
    const form: SentForm = elsewhere ? { ...typed, action: 'preview' } : typed;
    return this.sending.submit(asking, this.drawn.presented(asking, target, form));
  }
}
