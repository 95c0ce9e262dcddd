import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { agendaAddress } from '../../../client/kit/address.js';
import { Coming } from '../../../client/workshops/coming.js';
import { TownWorkshops } from '../../../client/workshops/town-workshops.js';
import type { Around } from '../../towns/around.js';
import { Departments } from '../../towns/departments.js';
import { regionSlug } from '../../towns/region-slug.js';
import { Agenda } from '../../workshops/agenda.js';
import { Absolute } from '../kit/absolute.js';
import { ListPieces } from '../kit/list-pieces.js';
import { TownPieces } from '../kit/town-pieces.js';
import { keepTill } from './keep-till.js';

const NEXT_IN_LISTS = 3;
const IN_TOWN = 10;

/** The next dates on other pages: above the lists of threads, and on the page of a town. */
@Injectable()
export class ComingDates implements OnModuleInit {
  constructor(
    private readonly agenda: Agenda,
    private readonly lists: ListPieces,
    private readonly towns: TownPieces,
    private readonly departments: Departments,
    private readonly absolute: Absolute,
  ) {}

  onModuleInit(): void {
    this.lists.set('workshops', async (category, audience, ui) => {
      const filter = { after: ui.dates.now, ...(category !== null && { category: category.id }) };
      const rows = await this.agenda.dates(audience, filter, { limit: NEXT_IN_LISTS });
      if (rows.length === 0) return null;
      keepTill(
        ui,
        rows.map(({ date }) => date),
      );
      return h(Coming, { ui, rows, more: agendaAddress(), blocks: true });
    });
    this.towns.set('workshops', async (around, audience, ui) => {
      const { now } = ui.dates;
      const [rows, past] = await Promise.all([
        this.agenda.dates(audience, { ...around, after: now }, { limit: IN_TOWN }),
        this.agenda.dates(audience, { ...around, past: now }, { limit: IN_TOWN }),
      ]);
      if (rows.length + past.length === 0) return null;
      keepTill(
        ui,
        rows.map(({ date }) => date),
      );
      const here = await this.filterOf(around);
      return h(TownWorkshops, { ui, here, town: around.town ?? null, rows, past, origin: this.absolute.address('') });
    });
  }

  /** What shows the same dates in the agenda: several departments are those of a region. */
  private async filterOf({
    town,
    departments: [department, ...others] = [],
  }: Around): Promise<Record<string, string>> {
    if (town !== undefined) return { town };
    if (department === undefined) return {};
    const region = others.length === 0 ? undefined : (await this.departments.byCode(department))?.region;
    return region === undefined ? { department } : { region: regionSlug(region) };
  }
}
