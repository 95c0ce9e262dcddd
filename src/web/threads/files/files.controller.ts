import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import type { Answer } from '../../kit/answer.js';
import { Asked, type Asking } from '../../kit/asking.js';
import { PathParts, QueryParts } from '../../kit/input.js';
import { ForEveryone } from '../../kit/marks.js';
import { type ThreadPath, threadPath } from '../../kit/path-parts.js';
import { extent } from '../extent.js';
import { ThreadFiles } from './thread-files.js';

type Extent = z.infer<typeof extent>;

/** A thread to carry away. What one may not read is no file, like a thread that is none. */
@Controller('thread/:id')
export class FilesController {
  constructor(private readonly files: ThreadFiles) {}

  @Get('thread.pdf')
  @ForEveryone()
  async pdf(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(extent) asked: Extent,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.files.answer(asking, { id, kind: 'pdf', ...asked });
  }

  @Get('thread.epub')
  @ForEveryone()
  async epub(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(extent) asked: Extent,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.files.answer(asking, { id, kind: 'epub', ...asked });
  }

  @Get('thread.md')
  @ForEveryone()
  async markdown(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(extent) asked: Extent,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.files.answer(asking, { id, kind: 'md', ...asked });
  }

  @Get('thread.json')
  @ForEveryone()
  async json(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(extent) asked: Extent,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.files.answer(asking, { id, kind: 'json', ...asked });
  }
}
