import { Controller, Get } from '@nestjs/common';
import { filtersOf } from '../../../client/workshops/agenda-filters.js';
import { agendaAddress, agendaFeedAddress } from '../../../client/kit/address.js';
import { workshopFeed } from '../../../client/workshops/workshop-feed.js';
import { Agenda } from '../../workshops/agenda.js';
import { Absolute } from '../kit/absolute.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { KeptFiles } from '../kit/page-cache/kept-files.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { AgendaQueries, agendaQuery, type SentAgendaQuery } from './agenda-query.js';
import { keepTill } from './keep-till.js';

const ITEMS = 50;

/** What is announced, moved and cancelled, for feed readers; like all feeds for everyone, whoever asks. */
@Controller()
export class WorkshopFeedsController {
  constructor(
    private readonly agenda: Agenda,
    private readonly queries: AgendaQueries,
    private readonly files: KeptFiles,
    private readonly absolute: Absolute,
  ) {}

  @Get('workshops.xml')
  @ForEveryone()
  async show(@QueryParts(agendaQuery) sent: SentAgendaQuery, @Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async (ui) => {
      const { filter, query, place } = await this.queries.read(sent, asking.now);
      const rows = await this.agenda.dates('everyone', { ...filter, newest: true }, { limit: ITEMS });
      keepTill(
        ui,
        rows.map(({ date }) => date),
      );
      const filters = filtersOf(query);
      const address = agendaFeedAddress(filters);
      const body = workshopFeed(ui, rows, {
        place,
        page: this.absolute.address(agendaAddress(filters)),
        self: this.absolute.address(address),
        origin: this.absolute.address(''),
      });
      const link = `<${agendaAddress(filters)}>; rel="alternate"; type="text/html"`;
      return { type: 'application/rss+xml; charset=utf-8', body, address, tags: [tagOf.lists], link };
    });
  }
}
