import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { filtersOf } from '../../../client/workshops/agenda-filters.js';
import { calendarAddress } from '../../../client/kit/address.js';
import { NotFound } from '../../errors/errors.js';
import { CurrentSite } from '../../site/current-site.js';
import { Threads } from '../../threads/threads.js';
import { Towns } from '../../towns/towns.js';
import { wholeNumber } from '../kit/address-parts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AgendaQueries, agendaQuery, type SentAgendaQuery } from './agenda-query.js';
import { CalendarFiles } from './calendar-files.js';

const threadPath = z.strictObject({ id: wholeNumber });
const townPath = z.strictObject({ code: z.string().max(10) });

/** The dates of the agenda, of a workshop and of a town for programs. */
@Controller()
export class CalendarsController {
  constructor(
    private readonly files: CalendarFiles,
    private readonly towns: Towns,
    private readonly threads: Threads,
    private readonly site: CurrentSite,
    private readonly queries: AgendaQueries,
  ) {}

  @Get('workshops.ics')
  @ForEveryone()
  async all(@QueryParts(agendaQuery) sent: SentAgendaQuery, @Asked() asking: Asking): Promise<Answer> {
    const { name: forum } = await this.site.get();
    return this.files.show(asking, async (_audience, { t }) => {
      const { filter, query, place } = await this.queries.read(sent, asking.now);
      const filters = filtersOf(query);
      const name = place === null ? forum : t.site.pageTitle(place, forum);
      return { name, filter, address: calendarAddress(filters) };
    });
  }

  @Get('thread/:id/workshop.ics')
  @ForEveryone()
  ofThread(@PathParts(threadPath) { id }: z.infer<typeof threadPath>, @Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async (audience) => {
      const thread = await this.threads.for(audience).thread(id);
      if (thread === null || thread.kind !== 'workshop') throw new NotFound();
      return { name: thread.title, filter: { thread: thread.id }, address: `/thread/${thread.id}/workshop.ics` };
    });
  }

  @Get('town/:code/workshops.ics')
  @ForEveryone()
  ofTown(@PathParts(townPath) { code }: z.infer<typeof townPath>, @Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async () => {
      const town = await this.towns.byCode(code);
      if (town === null) throw new NotFound();
      return { name: town.name, filter: { town: town.code }, address: `/town/${town.code}/workshops.ics` };
    });
  }
}
