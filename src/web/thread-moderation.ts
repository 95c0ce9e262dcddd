import { Injectable } from '@nestjs/common';
import { h, type VNode } from 'preact';
import { ThreadModerationPage, type ThreadModerationPageProps } from '../../client/pages/thread-moderation-page.js';
import { threadAddress } from '../../client/parts/address.js';
import type { Ui } from '../../client/ui.js';
import type { Decided } from '../desk/log.js';
import { type ModeratedThread, ModeratedThreads } from '../desk/moving/moderated-threads.js';
import { ThreadCategories } from '../desk/moving/thread-categories.js';
import type { Asking } from './asking.js';
import { withDone } from './back-to-desk.js';
import { formProblem } from './form-problem.js';
import { Pages } from './pages.js';

/** What was typed, for a form that comes back. */
type Written = Pick<ThreadModerationPageProps, 'to'>;
type Drawn = Pick<ThreadModerationPageProps, 'errors'> & Partial<Written> & { status?: number };

const NOTHING: Written = { to: '' };

/** Draws the page of a thread's moderation, and answers what was done there: with the thread itself, and the way back. */
@Injectable()
export class ThreadModeration {
  constructor(
    private readonly threads: ModeratedThreads, private readonly categories: ThreadCategories, private readonly pages: Pages,
  ) {}

  async act(asking: Asking, id: number, work: () => Promise<Decided>, written: Written = NOTHING): Promise<void> {
    await this.orAgain(asking, id, written, async () => {
      const thread = await this.threads.must(asking.visitor, id);
      const done = await work();
      await asking.reply.redirect(withDone(threadAddress(thread), done.id), 303);
    });
  }

  /** The page of what will happen. */
  async look<P extends { ui: Ui }>(
    asking: Asking, id: number, page: (ui: Ui, thread: ModeratedThread) => Promise<VNode<P>>, written: Written = NOTHING,
  ): Promise<void> {
    await this.orAgain(asking, id, written, async () => {
      const thread = await this.threads.must(asking.visitor, id);
      await this.pages.send(asking.reply, await page(this.pages.ui(asking.visitor, asking.request), thread));
    });
  }

  async draw(asking: Asking, id: number, { errors, to = '', status = 200 }: Drawn): Promise<void> {
    const { visitor, request, reply } = asking;
    const thread = await this.threads.must(visitor, id);
    const [categories, recent] = await Promise.all([this.categories.of(visitor), this.threads.recent(visitor, id)]);
    const ui = this.pages.ui(visitor, request);
    await this.pages.send(reply, h(ThreadModerationPage, { ui, thread, categories, recent, to, errors }), { status });
  }

  private async orAgain(asking: Asking, id: number, { to }: Written, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { status, errors } = formProblem(error);
      await this.draw(asking, id, { errors, to, status });
    }
  }
}
