import { Injectable } from '@nestjs/common';
import type { Ui } from '../../../client/kit/ui.js';
import type { Audience } from '../../threads/visible.js';
import type { AgendaFilter } from '../../workshops/agenda.js';
import { Absolute } from '../kit/absolute.js';
import { type Answer, bytes } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { KeptFiles } from '../kit/page-cache/kept-files.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { namesTag, weakTag } from '../kit/weak-tag.js';
import { calendarOf } from './calendar.js';
import { CalendarDates } from './calendar-dates.js';

/** Whatever the request accepts: programs that ask for anything else read it all the same. */
const TYPE = 'text/calendar; charset=utf-8';

/** What a calendar is of. */
export interface CalendarOf {
  name: string;
  filter: AgendaFilter;
  /** Its one right address. */
  address: string;
}

/** Answers with calendars. Everybody's are kept like pages; a member's browser gets what the member may read. */
@Injectable()
export class CalendarFiles {
  constructor(
    private readonly dates: CalendarDates,
    private readonly kept: KeptFiles,
    private readonly absolute: Absolute,
  ) {}

  async show(asking: Asking, find: (audience: Audience, ui: Ui) => Promise<CalendarOf>): Promise<Answer> {
    const { audience } = asking.visitor;
    if (audience === 'everyone')
      return this.kept.show(asking, async (ui) => {
        const calendar = await find(audience, ui);
        const body = await this.drawn(ui, audience, calendar);
        return { type: TYPE, body, address: calendar.address, tags: [tagOf.lists], link: '' };
      });
    return unlessKnown(asking, await this.drawn(asking.ui, audience, await find(audience, asking.ui)));
  }

  private async drawn(ui: Ui, audience: Audience, { name, filter }: CalendarOf): Promise<string> {
    const rows = await this.dates.of(audience, filter, ui.dates.now);
    return calendarOf(ui, name, rows, this.absolute.address(''));
  }
}

/** One person's calendar; 304 to a program that has these very bytes. */
export function unlessKnown({ request }: Pick<Asking, 'request'>, body: string): Answer {
  const etag = weakTag(body);
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (namesTag(request.headers['if-none-match'], etag)) return { kind: 'whole', status: 304, headers, body: null };
  return bytes(TYPE, body, { headers });
}
