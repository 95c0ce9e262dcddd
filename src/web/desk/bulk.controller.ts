import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import { BulkPage, type BulkPageProps } from '../../../client/desk/bulk-page.js';
import { queueAddress } from '../../../client/desk/queue-address.js';
import { BulkDrafts } from '../../desk/bulk/bulk-drafts.js';
import { Bulks } from '../../desk/bulk/bulks.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { bulkPath, sentBulk, sentBulkVerdict } from './bulk-fields.js';
import { DeskPages } from './desk-pages.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { positionShown } from './queue-query.js';

type Path = z.infer<typeof bulkPath>;

/** Many at once: choose, look, decide, watch, undo. */
@Controller('desk/bulk')
export class BulkController {
  constructor(
    private readonly drafts: BulkDrafts,
    private readonly bulks: Bulks,
    private readonly desk: DeskPages,
  ) {}

  /**
   * Starts a bulk with the ticked submissions, or with all that the filter shows; with `to`, it only shows the queue's
   * next page and keeps the ticks.
   */
  @Post()
  @ForModerators()
  async create(
    @Fields(sentBulk) { back, item, items, all, to }: z.infer<typeof sentBulk>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    // Ticked boxes say what is meant without a position; "all that is shown" needs one.
    const position = positionShown(back === '' && all === undefined ? '/desk' : back);
    const chosen = [...items, ...item];
    if (to !== undefined)
      return this.desk.draw(asking, {
        position: { ...position, before: to || null },
        ticked: chosen.map(({ id, version }) => `${id}:${version}`),
      });
    const { now } = asking;
    const bulk =
      all === undefined
        ? await this.drafts.ofTicked(asking.visitor, chosen, queueAddress(position), now)
        : await this.drafts.ofFilter(asking.visitor, { filter: position.filter, now }, queueAddress(position));
    return seeOther(`/desk/bulk/${bulk}`);
  }

  @Get(':id')
  @ForModerators()
  async show(@PathParts(bulkPath) { id }: Path, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, id, { written: null, errors: null });
  }

  @Post(':id')
  @ForModerators()
  async start(
    @PathParts(bulkPath) { id }: Path,
    @Fields(sentBulkVerdict) sent: z.infer<typeof sentBulkVerdict>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { decision, reason: reasons, remark } = sent;
    const { language } = asking.ui;
    return orAgain(
      async () => {
        await this.bulks.start(asking.visitor, id, { decision, reasons, remark, language }, asking.now);
        return seeOther(`/desk/bulk/${id}`);
      },
      (errors) => this.draw(asking, id, { written: { decision, reasons, remark }, errors }),
    );
  }

  @Post(':id/undo')
  @ForModerators()
  async undo(@PathParts(bulkPath) { id }: Path, @Asked() { visitor, now }: Asking): Promise<Answer> {
    await this.bulks.undo(visitor, id, now);
    return seeOther(`/desk/bulk/${id}`);
  }

  private async draw(
    { visitor, ui }: Asking,
    id: string,
    typed: Pick<BulkPageProps, 'written' | 'errors'>,
  ): Promise<Answer> {
    const bulk = await this.bulks.one(visitor, id);
    return page(h(BulkPage, { ui, bulk, ...typed }));
  }
}
