import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { MapPage, type MapPageProps } from '../../../client/cases/map/map-page.js';
import { mapAddress } from '../../../client/kit/address.js';
import { CaseMap } from '../../cases/case-map.js';
import { Cases } from '../../cases/cases.js';
import { drawnDepartment, WHOLE } from '../../cases/map/france-grid.js';
import { NotFound } from '../../errors/errors.js';
import { type Department, Departments } from '../../towns/departments.js';
import { Towns } from '../../towns/towns.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import type { Drawing } from '../kit/page-cache/drawing.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';
import { caseFilters, readFilters } from './cases-query.js';

const { town: _town, department: _department, due: _due, ...filters } = caseFilters;
const mapQuery = z.strictObject(filters);
const path = z.strictObject({ department: z.string().max(3) });
type MapQuery = z.infer<typeof mapQuery>;

const ROWS = 30;
/** Units of the map around a department that is shown closer. */
const MARGIN = 6;

/** Where the cases are: the whole country, or one department. */
@Controller('map')
export class MapController {
  constructor(
    private readonly cases: Cases,
    private readonly map: CaseMap,
    private readonly departments: Departments,
    private readonly towns: Towns,
    private readonly pages: AudiencePages,
  ) {}

  @Get()
  @ForEveryone()
  show(@QueryParts(mapQuery) sent: MapQuery, @Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, () => this.draw(sent, asking, null));
  }

  @Get(':department')
  @ForEveryone()
  of(
    @PathParts(path) { department }: z.infer<typeof path>,
    @QueryParts(mapQuery) sent: MapQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.for(asking, () => this.draw(sent, asking, department));
  }

  private async draw(sent: MapQuery, { visitor, ui }: Asking, code: string | null): Promise<Drawing<MapPageProps>> {
    const { audience } = visitor;
    const { filter, query } = await readFilters(this.towns, sent);
    const departments = await this.departments.all();
    const here = code === null ? null : departmentOf(departments, code);
    if (here !== null && here.code !== code) throw new Moved(mapAddress(here.code, query));
    const within = here === null ? filter : { ...filter, departments: [here.code] };
    const [{ byDepartment: counts, byStatus, marks }, rows] = await Promise.all([
      this.map.of(audience, filter, here?.code ?? null),
      this.cases.latest(audience, within, ROWS + 1),
    ]);
    return {
      page: h(MapPage, {
        ui,
        departments,
        counts,
        byStatus,
        marks,
        rows: rows.slice(0, ROWS),
        more: rows.length > ROWS,
        query,
        here,
        box: here === null ? WHOLE : boxAround(here.code),
      }),
      address: mapAddress(here?.code ?? null, query),
      tags: [tagOf.cases, ...rows.map(({ thread }) => tagOf.thread(thread.id))],
    };
  }
}

/** @throws NotFound */
function departmentOf(departments: readonly Department[], code: string): Department {
  const found = departments.find((each) => each.code === code.toUpperCase());
  if (found === undefined) throw new NotFound();
  return found;
}

function boxAround(code: string): MapPageProps['box'] {
  const drawn = drawnDepartment(code);
  if (drawn === null) return null;
  const { left, top, right, bottom } = drawn.box;
  return { left: left - MARGIN, top: top - MARGIN, right: right + MARGIN, bottom: bottom + MARGIN };
}
