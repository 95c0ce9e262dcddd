import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { NOTHING_WRITTEN } from '../../../client/kit/written.js';
import { Categories } from '../../categories/categories.js';
import { Forbidden } from '../../errors/errors.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type CategoryPath, categoryPath } from '../kit/path-parts.js';
import { withFacts } from '../writing/facts-fields.js';
import { refusedOpening } from '../writing/may-open.js';
import { Sending } from '../writing/sending.js';
import { sentWithFacts, type SentWithFacts } from '../writing/sent-fields.js';
import { TakesFiles } from '../writing/takes-files.js';
import { WritingPages } from '../writing/writing-pages.js';

const query = z.strictObject({ town: z.string().max(100).optional() });

/** New cases of a category: the form, its preview, the sending. */
@Controller('category/:slug/cases')
export class CasesNewController {
  constructor(
    private readonly categories: Categories,
    private readonly drawn: WritingPages,
    private readonly sending: Sending,
  ) {}

  @Get('new')
  @ForEveryone()
  async show(
    @PathParts(categoryPath) { slug }: CategoryPath,
    @QueryParts(query) { town }: z.infer<typeof query>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const category = await this.categories.for(asking.visitor.audience).must(slug);
    const refused = refusedOpening(asking.visitor, category, 'case', asking.now);
    if (refused !== null) throw new Forbidden(refused);
    const written = town === undefined ? NOTHING_WRITTEN : { ...NOTHING_WRITTEN, facts: { town: [town] } };
    return this.drawn.form(asking, { kind: 'case', category }, { written, errors: null });
  }

  @Post()
  @TakesFiles()
  @ForEveryone()
  async create(
    @PathParts(categoryPath) { slug }: CategoryPath,
    @Fields(sentWithFacts) fields: SentWithFacts,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const category = await this.categories.for(asking.visitor.audience).must(slug);
    return this.sending.submit(asking, this.drawn.presented(asking, { kind: 'case', category }, withFacts(fields)));
  }
}
