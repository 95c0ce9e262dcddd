import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { PlacePage, type PlacePageProps } from '../../../client/cases/place-page.js';
import { departmentAddress, regionAddress } from '../../../client/kit/address.js';
import { CaseMarks } from '../../cases/case-marks.js';
import { Cases } from '../../cases/cases.js';
import { NotFound } from '../../errors/errors.js';
import type { Audience } from '../../threads/visible.js';
import type { Ui } from '../../../client/kit/ui.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import type { Drawing } from '../kit/page-cache/drawing.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';

const departmentPath = z.strictObject({ department: z.string().max(3) });
const regionPath = z.strictObject({ region: z.string().max(60) });
const ROWS = 50;

/** What happens in a department, and in a region. */
@Controller()
export class PlacesController {
  constructor(
    private readonly cases: Cases,
    private readonly marks: CaseMarks,
    private readonly pages: AudiencePages,
  ) {}

  @Get('department/:department')
  @ForEveryone()
  ofDepartment(
    @PathParts(departmentPath) { department: code }: z.infer<typeof departmentPath>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const departments = await this.marks.departments();
      const place = departments.find((each) => each.code === code.toUpperCase());
      if (place === undefined) throw new NotFound();
      if (place.code !== code) throw new Moved(departmentAddress(place.code));
      return this.draw(ui, asking.visitor.audience, place, { department: place.code }, departmentAddress(place.code));
    });
  }

  /** By its name as addresses have it. */
  @Get('region/:region')
  @ForEveryone()
  ofRegion(
    @PathParts(regionPath) { region: slug }: z.infer<typeof regionPath>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const departments = await this.marks.departments();
      const region = departments.find((each) => regionAddress(each.region) === `/region/${slug}`)?.region;
      if (region === undefined) throw new NotFound();
      return this.draw(ui, asking.visitor.audience, { region }, { region }, regionAddress(region));
    });
  }

  private async draw(
    ui: Ui,
    audience: Audience,
    place: PlacePageProps['place'],
    filter: { department: string } | { region: string },
    address: string,
  ): Promise<Drawing<PlacePageProps>> {
    const [departments, counts, rows] = await Promise.all([
      this.marks.departments(),
      this.cases.byDepartment(audience, {}),
      this.cases.latest(audience, filter, ROWS + 1),
    ]);
    return {
      page: h(PlacePage, {
        ui,
        place,
        departments: departments
          .filter(({ region }) => region === place.region)
          .map((department) => ({ department, count: counts.get(department.code) ?? 0 })),
        rows: rows.slice(0, ROWS),
        more: rows.length > ROWS,
      }),
      address,
      tags: [tagOf.cases, ...rows.map(({ thread }) => tagOf.thread(thread.id))],
    };
  }
}
