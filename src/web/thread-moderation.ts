import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { ThreadModerationPage, type ThreadModerationPageProps } from '../../client/pages/thread-moderation-page.js';
import { threadAddress } from '../../client/parts/address.js';
import type { Decided } from '../desk/log.js';
import { ModeratedThreads } from '../desk/moving/moderated-threads.js';
import { NotFound } from '../errors/errors.js';
import type { Asking } from './asking.js';
import { withDone } from './back-to-desk.js';
import { formProblem } from './form-problem.js';
import { Pages } from './pages.js';

type Drawn = Pick<ThreadModerationPageProps, 'errors'> & { status?: number };

/** Draws the page of a thread's moderation, and answers what was done there: with the thread itself, and the way back. */
@Injectable()
export class ThreadModeration {
  constructor(private readonly threads: ModeratedThreads, private readonly pages: Pages) {}

  async act(asking: Asking, id: number, work: () => Promise<Decided>): Promise<void> {
    const thread = await this.threads.one(asking.visitor, id);
    if (thread === null) throw new NotFound();
    try {
      const done = await work();
      await asking.reply.redirect(withDone(threadAddress(thread), done.id), 303);
    } catch (error) {
      const { status, errors } = formProblem(error);
      await this.draw(asking, id, { errors, status });
    }
  }

  async draw({ visitor, request, reply }: Asking, id: number, { errors, status = 200 }: Drawn): Promise<void> {
    const thread = await this.threads.one(visitor, id);
    if (thread === null) throw new NotFound();
    await this.pages.send(reply, h(ThreadModerationPage, { ui: this.pages.ui(visitor, request), thread, errors }), { status });
  }
}
