import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { DeadlineCountPage } from '../../../client/cases/deadline-count-page.js';
import { Deadlines, FIRST_COUNTRY } from '../../cases/deadlines.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { type CountQuery, countQuery, stepsOfDays, typedDays } from './count-days.js';

/** The address has days of somebody's life. */
const UNKEPT = { headers: { 'cache-control': 'no-store' } };

/** Counts for whoever asks, and keeps nothing of it: no page cache, no table. */
@Controller('deadlines/count')
export class DeadlineCountController {
  constructor(private readonly deadlines: Deadlines) {}

  @Get()
  @ForEveryone()
  count(@QueryParts(countQuery) query: CountQuery, @Asked() { ui }: Asking): Promise<Answer> {
    const typed = typedDays(query);
    return orTypedAgain(
      async () => {
        const steps = stepsOfDays(query);
        const dates = await this.deadlines.of(steps, query.country ?? FIRST_COUNTRY, ui.dates.today);
        return page(h(DeadlineCountPage, { ui, typed, errors: null, dates }), UNKEPT);
      },
      (errors) => page(h(DeadlineCountPage, { ui, typed, errors, dates: null }), UNKEPT),
    );
  }
}
