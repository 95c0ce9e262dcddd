import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import { lockThread } from './lock-thread.js';
import { type Mark, markThread } from './mark-thread.js';

/** Threads that take no more replies, and threads that stand on top of their category. */
@Injectable()
export class Marks {
  constructor(private readonly writer: Writer) {}

  /** @throws NotFound outside of the moderator's categories, Conflict when somebody was quicker. */
  mark(moderator: Visitor, thread: number, mark: Mark, now: Date): Promise<Decided> {
    return this.writer.transaction(async (tx) => {
      const locked = await lockThread(tx, moderator, thread);
      await markThread(tx, locked, mark, now);
      // A thread that was unpinned keeps its former date, so that undoing puts it back between the same threads.
      const detail =
        mark === 'unpin' && locked.pinnedAt !== null ? { pinnedAt: locked.pinnedAt.getTime() } : undefined;
      return await log(tx, locked.member, { decision: mark, category: locked.category, thread, detail }, now);
    });
  }
}
