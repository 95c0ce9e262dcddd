import { Injectable } from '@nestjs/common';
import { h, type VNode } from 'preact';
import { ThreadModerationPage, type ThreadModerationPageProps } from '../../client/pages/thread-moderation-page.js';
import { threadAddress } from '../../client/parts/address.js';
import type { Ui } from '../../client/ui.js';
import type { Decided } from '../desk/log.js';
import { type ModeratedThread, ModeratedThreads } from '../desk/moving/moderated-threads.js';
import { ThreadCategories } from '../desk/moving/thread-categories.js';
import { NotFound } from '../errors/errors.js';
import type { Asking } from './asking.js';
import { withDone } from './back-to-desk.js';
import { formProblem } from './form-problem.js';
import { Pages } from './pages.js';

type Drawn = Pick<ThreadModerationPageProps, 'errors'> & { status?: number };

/** Draws the page of a thread's moderation, and answers what was done there: with the thread itself, and the way back. */
@Injectable()
export class ThreadModeration {
  constructor(
    private readonly threads: ModeratedThreads, private readonly categories: ThreadCategories, private readonly pages: Pages,
  ) {}

  async act(asking: Asking, id: number, work: () => Promise<Decided>): Promise<void> {
    await this.orAgain(asking, id, async () => {
      const thread = await this.thread(asking, id);
      const done = await work();
      await asking.reply.redirect(withDone(threadAddress(thread), done.id), 303);
    });
  }

  /** The page of what will happen. */
  async look<P extends { ui: Ui }>(asking: Asking, id: number, page: (ui: Ui, thread: ModeratedThread) => Promise<VNode<P>>): Promise<void> {
    await this.orAgain(asking, id, async () => {
      const thread = await this.thread(asking, id);
      await this.pages.send(asking.reply, await page(this.pages.ui(asking.visitor, asking.request), thread));
    });
  }

  async draw(asking: Asking, id: number, { errors, status = 200 }: Drawn): Promise<void> {
    const { visitor, request, reply } = asking;
    const [thread, categories] = await Promise.all([this.thread(asking, id), this.categories.of(visitor)]);
    await this.pages.send(reply, h(ThreadModerationPage, { ui: this.pages.ui(visitor, request), thread, categories, errors }), { status });
  }

  private async thread({ visitor }: Asking, id: number): Promise<ModeratedThread> {
    const thread = await this.threads.one(visitor, id);
    if (thread === null) throw new NotFound();
    return thread;
  }

  private async orAgain(asking: Asking, id: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { status, errors } = formProblem(error);
      await this.draw(asking, id, { errors, status });
    }
  }
}
