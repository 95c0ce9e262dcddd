import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Ui } from '../../../../client/kit/ui.js';
import { Clock } from '../../../clock/clock.js';
import type { Visitor } from '../../../visitors/visitor.js';
import type { Whole } from '../answer.js';
import type { Asking } from '../asking.js';
import { documentOf } from '../html-of.js';
import type { Mark } from '../marks.js';
import { Pages } from '../pages.js';
import type { Asker, Drawing } from './drawing.js';
import { EncodedPage } from './encoded-page.js';
import type { Drawn } from './kept-pages.js';
import { memberKey, type MemberPage, PageCache } from './page-cache.js';
import { encodingFor } from './encoding.js';
import { carriesSession } from './carries-session.js';
import { type Fragments, Template } from './template.js';

/** The header `Link` of a page: its one right address, and its neighbours. */
function linksOf({ address, next, previous }: Pick<Drawing, 'address' | 'next' | 'previous'>): string {
  const links = [`<${address}>; rel="canonical"`];
  if (previous != null) links.push(`<${previous}>; rel="prev"`);
  if (next != null) links.push(`<${next}>; rel="next"`);
  return links.join(', ');
}

type Draw<P> = (ui: Ui) => Promise<Drawing<P>>;

/**
 * Answers with a page that is the same for everyone of one audience: from memory where it is kept, otherwise drawn
 * once. Only what is personal is made for each request.
 */
@Injectable()
export class AudiencePages {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  /** `draw` reads for the visitor's audience and language, and for nothing else of theirs. */
  for<P>({ visitor, request, mark }: Asking, draw: Draw<P>): Promise<Whole> {
    return visitor.isGuest ? this.forGuest(visitor, request, draw) : this.forMember(visitor, request, draw, mark);
  }

  /** What a kept page says to one member, whichever way they came. */
  async filled(page: MemberPage, asker: Asker): Promise<Pick<Whole, 'headers'> & { fragments: Fragments }> {
    const [frame, slots] = await Promise.all([this.pages.frame(asker.visitor, asker.ui), page.slots(asker)]);
    const headers = {
      'cache-control': 'no-store',
      vary: 'Accept-Encoding, Cookie',
      link: page.links,
      'content-type': 'text/html; charset=utf-8',
    };
    return { headers, fragments: { ...frame, ...slots } };
  }

  private async forGuest<P>(visitor: Visitor, request: FastifyRequest, draw: Draw<P>): Promise<Whole> {
    const page = await this.cache.forGuests.getOrDraw(request.url, this.clock.now(), async () => {
      const ui = this.pages.ui(visitor, request);
      const { template, links, slots, drawn } = await this.draw(ui, request, draw);
      const html = template.fill({
        ...(await this.pages.frame(visitor, ui)),
        ...(await slots({ visitor, ui, request })),
      });
      const value = await EncodedPage.of(html, links, encodingFor(request));
      // Asked for only now: the slots have dates, too.
      return { ...drawn, value, bytes: value.bytes, freshUntil: ui.dates.freshUntil };
    });
    return page.answer(request, !carriesSession(request.headers.cookie));
  }

  private async forMember<P>(visitor: Visitor, request: FastifyRequest, draw: Draw<P>, mark: Mark): Promise<Whole> {
    const ui = this.pages.ui(visitor, request);
    const key = memberKey(visitor, ui.language, request.url);
    const page = await this.cache.forMembers.getOrDraw(key, this.clock.now(), async () => {
      const { drawn, atDoor, ...value } = await this.draw(this.pages.ui(visitor, request), request, draw);
      return { ...drawn, value: { ...value, mark: atDoor ? mark : null }, bytes: value.template.weight };
    });
    const { headers, fragments } = await this.filled(page, { visitor, ui, request });
    return { kind: 'whole', status: 200, headers, body: page.template.fill(fragments) };
  }

  private async draw<P>(
    ui: Ui,
    request: FastifyRequest,
    draw: Draw<P>,
  ): Promise<Omit<MemberPage, 'mark'> & { atDoor: boolean; drawn: Omit<Drawn<object>, 'value' | 'bytes'> }> {
    const drawing = await draw(ui);
    const { page, address, tags, parts, slots = () => Promise.resolve({}), atDoor = false } = drawing;
    const template = new Template(documentOf(page), parts);
    const drawn = { tags, freshUntil: ui.dates.freshUntil, keep: address === request.url };
    return { template, links: linksOf(drawing), slots, atDoor, drawn };
  }
}
