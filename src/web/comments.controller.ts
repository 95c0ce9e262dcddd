import { Controller, Get, Post } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PreviewPlace } from '../../client/pages/preview-page.js';
import { Clock } from '../clock/clock.js';
import { Reception } from '../desk/reception.js';
import { Forbidden } from '../errors/errors.js';
import { Visitor } from '../visitors/visitor.js';
import { Absolute } from './absolute.js';
import { wholeNumber } from './address-parts.js';
import { wantsJson } from './asked.js';
import { Asked, type Asking } from './asking.js';
import { EmbeddedPages } from './embedded-pages.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { outcomeOf } from './outcome.js';
import { Pages } from './pages.js';
import { sectionPath, type SectionPath, Sections, signedQuery } from './sections.js';
import { Sending } from './sending.js';
import { sentComment, type SentComment } from './sent-fields.js';
import { wordsOf } from './words-of.js';

const fragmentQuery = signedQuery.extend({ page: wholeNumber.default(1) });

/** The section of an article on a page elsewhere: what it shows, and what is sent from there. */
@Controller('articles/:site/:identifier')
export class CommentsController {
  constructor(
    private readonly embedded: EmbeddedPages, private readonly sections: Sections, private readonly sending: Sending, private readonly reception: Reception,
    private readonly pages: Pages, private readonly limits: Limits, private readonly absolute: Absolute, private readonly clock: Clock,
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
    const elsewhere = request.embedding?.elsewhere === true;
    if (elsewhere && wantsJson(request)) return this.take(path, sent, asking);
    const { title, url, signature, replyTo, ...typed } = sent;
    const { category, article, thread, signed } = await this.sections.of(asking.visitor, path, { title, url, signature });
    const place: PreviewPlace = { kind: 'comment', category, article, thread, replyTo, signed };
    await this.sending.answer(asking, place, elsewhere ? { ...typed, action: 'preview' } : typed, this.pages.writtenIn(request));
  }

  private async take(path: SectionPath, sent: SentComment, { request, reply }: Asking): Promise<void> {
    const ui = this.pages.ui(Visitor.guest(), request);
    try {
      if (request.embedding?.listed !== true) throw new Forbidden('origin-unlisted');
      await this.limits.take('send', request);
      const { action: _action, as: _as, key: given, ...words } = sent;
      const key = given === '' ? randomBytes(18).toString('base64url') : given;
      const draft = { kind: 'comment' as const, ...path, ...words, key, language: this.pages.writtenIn(request) };
      const { token, code, published } = await this.reception.receive(Visitor.guest(), draft, this.clock.now());
      const answer = { follow: this.absolute.address(`/follow/${token}`), code, published: published !== null, words: ui.t.section.recorded };
      await reply.status(201).send(answer);
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.status >= 500) throw error;
      const { status, code, fields = {}, detail } = outcome;
      if (status === 429) void reply.header('retry-after', String(detail['seconds'] ?? 60));
      const words = wordsOf(ui, outcome);
      await reply.status(status).send({ error: code, words, fields: Object.fromEntries(Object.keys(fields).map((name) => [name, wordsOf(ui, { ...outcome, fields: { [name]: fields[name] ?? '' } })])) });
    }
  }
}
