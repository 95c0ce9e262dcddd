import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { DueList } from '../../../client/cases/due-list.js';
import { LatestCases } from '../../../client/cases/latest-cases.js';
import { casesAddress } from '../../../client/kit/address.js';
import { Cases } from '../../cases/cases.js';
import type { Around } from '../../towns/around.js';
import { ListPieces } from '../kit/list-pieces.js';
import { TownPieces } from '../kit/town-pieces.js';
import { DueCases, SOON } from './due-cases.js';

const LATEST_IN_LISTS = 3;
const LATEST_IN_TOWN = 20;
const DUE_IN_LISTS = 5;
const DUE_IN_TOWN = 20;
/** As far as any rule of ours looks ahead. */
const DAYS_IN_TOWN = 366;

/** The last cases on other pages: on the home page, and on those of towns, departments and regions. */
@Injectable()
export class CasePieces implements OnModuleInit {
  constructor(
    private readonly cases: Cases,
    private readonly lists: ListPieces,
    private readonly towns: TownPieces,
    private readonly dues: DueCases,
  ) {}

  onModuleInit(): void {
    this.lists.set('cases', async (category, audience, ui) => {
      if (category !== null) return null;
      const rows = await this.cases.latest(audience, {}, LATEST_IN_LISTS);
      if (rows.length === 0) return null;
      const dues = await this.dues.soon(audience, ui, { binds: 'people', days: SOON });
      const latest = h(LatestCases, { ui, rows, more: casesAddress(), heading: ui.t.cases.moving });
      const next = dues.slice(0, DUE_IN_LISTS);
      return next.length === 0 ? latest : [latest, h(DueList, { ui, dues: next, more: casesAddress({ due: 'yes' }) })];
    });
    this.towns.set('cases', async (around, audience, ui) => {
      const rows = await this.cases.latest(audience, around, LATEST_IN_TOWN);
      if (rows.length === 0) return null;
      const { town } = around;
      const more = allOf(around);
      const dues = await this.dues.soon(audience, ui, { ...around, days: DAYS_IN_TOWN });
      const latest = h(LatestCases, { ui, rows, more, heading: ui.t.cases.title, where: town === undefined });
      const calendar = town === undefined ? undefined : `/town/${town}/deadlines.ics`;
      const next = dues.slice(0, DUE_IN_TOWN);
      return next.length === 0 ? latest : [latest, h(DueList, { ui, dues: next, more, calendar })];
    });
  }
}

/** The list of them; null where no list has just these, as of a region. */
function allOf({ town, departments = [] }: Around): string | null {
  if (town !== undefined) return casesAddress({ town });
  const [department] = departments;
  return department === undefined || departments.length > 1 ? null : casesAddress({ department });
}
