import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { CasesPage } from '../../../client/cases/cases-page.js';
import { casesAddress } from '../../../client/kit/address.js';
import type { CaseStatus } from '../../cases/case-facts.js';
import { Cases } from '../../cases/cases.js';
import { townAndDepartment } from '../../towns/town.js';
import { Towns } from '../../towns/towns.js';
import { UnclearTown } from '../../towns/unclear-town.js';
import { before } from '../kit/address-parts.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { sliceAddress } from '../kit/page-cache/slice-address.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { DueCases } from './due-cases.js';
import { askedFor, caseFilters, readFilters } from './cases-query.js';

const casesQuery = z.strictObject({ ...caseFilters, ...before.shape });
type CasesQuery = z.infer<typeof casesQuery>;

/** All cases that this audience may know of, the one that moved last first. */
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: Cases,
    private readonly towns: Towns,
    private readonly dues: DueCases,
    private readonly pages: AudiencePages,
  ) {}

  @Get()
  @ForEveryone()
  async show(@QueryParts(casesQuery) sent: CasesQuery, @Asked() asking: Asking): Promise<Answer> {
    try {
      return await this.list(sent, asking);
    } catch (error) {
      if (!(error instanceof UnclearTown)) throw error;
      const errors = { fields: error.fields, towns: error.towns };
      const query = askedFor(sent);
      const { ui } = asking;
      const cases = { rows: [], next: null };
      const counts: ReadonlyMap<CaseStatus, number> = new Map();
      return page(h(CasesPage, { ui, cases, query, place: '', before: null, counts, errors }), { status: 422 });
    }
  }

  private async list({ before: asked, ...sent }: CasesQuery, asking: Asking): Promise<Answer> {
    const cursor = asked ?? null;
    const read = await readFilters(this.towns, sent);
    const { query, town } = read;
    return this.pages.for(asking, async (ui) => {
      const { audience } = asking.visitor;
      const filter = await this.dues.filter(read, audience, ui);
      const { status: _status, ...others } = filter;
      const [cases, counts] = await Promise.all([
        this.cases.list(audience, filter, cursor),
        this.cases.byStatus(audience, others),
      ]);
      const place = town === null ? (sent.department ?? '') : townAndDepartment(town);
      const base = casesAddress(query);
      return {
        page: h(CasesPage, { ui, cases, query, place, before: cursor, counts, errors: null }),
        ...sliceAddress(base, cursor, cases.next, base.includes('?') ? '&' : '?'),
        tags: [tagOf.cases, ...cases.rows.map(({ thread }) => tagOf.thread(thread.id))],
      };
    });
  }
}
