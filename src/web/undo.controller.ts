import { Controller, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { UndoConflictPage } from '../../client/pages/undo-conflict-page.js';
import { Clock } from '../clock/clock.js';
import { Undo } from '../desk/undo.js';
import { Conflict } from '../errors/errors.js';
import { Asked, type Asking } from './asking.js';
import { back } from './back.js';
import { withDone } from './back-to-desk.js';
import { formProblem } from './form-problem.js';
import { Fields, PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { type DecisionPath, decisionPath } from './path-parts.js';

const sentUndo = z.strictObject({ back });

/** Taking one decision back, from the line under the filters, from the log, or from the page of a thread. */
@Controller('desk/decisions/:id/undo')
export class UndoController {
  constructor(private readonly undo: Undo, private readonly pages: Pages, private readonly clock: Clock) {}

  @Post()
  @ForModerators()
  async create(@PathParts(decisionPath) { id }: DecisionPath, @Fields(sentUndo) sent: z.infer<typeof sentUndo>, @Asked() asking: Asking): Promise<void> {
    const { visitor, request, reply } = asking;
    const to = /^\/(desk|thread\/)/.test(sent.back) ? sent.back : '/desk';
    try {
      const done = await this.undo.undo(visitor, id, this.clock.now());
      await reply.redirect(withDone(to, done.id), 303);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const { status, errors } = formProblem(error);
      await this.pages.send(reply, h(UndoConflictPage, { ui: this.pages.ui(visitor, request), problem: errors, back: to }), { status });
    }
  }
}
