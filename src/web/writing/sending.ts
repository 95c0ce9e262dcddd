import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Conflict, Invalid, type Problem } from '../../errors/errors.js';
import { saidAtOnce } from '../../errors/said-at-once.js';
import { Reception } from '../../reception/reception.js';
import type { Draft, Submitted } from '../../submissions/draft.js';
import { drawTyped } from '../../submissions/draw-typed.js';
import { type Preview, Submissions } from '../../submissions/submissions.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { Answer } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { Limits } from '../kit/limits.js';

/** How the sender of a form is answered: with pages here, with fragments on a page elsewhere. */
export interface Presenter {
  /** The form again, without a preview. */
  again?(): Promise<Answer>;
  previewed(preview: Preview): Promise<Answer>;
  submitted(submitted: Submitted): Answer | Promise<Answer>;
  /** Whatever is wrong, the answer has all that was typed. @throws what is not about the form. */
  orAgain(work: () => Promise<Answer>): Promise<Answer>;
}

/** A form that was sent, and who answers it. */
export interface Sent {
  visitor: Visitor;
  draft: Draft;
  action: 'preview' | 'send' | 'again';
  /** In whose name the form was shown; empty for a guest, undefined when it did not say. */
  as?: string | undefined;
  presenter: Presenter;
}

/** Why files of a form did not come; null where all did. The text and the files that came are kept in the form. */
export function refusedIn({ refusedFiles = [], filesProblem }: FastifyRequest): Problem | null {
  if (filesProblem !== undefined) return filesProblem;
  return refusedFiles.length === 0 ? null : new Invalid({ file: 'files-refused' }, { count: refusedFiles.length });
}

/** Sends everything that people write, from whichever page it comes. */
@Injectable()
export class Sending {
  constructor(
    private readonly reception: Reception,
    private readonly submissions: Submissions,
    private readonly limits: Limits,
  ) {}

  submit({ request, now }: Asking, { visitor, draft, action, as, presenter }: Sent): Promise<Answer> {
    return presenter.orAgain(async () => {
      if (action !== 'again') await this.limits.take(action === 'send' ? 'send' : 'preview', request);
      if (action === 'preview') await this.limits.takeDrawing(request, draft.text);
      const refused = refusedIn(request);
      if (action === 'again' && presenter.again !== undefined) {
        if (refused !== null) throw refused;
        return presenter.again();
      }
      await drawTyped(draft.text, draft.language);
      if (refused !== null) await saidAtOnce(refused, () => this.submissions.preview(visitor, draft, now));
      if (action === 'preview') return presenter.previewed(await this.submissions.preview(visitor, draft, now));
      // Without this check, after the end of a session a member's text would be sent as a guest's, and after a log-in
      // a guest's text as the member's.
      if (as !== undefined && as !== (visitor.member?.name ?? '')) throw new Conflict('other-author');
      const asks = visitor.isGuest && draft.email !== '';
      const letterWait = asks ? await this.limits.letterWait(request) : 0;
      return presenter.submitted(await this.reception.submit(visitor, { ...draft, letterWait }, now));
    });
  }
}
