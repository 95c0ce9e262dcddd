import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { LogPage } from '../../client/pages/log-page.js';
import { Clock } from '../clock/clock.js';
import { Categories } from '../categories/categories.js';
import { DECISIONS } from '../desk/card.js';
import { DecisionLog } from '../desk/decision-log.js';
import { Asked, type Asking } from './asking.js';
import { QueryParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { decisionPath, doneQuery } from './path-parts.js';
import { wholeNumber } from './address-parts.js';

/** An empty choice of the form chooses nothing. */
const chosen = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => undefined), schema]).optional();

const query = z.object({
  decision: chosen(z.enum(DECISIONS)),
  moderator: chosen(wholeNumber),
  category: chosen(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(200)),
  submission: chosen(z.uuid()),
  before: decisionPath.shape.id.optional(),
  ...doneQuery.shape,
});

/** Every decision, by whom, and whether it can still be undone: for the staff alone. */
@Controller('desk/log')
export class LogController {
  constructor(
    private readonly log: DecisionLog, private readonly categories: Categories, private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForModerators()
  async show(@QueryParts(query) { before, done, ...filter }: z.infer<typeof query>, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    const [rows, deciders, categories, line] = await Promise.all([
      this.log.page(visitor, filter, before), this.log.deciders(), this.categories.for('staff').all(),
      done === undefined ? null : this.log.line(visitor, done, this.clock.now()),
    ]);
    const ui = this.pages.ui(visitor, request);
    const own = categories.filter(({ id }) => visitor.moderatesCategory(id));
    await this.pages.send(reply, h(LogPage, { ui, rows, filter, before: before ?? null, deciders, categories: own, done: line }));
  }
}
