import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { PlacePage, type PlacePageProps } from '../../../client/cases/place-page.js';
import { departmentAddress, regionAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import { Cases } from '../../cases/cases.js';
import { NotFound } from '../../errors/errors.js';
import type { Audience } from '../../threads/visible.js';
import { type Department, Departments } from '../../towns/departments.js';
import { regionSlug } from '../../towns/region-slug.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import type { Drawing } from '../kit/page-cache/drawing.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';
import { TownPieces } from '../kit/town-pieces.js';

const departmentPath = z.strictObject({ department: z.string().max(3) });
const regionPath = z.strictObject({ region: z.string().max(60) });

/** What happens in a department, and in a region. */
@Controller()
export class PlacesController {
  constructor(
    private readonly cases: Cases,
    private readonly departments: Departments,
    private readonly pieces: TownPieces,
    private readonly pages: AudiencePages,
  ) {}

  @Get('department/:department')
  @ForEveryone()
  ofDepartment(
    @PathParts(departmentPath) { department: code }: z.infer<typeof departmentPath>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const place = await this.departments.byCode(code);
      if (place === null) throw new NotFound();
      if (place.code !== code) throw new Moved(departmentAddress(place.code));
      const region = await this.departments.ofRegion(regionSlug(place.region));
      return this.draw(ui, asking.visitor.audience, place, { region, shown: [place] });
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
      const region = await this.departments.ofRegion(slug);
      const [first] = region;
      if (first === undefined) throw new NotFound();
      return this.draw(ui, asking.visitor.audience, { region: first.region }, { region, shown: region });
    });
  }

  private async draw(
    ui: Ui,
    audience: Audience,
    place: PlacePageProps['place'],
    { region, shown }: Record<'region' | 'shown', readonly Department[]>,
  ): Promise<Drawing<PlacePageProps>> {
    const [{ main, beside, tags }, counts] = await Promise.all([
      this.pieces.of({ departments: shown.map(({ code }) => code) }, audience, ui),
      this.cases.byDepartment(audience, {}),
    ]);
    return {
      page: h(PlacePage, {
        ui,
        place,
        departments: region.map((department) => ({ department, count: counts.get(department.code) ?? 0 })),
        main,
        beside,
      }),
      address: 'code' in place ? departmentAddress(place.code) : regionAddress(place.region),
      // The numbers beside are those of the whole region.
      tags: [tagOf.cases, ...tags],
    };
  }
}
