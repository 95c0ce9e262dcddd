import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { NoticesPage } from '../../../client/notices/notices-page.js';
import { NotFound } from '../../errors/errors.js';
import { Notices } from '../../notices/notices.js';
import type { Visitor } from '../../visitors/visitor.js';
import { before } from '../kit/address-parts.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, QueryParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import type { BeforeQuery } from '../kit/path-parts.js';

const choice = z.strictObject({ mentions: z.enum(['yes', 'no'], 'wrong-value') });

@Controller('me/notices')
export class NoticesController {
  constructor(private readonly notices: Notices) {}

  /**
   * Notices that are shown count as seen; a request for the headers alone, or a prefetch by the browser, does not
   * count.
   */
  @Get()
  @ForMembers()
  async show(
    @QueryParts(before) { before: cursor }: BeforeQuery,
    @Asked() { visitor, request, ui, now }: Asking,
  ): Promise<Answer> {
    const { rows, next } = await this.notices.of(visitor, cursor);
    const isVisit = request.method === 'GET' && !(request.headers['sec-purpose'] ?? '').includes('prefetch');
    if (isVisit && visitor.member !== null) await this.notices.seen(visitor.member.id, { before: cursor, next }, now);
    return page(
      h(NoticesPage, {
        ui,
        notices: { rows, next },
        before: cursor ?? null,
        mentions: await this.notices.toldOfMentions(idOf(visitor)),
      }),
    );
  }

  /** Whether they want to hear of posts that name them. */
  @Post()
  @ForMembers()
  async choose(@Fields(choice) { mentions }: z.infer<typeof choice>, @Asked() { visitor }: Asking): Promise<Answer> {
    await this.notices.tellOfMentions(idOf(visitor), mentions === 'yes');
    return seeOther('/me/notices');
  }
}

function idOf({ member }: Visitor): number {
  if (member === null) throw new NotFound();
  return member.id;
}
