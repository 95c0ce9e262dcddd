import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { townAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import { TownPage, type TownPageProps } from '../../../client/towns/town-page.js';
import { NotFound } from '../../errors/errors.js';
import { Towns } from '../../towns/towns.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import type { Drawing } from '../kit/page-cache/drawing.js';
import { Moved } from '../kit/passing.js';
import { TownPieces } from '../kit/town-pieces.js';

const path = z.strictObject({ code: z.string().max(10), slug: z.string().max(200) });
const withoutSlug = path.omit({ slug: true });

/** All that the forum knows of one town. */
@Controller('town/:code')
export class TownController {
  constructor(
    private readonly towns: Towns,
    private readonly pieces: TownPieces,
    private readonly pages: AudiencePages,
  ) {}

  @Get(':slug')
  @ForEveryone()
  async show(@PathParts(path) { code, slug }: z.infer<typeof path>, @Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, (ui) => this.draw(ui, asking, code, slug));
  }

  /** Without its name, and under the code of a commune that merged: led to the town of today. */
  @Get()
  @ForEveryone()
  async lead(@PathParts(withoutSlug) { code }: z.infer<typeof withoutSlug>, @Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, (ui) => this.draw(ui, asking, code, null));
  }

  private async draw(
    ui: Ui,
    { visitor: { audience } }: Asking,
    code: string,
    slug: string | null,
  ): Promise<Drawing<TownPageProps>> {
    const town = await this.towns.byCode(code);
    if (town === null) throw new NotFound();
    const address = townAddress(town);
    if (code !== town.code || slug !== town.slug) throw new Moved(address);
    const { main, beside, tags } = await this.pieces.of({ town: town.code }, audience, ui);
    return {
      page: h(TownPage, { ui, town, main, beside }),
      address,
      tags,
    };
  }
}
