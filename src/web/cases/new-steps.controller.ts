import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { StepItem } from '../../../client/cases/step-item.js';
import { CaseSteps } from '../../cases/case-steps.js';
import { NotFound } from '../../errors/errors.js';
import { wholeNumberOrZero } from '../kit/address-parts.js';
import { type Answer, json } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { htmlOf } from '../kit/html-of.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { Uncounted } from '../kit/uncounted.js';
import { CaseThreads } from './case-threads.js';

const sinceQuery = z.strictObject({ after: wholeNumberOrZero.default(0) });

/** What came to a case since its page was drawn. */
@Controller('thread/:id/case/steps')
export class NewStepsController {
  constructor(
    private readonly cases: CaseThreads,
    private readonly steps: CaseSteps,
    private readonly limits: Limits,
  ) {}

  /** The steps that were published after a number, as the page has them. */
  @Get()
  @ForEveryone()
  @Uncounted()
  async since(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(sinceQuery) { after }: z.infer<typeof sinceQuery>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    await this.limits.take('catchUp', asking.request);
    const thread = await this.cases.must(asking.visitor, id);
    if (thread.id !== id) throw new NotFound();
    const steps = await this.steps.after(asking.visitor.audience, id, after);
    const { ui } = asking;
    return json(steps.map((step) => ({ number: step.number, html: htmlOf(h(StepItem, { ui, thread: id, step })) })));
  }
}
