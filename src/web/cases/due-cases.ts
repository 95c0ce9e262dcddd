import { Injectable } from '@nestjs/common';
import type { Ui } from '../../../client/kit/ui.js';
import type { CaseFilter } from '../../cases/case-filter.js';
import { DueDates, type DueFilter } from '../../cases/due-dates.js';
import type { DueDate } from '../../cases/open-dates.js';
import { plusDays } from '../../clock/day.js';
import { CurrentSite } from '../../site/current-site.js';
import type { Audience } from '../../threads/visible.js';
import { instantOf } from '../../workshops/local-time.js';
import type { ReadFilters } from './cases-query.js';

/** Days: what is due sooner stands on the home page, and in the list of what is due. */
export const SOON = 30;

/** Dates that come, on pages that are then true for a day. */
@Injectable()
export class DueCases {
  constructor(
    private readonly dues: DueDates,
    private readonly site: CurrentSite,
  ) {}

  /** From today to so many days from now, the soonest first. */
  async soon(
    audience: Audience,
    ui: Ui,
    { days, ...filter }: Omit<DueFilter, 'from' | 'until'> & { days: number },
  ): Promise<DueDate[]> {
    const { today } = ui.dates;
    await this.keepTillMidnight(ui);
    return this.dues.of(audience, { ...filter, from: today, until: plusDays(today, days) }, today);
  }

  /** The filter of a list, with the cases that have a date which binds people soon where it asks for these alone. */
  async filter({ filter, due }: ReadFilters, audience: Audience, ui: Ui): Promise<CaseFilter> {
    if (!due) return filter;
    const soon = await this.soon(audience, ui, { binds: 'people', days: SOON });
    return { ...filter, threads: [...new Set(soon.map(({ thread }) => thread.id))] };
  }

  /** What runs and what has passed is said of this day. */
  async keepTillMidnight(ui: Ui): Promise<void> {
    const { timeZone } = await this.site.get();
    const { today } = ui.dates;
    const next = instantOf(`${plusDays(today, 1)}T00:00`, timeZone);
    ui.dates.trueTill(next instanceof Date ? next : new Date(`${today}T24:00:00Z`));
  }
}
