import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { NoticesPage } from '../../client/pages/notices-page.js';
import { Clock } from '../clock/clock.js';
import { Notices } from '../notices/notices.js';
import { before } from './address-parts.js';
import { Asked, type Asking } from './asking.js';
import { QueryParts } from './input.js';
import { ForMembers } from './marks.js';
import { Pages } from './pages.js';
import type { BeforeQuery } from './path-parts.js';

@Controller('me/notices')
export class NoticesController {
  constructor(private readonly notices: Notices, private readonly pages: Pages, private readonly clock: Clock) {}

  /** What is shown has been seen; asking for the headers alone, or ahead of a visit that may never come, is no seeing. */
  @Get()
  @ForMembers()
  async show(@QueryParts(before) { before: cursor }: BeforeQuery, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    const { rows, next } = await this.notices.of(visitor, cursor);
    const isVisit = request.method === 'GET' && !(request.headers['sec-purpose'] ?? '').includes('prefetch');
    if (isVisit && visitor.member !== null) await this.notices.seen(visitor.member.id, { before: cursor, next }, this.clock.now());
    await this.pages.send(reply, h(NoticesPage, { ui: this.pages.ui(visitor, request), notices: { rows, next }, before: cursor ?? null }));
  }
}
