import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { posterAddress } from '../../../client/kit/address.js';
import { PosterPage } from '../../../client/workshops/poster-page.js';
import { NotFound } from '../../errors/errors.js';
import { Agenda } from '../../workshops/agenda.js';
import type { AgendaRow } from '../../workshops/visible-workshop.js';
import { Absolute } from '../kit/absolute.js';
import { wholeNumber } from '../kit/address-parts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { keepTill } from './keep-till.js';

/** As many dates as a workshop can have. */
const MOST = 100;

const path = z.strictObject({ id: wholeNumber });
const posterQuery = z.strictObject({ date: z.uuid().optional() });

/** What carries a workshop further: a sheet for the wall. */
@Controller('thread/:id/workshop')
export class PostersController {
  constructor(
    private readonly agenda: Agenda,
    private readonly pages: AudiencePages,
    private readonly absolute: Absolute,
  ) {}

  /** Without `date` of the next one, or of the last where all are over. */
  @Get('poster')
  @ForEveryone()
  poster(
    @PathParts(path) { id }: z.infer<typeof path>,
    @QueryParts(posterQuery) { date: asked }: z.infer<typeof posterQuery>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const rows = await this.agenda.dates(asking.visitor.audience, { thread: id }, { limit: MOST });
      const row = asked === undefined ? nextOf(rows, ui.dates.now) : rows.find(({ date }) => date.id === asked);
      if (row === undefined) throw new NotFound();
      keepTill(
        ui,
        rows.map(({ date }) => date),
      );
      const others = rows.filter(({ date }) => date !== row.date && date.endsAt > ui.dates.now);
      const { thread, date } = row;
      const address = this.absolute.address(`/thread/${thread.id}`);
      return {
        page: h(PosterPage, { ui, row, others, address }),
        address: posterAddress(thread, asked === undefined ? null : date),
        tags: [tagOf.lists],
      };
    });
  }
}

function nextOf(rows: readonly AgendaRow[], now: Date): AgendaRow | undefined {
  const coming = rows.filter(({ date }) => date.endsAt > now);
  return coming.find(({ date }) => date.state !== 'cancelled') ?? coming[0] ?? rows.at(-1);
}
