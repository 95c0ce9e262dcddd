import { Controller, Get, Post } from '@nestjs/common';
import { NOTHING_WRITTEN } from '../../../client/kit/written.js';
import { Categories } from '../../categories/categories.js';
import { Forbidden } from '../../errors/errors.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type CategoryPath, categoryPath } from '../kit/path-parts.js';
import { withFacts } from '../writing/facts-fields.js';
import { refusedThread } from './may-open.js';
import { Sending } from '../writing/sending.js';
import { sentThread, type SentThread } from '../writing/sent-fields.js';
import { TakesFiles } from '../writing/takes-files.js';
import { WritingPages } from '../writing/writing-pages.js';

/** New threads of a category: the form, its preview, the sending. */
@Controller('category/:slug/threads')
export class ThreadsNewController {
  constructor(
    private readonly categories: Categories,
    private readonly drawn: WritingPages,
    private readonly sending: Sending,
  ) {}

  @Get('new')
  @ForEveryone()
  async show(@PathParts(categoryPath) { slug }: CategoryPath, @Asked() asking: Asking): Promise<Answer> {
    const category = await this.categories.for(asking.visitor.audience).must(slug);
    const refused = refusedThread(asking.visitor, category, asking.now);
    if (refused !== null) throw new Forbidden(refused);
    return this.drawn.form(asking, { kind: 'thread', category }, { written: NOTHING_WRITTEN, errors: null });
  }

  @Post()
  @TakesFiles()
  @ForEveryone()
  async create(
    @PathParts(categoryPath) { slug }: CategoryPath,
    @Fields(sentThread) sent: SentThread,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const category = await this.categories.for(asking.visitor.audience).must(slug);
    return this.sending.submit(asking, this.drawn.presented(asking, { kind: 'thread', category }, withFacts(sent)));
  }
}
