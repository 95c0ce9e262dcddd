import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import { BulkPage, type BulkPageProps } from '../../client/pages/bulk-page.js';
import { queueAddress } from '../../client/parts/queue-address.js';
import { Clock } from '../clock/clock.js';
import { BulkDrafts } from '../desk/bulk/bulk-drafts.js';
import { Bulks } from '../desk/bulk/bulks.js';
import { Asked, type Asking } from './asking.js';
import { bulkPath, sentBulk, sentBulkVerdict } from './bulk-fields.js';
import { DeskPages } from './desk-pages.js';
import { formProblem } from './form-problem.js';
import { Fields, PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { placeShown } from './queue-query.js';

type Path = z.infer<typeof bulkPath>;

/** Many at once: choose, look, decide, watch, undo. */
@Controller('desk/bulk')
export class BulkController {
  constructor(
    private readonly drafts: BulkDrafts, private readonly bulks: Bulks, private readonly desk: DeskPages, private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  /** What was ticked, or all that the filter shows; with `to`, only the queue's next page with the ticks kept. */
  @Post()
  @ForModerators()
  async create(@Fields(sentBulk) { back, item, items, all, to }: z.infer<typeof sentBulk>, @Asked() asking: Asking): Promise<void> {
    // What was ticked says itself what is meant; all of something does not.
    const place = placeShown(back === '' && all === undefined ? '/desk' : back);
    const chosen = [...items, ...item];
    if (to !== undefined) return this.desk.send(asking, { place: { ...place, before: to || null }, ticked: chosen.map(({ id, version }) => `${id}:${version}`) });
    const now = this.clock.now();
    const bulk = all === undefined
      ? await this.drafts.ofTicked(asking.visitor, chosen, queueAddress(place), now)
      : await this.drafts.ofFilter(asking.visitor, { filter: place.filter, now }, queueAddress(place));
    await asking.reply.redirect(`/desk/bulk/${bulk}`, 303);
  }

  @Get(':id')
  @ForModerators()
  async show(@PathParts(bulkPath) { id }: Path, @Asked() asking: Asking): Promise<void> {
    await this.draw(asking, id, { written: null, errors: null });
  }

  @Post(':id')
  @ForModerators()
  async start(@PathParts(bulkPath) { id }: Path, @Fields(sentBulkVerdict) sent: z.infer<typeof sentBulkVerdict>, @Asked() asking: Asking): Promise<void> {
    const { visitor, request, reply } = asking;
    const { decision, reason: reasons, remark } = sent;
    const { language } = this.pages.ui(visitor, request);
    try {
      await this.bulks.start(visitor, id, { decision, reasons, remark, language }, this.clock.now());
    } catch (error) {
      const { status, errors } = formProblem(error);
      return this.draw(asking, id, { written: { decision, reasons, remark }, errors }, status);
    }
    await reply.redirect(`/desk/bulk/${id}`, 303);
  }

  @Post(':id/undo')
  @ForModerators()
  async undo(@PathParts(bulkPath) { id }: Path, @Asked() { visitor, reply }: Asking): Promise<void> {
    await this.bulks.undo(visitor, id, this.clock.now());
    await reply.redirect(`/desk/bulk/${id}`, 303);
  }

  private async draw({ visitor, request, reply }: Asking, id: string, typed: Pick<BulkPageProps, 'written' | 'errors'>, status = 200): Promise<void> {
    const bulk = await this.bulks.one(visitor, id);
    await this.pages.send(reply, h(BulkPage, { ui: this.pages.ui(visitor, request), bulk, ...typed }), { status });
  }
}
