import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { AgendaPage, type AgendaPageProps } from '../../../client/workshops/agenda-page.js';
import { filtersOf } from '../../../client/workshops/agenda-filters.js';
import { agendaAddress } from '../../../client/kit/address.js';
import { dayKeyIn } from '../../../client/kit/facts/local-dates.js';
import { NotFound } from '../../errors/errors.js';
import { UnclearTown } from '../../towns/unclear-town.js';
import { readAgendaCursor, writeAgendaCursor } from '../../workshops/agenda-cursor.js';
import { Agenda, type AgendaFilter } from '../../workshops/agenda.js';
import type { AgendaRow } from '../../workshops/visible-workshop.js';
import { Absolute } from '../kit/absolute.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { AgendaQueries, agendaQuery, askedFor, type SentAgendaQuery } from './agenda-query.js';
import { keepTill } from './keep-till.js';

const PAGE = 50;
const MOST_IN_MONTH = 300;
/** Among so many there is one that begins after the end of a month, where others last beyond it. */
const A_FEW = 20;

function isAhead(now: Date): (row: AgendaRow) => boolean {
  return ({ date }) => date.state !== 'cancelled' && date.endsAt > now;
}

/** All dates that this audience may know of, the next ones first. */
@Controller('workshops')
export class AgendaController {
  constructor(
    private readonly agenda: Agenda,
    private readonly queries: AgendaQueries,
    private readonly pages: AudiencePages,
    private readonly absolute: Absolute,
  ) {}

  @Get()
  @ForEveryone()
  async show(@QueryParts(agendaQuery) sent: SentAgendaQuery, @Asked() asking: Asking): Promise<Answer> {
    try {
      return await this.dates(sent, asking);
    } catch (error) {
      if (!(error instanceof UnclearTown)) throw error;
      // Whoever empties the field of the town again is where they were.
      const query = { ...askedFor({ ...sent, near: undefined }), ...askedFor(sent) };
      const props = {
        ui: asking.ui,
        rows: [],
        query,
        place: null,
        unclear: error,
        month: null,
        nothingAhead: null,
        next: null,
        ...this.around(asking),
      };
      return page(h(AgendaPage, props), { status: 422 });
    }
  }

  private around({ visitor }: Asking): Pick<AgendaPageProps, 'origin' | 'forMembers'> {
    return { origin: this.absolute.address(''), forMembers: !visitor.isGuest };
  }

  /** The first month after this one, and not before now, in which this audience finds dates of the same filter. */
  private async after(
    { visitor }: Asking,
    month: string,
    now: Date,
    { until = now, ...filter }: AgendaFilter,
  ): Promise<{ next: string | null }> {
    const after = until < now ? now : until;
    const rows = await this.agenda.dates(visitor.audience, { ...filter, after }, { limit: A_FEW });
    const months = rows.map(({ workshop, date }) => dayKeyIn(workshop.zone, date.startsAt).slice(0, 7));
    return { next: months.find((each) => each > month) ?? null };
  }

  private async dates(sent: SentAgendaQuery, asking: Asking): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const { now } = ui.dates;
      const { filter, query, place, month } = await this.queries.read(sent, now);
      const number = month === null ? (sent.page ?? 1) : 1;
      const wanted =
        sent.from === undefined || month !== null ? filter : { ...filter, beyond: readAgendaCursor(sent.from) };
      const found = await this.agenda.dates(asking.visitor.audience, wanted, {
        limit: (month === null ? PAGE : MOST_IN_MONTH) + 1,
        from: (number - 1) * PAGE,
      });
      if (number > 1 && found.length === 0) throw new NotFound();
      const rows = month === null ? found.slice(0, PAGE) : found;
      keepTill(
        ui,
        rows.map(({ date }) => date),
      );
      const nothingAhead =
        month === null || rows.some(isAhead(now)) ? null : await this.after(asking, month, now, filter);
      const last = month === null && found.length > PAGE ? rows.at(-1)?.date : undefined;
      const next = last === undefined ? null : agendaAddress({ ...filtersOf(query), from: writeAgendaCursor(last) });
      return {
        page: h(AgendaPage, {
          ui,
          rows,
          query,
          place,
          unclear: null,
          month,
          nothingAhead,
          next,
          ...this.around(asking),
        }),
        address: agendaAddress(query),
        next,
        tags: [tagOf.lists],
      };
    });
  }
}
