import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { DeskContextPage } from '../../client/pages/desk-context-page.js';
import { Contexts } from '../desk/contexts.js';
import { NotFound } from '../errors/errors.js';
import { Asked, type Asking } from './asking.js';
import { PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { submissionPath, type SubmissionPath } from './path-parts.js';

/** What stands around a submission, asked for when somebody opens it. */
@Controller('desk/submissions/:id/context')
export class DeskContextController {
  constructor(private readonly contexts: Contexts, private readonly pages: Pages) {}

  @Get()
  @ForModerators()
  async show(@PathParts(submissionPath) { id }: SubmissionPath, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    const context = await this.contexts.of(visitor, id);
    if (context === null) throw new NotFound();
    await this.pages.send(reply, h(DeskContextPage, { ui: this.pages.ui(visitor, request), context }));
  }
}
