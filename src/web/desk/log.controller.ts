import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { LogPage } from '../../../client/desk/log-page.js';
import { Categories } from '../../categories/categories.js';
import { DECISIONS } from '../../publishing/decision.js';
import { DecisionLog } from '../../desk/decisions/decision-log.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { decisionPath, doneQuery } from '../kit/path-parts.js';
import { wholeNumber } from '../kit/address-parts.js';

/** An empty choice of the form chooses nothing. */
const chosen = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

const query = z.object({
  decision: chosen(z.enum(DECISIONS)),
  moderator: chosen(wholeNumber),
  category: chosen(
    z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(200),
  ),
  submission: chosen(z.uuid()),
  before: decisionPath.shape.id.optional(),
  ...doneQuery.shape,
});

/** Every decision, by whom, and whether it can still be undone: for the staff alone. */
@Controller('desk/log')
export class LogController {
  constructor(
    private readonly log: DecisionLog,
    private readonly categories: Categories,
  ) {}

  @Get()
  @ForModerators()
  async show(
    @QueryParts(query) { before, done, ...filter }: z.infer<typeof query>,
    @Asked() { visitor, ui, now }: Asking,
  ): Promise<Answer> {
    const [rows, deciders, categories, line] = await Promise.all([
      this.log.page(visitor, filter, before, now),
      this.log.deciders(),
      this.categories.for('staff').all(),
      done === undefined ? null : this.log.line(visitor, done, now),
    ]);
    const own = categories.filter(({ id }) => visitor.moderatesCategory(id));
    return page(h(LogPage, { ui, rows, filter, before: before ?? null, deciders, categories: own, done: line }));
  }
}
