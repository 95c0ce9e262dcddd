import { Controller, Get, Post } from '@nestjs/common';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type CategoryPath, categoryPath } from '../kit/path-parts.js';
import { withFacts } from '../writing/facts-fields.js';
import { refusedThread } from './may-open.js';
import { sentThread, type SentThread } from '../writing/sent-fields.js';
import { Openings } from '../writing/openings.js';
import { TakesFiles } from '../writing/takes-files.js';

/** New threads of a category: the form, its preview, the sending. */
@Controller('category/:slug/threads')
export class ThreadsNewController {
  constructor(private readonly openings: Openings) {}

  @Get('new')
  @ForEveryone()
  async show(@PathParts(categoryPath) { slug }: CategoryPath, @Asked() asking: Asking): Promise<Answer> {
    return this.openings.form(asking, { kind: 'thread', slug }, { refused: refusedThread });
  }

  @Post()
  @TakesFiles()
  @ForEveryone()
  async create(
    @PathParts(categoryPath) { slug }: CategoryPath,
    @Fields(sentThread) sent: SentThread,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.openings.submit(asking, { kind: 'thread', slug }, withFacts(sent));
  }
}
