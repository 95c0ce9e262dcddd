import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { DeskContextPage } from '../../../client/desk/desk-context-page.js';
import { Contexts } from '../../desk/queue/contexts.js';
import { NotFound } from '../../errors/errors.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { submissionPath, type SubmissionPath } from '../kit/path-parts.js';

/** The posts around a submission, loaded when a moderator opens them. */
@Controller('desk/submissions/:id/context')
export class DeskContextController {
  constructor(private readonly contexts: Contexts) {}

  @Get()
  @ForModerators()
  async show(@PathParts(submissionPath) { id }: SubmissionPath, @Asked() { visitor, ui }: Asking): Promise<Answer> {
    const context = await this.contexts.of(visitor, id);
    if (context === null) throw new NotFound();
    return page(h(DeskContextPage, { ui, context }));
  }
}
