import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { NotFound } from '../../errors/errors.js';
import { Tags } from '../../threads/tags.js';
import { Threads } from '../../threads/threads.js';
import { type Answer, json } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';

const asked = z.strictObject({ q: z.string().max(200).default('') });
type Typed = z.infer<typeof asked>;

/** What was typed is kept nowhere. */
const UNKEPT = { headers: { 'cache-control': 'no-store' } };

/** For the script that completes `#` and `@` while somebody types: words as they stand in a text, signs included. */
@Controller()
export class CompletionsController {
  constructor(
    private readonly tags: Tags,
    private readonly threads: Threads,
    private readonly limits: Limits,
  ) {}

  @Get('tags.json')
  @ForEveryone()
  async ofTags(@QueryParts(asked) { q }: Typed, @Asked() { visitor, request }: Asking): Promise<Answer> {
    await this.limits.take('preview', request);
    const tags = await this.tags.beginningWith(visitor.audience, q);
    return json(
      tags.map(({ spelling }) => `#${spelling}`),
      UNKEPT,
    );
  }

  /** The members who have written in a thread. */
  @Get('thread/:id/people.json')
  @ForEveryone()
  async ofPeople(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(asked) { q }: Typed,
    @Asked() { visitor, request }: Asking,
  ): Promise<Answer> {
    await this.limits.take('preview', request);
    const names = await this.threads.for(visitor.audience).people(id, q);
    if (names === null) throw new NotFound();
    return json(
      names.map((name) => `@${name.replaceAll(' ', '-')}`),
      UNKEPT,
    );
  }
}
