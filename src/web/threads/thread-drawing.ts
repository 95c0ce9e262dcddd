import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { ThreadPage, type ThreadPageProps } from '../../../client/threads/thread-page.js';
import { threadAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import { NotFound } from '../../errors/errors.js';
import { orderOf, pagesOf } from '../../threads/audience-threads.js';
import { Threads } from '../../threads/threads.js';
import { Absolute } from '../kit/absolute.js';
import type { Asking } from '../kit/asking.js';
import { stillDone } from '../kit/done.js';
import type { Drawing } from '../kit/page-cache/drawing.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';
import { ThreadHeads } from '../kit/thread-heads.js';
import { mayAnswer } from '../writing/may-answer.js';
import { sharedThread } from './shared-thread.js';
import { ThreadSlots } from './thread-slots.js';

export interface AskedPage {
  id: number;
  slug: string | null;
  page: number | undefined;
}

/** Draws one page of a thread. */
@Injectable()
export class ThreadDrawing {
  constructor(
    private readonly threads: Threads,
    private readonly slots: ThreadSlots,
    private readonly heads: ThreadHeads,
    private readonly absolute: Absolute,
  ) {}

  /** The thread before its posts: a change made between the two is then asked for again, and never missed. */
  async draw(ui: Ui, { visitor, request }: Asking, asked: AskedPage): Promise<Drawing<ThreadPageProps>> {
    const reader = this.threads.for(visitor.audience);
    const thread = await reader.thread(asked.id);
    const { page = 1 } = asked;
    // The thread was merged, and page numbers of before do not fit.
    if (thread !== null && thread.id !== asked.id) throw new Moved(stillDone(threadAddress(thread), request));
    if (thread === null || page > pagesOf(thread)) throw new NotFound();
    const address = threadAddress(thread, page);
    if (asked.slug !== thread.slug || asked.page === 1) throw new Moved(address);
    const [posts, call] = await Promise.all([
      reader.page(thread.id, page, orderOf(thread)),
      reader.call(thread.id, ui.dates.now),
    ]);
    if (posts.length === 0) throw new NotFound();
    if (call !== null) ui.dates.trueTill(call.ends);
    const pages = pagesOf(thread);
    const head = page === 1 ? await this.heads.of(thread, visitor.audience, ui) : null;
    return {
      page: h(ThreadPage, {
        ui,
        thread,
        posts,
        page,
        pages,
        call,
        head: head === null ? null : head.part,
        answerable: mayAnswer(visitor, thread, ui),
        url: this.absolute.address(threadAddress(thread)),
        shared: sharedThread(ui, this.absolute, thread, { posts, page }),
      }),
      address,
      atDoor: true,
      next: page < pages ? threadAddress(thread, page + 1) : null,
      previous: page > 1 ? threadAddress(thread, page - 1) : null,
      tags: [
        tagOf.thread(thread.id),
        ...(head?.tags ?? []),
        ...posts.flatMap(({ citedIn }) => citedIn.map((by) => tagOf.thread(by.thread))),
        // A post that was moved away links to its new place only for those who may read it, so the page depends on
        // other categories, too; so does what a head names of other threads.
        ...((head?.tags.length ?? 0) > 0 ||
        posts.some(({ gone, citedIn }) => gone?.how === 'moved' || citedIn.some((by) => by.thread !== thread.id))
          ? []
          : [tagOf.room(thread.category.id)]),
      ],
      slots: this.slots.of(thread, posts, page === pages),
    };
  }
}
