import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { LatestCases } from '../../../client/cases/latest-cases.js';
import { casesAddress } from '../../../client/kit/address.js';
import { Cases } from '../../cases/cases.js';
import { ListPieces } from '../kit/list-pieces.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { TownPieces } from '../kit/town-pieces.js';

const LATEST_IN_LISTS = 3;
const LATEST_IN_TOWN = 20;

/** The last cases on other pages: on the home page, and on the page of a town. */
@Injectable()
export class CasePieces implements OnModuleInit {
  constructor(
    private readonly cases: Cases,
    private readonly lists: ListPieces,
    private readonly towns: TownPieces,
  ) {}

  onModuleInit(): void {
    this.lists.set('cases', async (category, audience, ui) => {
      if (category !== null) return null;
      const rows = await this.cases.latest(audience, {}, LATEST_IN_LISTS);
      if (rows.length === 0) return null;
      return h(LatestCases, { ui, rows, more: casesAddress(), heading: ui.t.cases.moving });
    });
    this.towns.set('cases', async (town, audience, ui) => {
      const rows = await this.cases.latest(audience, { town: town.code }, LATEST_IN_TOWN);
      if (rows.length === 0) return null;
      const more = casesAddress({ town: town.code });
      const part = h(LatestCases, { ui, rows, more, heading: ui.t.cases.title, where: false });
      return { part, tags: [tagOf.lists] };
    });
  }
}
