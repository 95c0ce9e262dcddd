import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { UnreadPage } from '../../../client/threads/unread-page.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import { Unread } from '../../threads/unread.js';
import type { Visitor } from '../../visitors/visitor.js';
import { before } from '../kit/address-parts.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, QueryParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import type { BeforeQuery } from '../kit/path-parts.js';

const readFields = z.strictObject({
  action: z.enum(['read'], 'wrong-value'),
  until: z.iso.datetime('wrong-value').optional(),
});

@Controller('unread')
export class UnreadController {
  constructor(
    private readonly unread: Unread,
    private readonly threads: Threads,
  ) {}

  @Get()
  @ForMembers()
  async show(
    @QueryParts(before) { before: cursor = null }: { before?: BeforeQuery['before'] | null },
    @Asked() { visitor, ui }: Asking,
  ): Promise<Answer> {
    const { rows: ids, next } = await this.unread.threads(idOf(visitor), visitor.audience, cursor);
    const rows = await this.threads.for(visitor.audience).rows(ids);
    const left = await this.unread.of(
      idOf(visitor),
      rows.map(({ thread }) => thread),
    );
    const threads = rows.flatMap((row) => {
      const unread = left.get(row.thread.id);
      return unread === undefined ? [] : [{ row, unread }];
    });
    return page(h(UnreadPage, { ui, threads: { rows: threads, next }, before: cursor }));
  }

  /** Up to the moment of the page that the button stood on: what came since was not seen there. */
  @Post()
  @ForMembers()
  async read(
    @Fields(readFields) { until }: z.infer<typeof readFields>,
    @Asked() { visitor, now }: Asking,
  ): Promise<Answer> {
    const moment = until === undefined ? now : new Date(until);
    await this.unread.readEverything(idOf(visitor), moment < now ? moment : now);
    return seeOther('/unread');
  }
}

function idOf({ member }: Visitor): number {
  if (member === null) throw new NotFound();
  return member.id;
}
