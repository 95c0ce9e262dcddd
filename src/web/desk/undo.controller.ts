import { Controller, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { UndoConflictPage } from '../../../client/desk/undo-conflict-page.js';
import { Undo } from '../../desk/undoing/undo.js';
import { Conflict } from '../../errors/errors.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { back } from '../kit/back.js';
import { withDone } from '../kit/done.js';
import { formProblem } from '../kit/form-problem.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { type DecisionPath, decisionPath } from '../kit/path-parts.js';

const sentUndo = z.strictObject({ back });

/** Taking one decision back, from the line under the filters, from the log, or from the page of a thread. */
@Controller('desk/decisions/:id/undo')
export class UndoController {
  constructor(private readonly undo: Undo) {}

  @Post()
  @ForModerators()
  async create(
    @PathParts(decisionPath) { id }: DecisionPath,
    @Fields(sentUndo) sent: z.infer<typeof sentUndo>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, ui, now } = asking;
    const to = /^\/(desk|thread\/)/.test(sent.back) ? sent.back : '/desk';
    try {
      const done = await this.undo.undo(visitor, id, now);
      return seeOther(withDone(to, done.id));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const { status, errors } = formProblem(error);
      return page(h(UndoConflictPage, { ui, problem: errors, back: to }), { status });
    }
  }
}
