import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { NOTHING_WRITTEN } from '../../../client/kit/written.js';
import { Conflict, Forbidden } from '../../errors/errors.js';
import { STEP_KINDS } from '../../deadlines/step-kind.js';
import type { TypedFacts } from '../../submissions/thread-facts/facts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { Moved } from '../kit/passing.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { withFacts } from '../writing/facts-fields.js';
import { refusedAnswer } from '../writing/may-answer.js';
import { CaseThreads } from './case-threads.js';
import { OwnPost } from './own-post.js';
import { Sending } from '../writing/sending.js';
import { sentStep, type SentStep } from '../writing/sent-fields.js';
import { TakesFiles } from '../writing/takes-files.js';
import { WritingPages } from '../writing/writing-pages.js';

const newQuery = z.strictObject({ kind: z.enum(STEP_KINDS as [string, ...string[]]).optional() });

/** What happened in a case: the form, its preview, and the sending. */
@Controller('thread/:id/case/steps')
export class StepsController {
  constructor(
    private readonly cases: CaseThreads,
    private readonly drawn: WritingPages,
    private readonly sending: Sending,
    private readonly ownPost: OwnPost,
  ) {}

  @Get('new')
  @ForEveryone()
  async show(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(newQuery) { kind }: z.infer<typeof newQuery>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const thread = await this.cases.must(asking.visitor, id);
    const query = kind === undefined ? '' : `?kind=${kind}`;
    if (thread.id !== id) throw new Moved(`/thread/${thread.id}/case/steps/new${query}`);
    const refused = refusedAnswer(asking.visitor, thread, asking.now);
    if (refused !== null) throw new Forbidden(refused);
    if (thread.retired) throw new Conflict('thread-gone');
    const facts: TypedFacts = kind === undefined ? {} : { kind: [kind] };
    return this.drawn.form(asking, { kind: 'step', thread }, { written: { ...NOTHING_WRITTEN, facts }, errors: null });
  }

  @Post()
  @TakesFiles()
  @ForEveryone()
  async create(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentStep) fields: SentStep,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const thread = await this.cases.must(asking.visitor, id);
    const sent = this.ownPost.withPath(withFacts(fields));
    return this.sending.submit(asking, this.drawn.presented(asking, { kind: 'step', thread }, sent));
  }
}
