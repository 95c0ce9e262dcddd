import { Injectable } from '@nestjs/common';
import { h, type VNode } from 'preact';
import { ThreadModerationPage, type ThreadModerationPageProps } from '../../../client/desk/thread-moderation-page.js';
import { threadAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import type { Decided } from '../../publishing/log.js';
import { type ModeratedThread, ModeratedThreads } from '../../desk/moving/moderated-threads.js';
import { Durings } from '../../desk/during/durings.js';
import { Ties } from '../../desk/ties/ties.js';
import { ThreadCategories } from '../../desk/moving/thread-categories.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { withDone } from '../kit/done.js';
import { orAgain } from '../kit/or-again.js';

/** The typed values of a form that comes back. */
type Written = Partial<Pick<ThreadModerationPageProps, 'to' | 'town'>>;
type Drawn = Pick<ThreadModerationPageProps, 'errors'> & Written;

/**
 * Draws the page of a thread's moderation, and answers what was done there: with the thread itself, and the way back.
 */
@Injectable()
export class ThreadModeration {
  constructor(
    private readonly threads: ModeratedThreads,
    private readonly categories: ThreadCategories,
    private readonly ties: Ties,
    private readonly durings: Durings,
  ) {}

  /** Null where there was nothing to do. */
  act(asking: Asking, id: number, work: () => Promise<Decided | null>, written: Written = {}): Promise<Answer> {
    return this.orAgain(asking, id, written, async () => {
      const thread = await this.threads.must(asking.visitor, id);
      const done = await work();
      return seeOther(done === null ? threadAddress(thread) : withDone(threadAddress(thread), done.id));
    });
  }

  /** The page of what will happen. */
  look<P extends { ui: Ui }>(
    asking: Asking,
    id: number,
    drawn: (ui: Ui, thread: ModeratedThread) => Promise<VNode<P>>,
    written: Written = {},
  ): Promise<Answer> {
    return this.orAgain(asking, id, written, async () => {
      const thread = await this.threads.must(asking.visitor, id);
      return page(await drawn(asking.ui, thread));
    });
  }

  async draw({ visitor, ui, now }: Asking, id: number, { errors, to = '', town: typed }: Drawn): Promise<Answer> {
    const thread = await this.threads.must(visitor, id);
    const [categories, recent, tie, during] = await Promise.all([
      this.categories.of(visitor),
      this.threads.recent(visitor, id),
      this.ties.of(id),
      this.durings.of(id, now),
    ]);
    const town = typed ?? tie ?? '';
    const tied = tie !== null;
    return page(h(ThreadModerationPage, { ui, thread, categories, recent, to, town, tied, during, errors }));
  }

  private orAgain(asking: Asking, id: number, written: Written, work: () => Promise<Answer>): Promise<Answer> {
    return orAgain(work, (errors) => this.draw(asking, id, { errors, ...written }));
  }
}
