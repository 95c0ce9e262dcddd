import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ui } from '../../../client/ui.js';
import { Clock } from '../../clock/clock.js';
import { Visitor } from '../../visitors/visitor.js';
import { Limits } from '../limits.js';
import { Pages } from '../pages.js';
import type { Drawing } from './drawing.js';
import { EncodedPage } from './encoded-page.js';
import type { Drawn, KeptPages } from './kept-pages.js';
import { linksOf } from './links.js';
import type { MemberPage } from './member-page.js';
import { PageCache } from './page-cache.js';
import { carriesSession } from './page-cache-hook.js';
import { Template } from './template.js';

type Draw<P> = (ui: Ui) => Promise<Drawing<P>>;

/**
 * Answers with a page that is the same for everyone of one audience: from memory where it is kept, otherwise drawn
 * once. Only what is drawn is limited in rate, and only what is personal is made for each request.
 */
@Injectable()
export class AudiencePages {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: Pages,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** `draw` reads for the visitor's audience and language, and for nothing else of theirs. */
  async answer<P>(request: FastifyRequest, reply: FastifyReply, draw: Draw<P>): Promise<void> {
    const visitor = request.visitor ?? Visitor.guest();
    if (visitor.isGuest) await this.answerGuest(visitor, request, reply, draw);
    else await this.answerMember(visitor, request, reply, draw);
  }

  private async answerGuest<P>(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, draw: Draw<P>): Promise<void> {
    const page = await this.kept(this.cache.forGuests, request.url, request, async () => {
      const ui = this.pages.ui(visitor, request);
      const { template, links, slots, drawn } = await this.draw(ui, request, draw);
      const html = template.fill({ account: await this.pages.account(visitor, ui), ...(await slots({ visitor, ui, request })) });
      const value = await EncodedPage.of(html, links);
      // Asked for only now: the slots have dates, too.
      return { ...drawn, value, bytes: value.bytes, freshUntil: ui.dates.freshUntil };
    });
    page.send(request, reply, !carriesSession(request.headers.cookie));
  }

  private async answerMember<P>(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, draw: Draw<P>): Promise<void> {
    const ui = this.pages.ui(visitor, request);
    const key = `${visitor.audience} ${ui.language} ${request.url}`;
    const page = await this.kept(this.cache.forMembers, key, request, async () => {
      const { drawn, ...value } = await this.draw(this.pages.ui(visitor, request), request, draw);
      return { ...drawn, value, bytes: value.template.bytes };
    });
    const [account, slots] = await Promise.all([this.pages.account(visitor, ui), page.slots({ visitor, ui, request })]);
    reply.header('cache-control', 'no-store').header('vary', 'Accept-Encoding, Cookie').header('link', page.links);
    await reply.type('text/html; charset=utf-8').send(page.template.fill({ account, ...slots }));
  }

  private async kept<T extends object>(
    pages: KeptPages<T>, key: string, request: FastifyRequest, draw: () => Promise<Drawn<T>>,
  ): Promise<T> {
    const now = this.clock.now();
    const kept = pages.get(key, now);
    if (kept !== undefined) return kept;
    await this.limits.take('read', request);
    return pages.getOrDraw(key, now, draw);
  }

  private async draw<P>(
    ui: Ui, request: FastifyRequest, draw: Draw<P>,
  ): Promise<MemberPage & { drawn: Omit<Drawn<object>, 'value' | 'bytes'> }> {
    const drawing = await draw(ui);
    const { page, address, tags, slots = () => Promise.resolve({}) } = drawing;
    const template = new Template(this.pages.document(page));
    const drawn = { tags, freshUntil: ui.dates.freshUntil, keep: address === request.url };
    return { template, links: linksOf(drawing), slots, drawn };
  }
}
