import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { NOTHING_WRITTEN } from '../../../client/kit/written.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type CategoryPath, categoryPath } from '../kit/path-parts.js';
import { withFacts } from '../writing/facts-fields.js';
import { sentWithFacts, type SentWithFacts } from '../writing/sent-fields.js';
import { Openings } from '../writing/openings.js';
import { TakesFiles } from '../writing/takes-files.js';

const query = z.strictObject({ town: z.string().max(100).optional() });

/** New cases of a category: the form, its preview, the sending. */
@Controller('category/:slug/cases')
export class CasesNewController {
  constructor(private readonly openings: Openings) {}

  @Get('new')
  @ForEveryone()
  async show(
    @PathParts(categoryPath) { slug }: CategoryPath,
    @QueryParts(query) { town }: z.infer<typeof query>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const written = town === undefined ? NOTHING_WRITTEN : { ...NOTHING_WRITTEN, facts: { town: [town] } };
    return this.openings.form(asking, { kind: 'case', slug }, { written });
  }

  @Post()
  @TakesFiles()
  @ForEveryone()
  async create(
    @PathParts(categoryPath) { slug }: CategoryPath,
    @Fields(sentWithFacts) fields: SentWithFacts,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.openings.submit(asking, { kind: 'case', slug }, withFacts(fields));
  }
}
