import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import { checkedTitle } from '../../submissions/checked.js';
import { kindsWith } from '../../submissions/kind.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import { openPlaces, openThread } from '../../publishing/open-thread.js';
import type { Published } from '../../publishing/published.js';
import { PostEntity } from '../../threads/post.entity.js';
import { lockPlaces, lockThreads } from './lock-places.js';
import { type LockedThread, lockThread } from './lock-thread.js';
import { type ModeratedThread, ModeratedThreads } from './moderated-threads.js';
import { carryReadMarks } from './read-marks.js';
import { recount } from './recount.js';
import { tellMoved } from './tell-moved.js';
import { type ModeratedCategory, moderatedCategory } from './thread-categories.js';
import { transfer } from './transfer.js';
import { type Chosen, chosenNumbers } from './chosen-numbers.js';

export interface MoveRequest extends Chosen {
  /** Another thread, by its id; or a new one, by its title and the slug of its category. */
  to: { thread: number } | { title: string; category: string };
}

/** What a move will do, shown before it is done. */
export interface MovePlan {
  thread: ModeratedThread;
  numbers: number[];
  /** Replies and edits of these posts that wait for a decision, and go with them. */
  waiting: number;
  to: { thread: ModeratedThread } | { title: string; category: ModeratedCategory };
}

interface Ends {
  from: LockedThread;
  to: Pick<LockedThread, 'id' | 'category'>;
}

/** Moves posts to another thread, or to a new one, which splits theirs. */
@Injectable()
export class Moves {
  constructor(
    private readonly writer: Writer,
    private readonly threads: ModeratedThreads,
  ) {}

  /** @throws as `move` does, and changes nothing. */
  async plan(moderator: Visitor, request: MoveRequest): Promise<MovePlan> {
    const thread = await this.threads.must(moderator, request.thread);
    const numbers = await chosenNumbers(this.writer, request, !('thread' in request.to));
    const [row] = await this.writer.query<{ waiting: number }>(
      `select count(*)::int as waiting from desk.submission where thread_id = $1 and status = 'waiting'
        and kind in ${kindsWith('movesWithPosts')}
       and (number = any($2) or (number is null and reply_to = any($2)))`,
      [thread.id, numbers],
    );
    const to =
      'thread' in request.to
        ? { thread: await this.threads.target(moderator, thread.id, request.to.thread) }
        : {
            title: checkedTitle(request.to.title),
            category: await moderatedCategory(this.writer, moderator, request.to.category),
          };
    return { thread, numbers, waiting: row?.waiting ?? 0, to };
  }

  /**
   * @throws NotFound outside of the moderator's categories, Invalid for posts that may not be moved or a thread that
   * may not receive them, Conflict when one of them has moved since. Answers the present place of the first of them.
   */
  async move(moderator: Visitor, request: MoveRequest, now: Date): Promise<Decided & { at: Published }> {
    const target =
      'thread' in request.to
        ? { thread: (await this.threads.target(moderator, request.thread, request.to.thread)).id }
        : request.to;
    return this.writer.transaction(async (tx) => {
      const numbers = await chosenNumbers(tx, request, !('thread' in request.to));
      await lockPlaces(tx, request.thread, numbers);
      const { from, to } = await this.ends(tx, moderator, { thread: request.thread, to: target }, numbers[0] ?? 0);
      const become = await openPlaces(tx, to.id, numbers.length, now);
      const route = { from: from.id, to: to.id, numbers, become };
      await transfer(tx, route);
      await carryReadMarks(tx, route);
      const splits = !('thread' in request.to);
      await recount(tx, [from.id, to.id], splits ? [{ category: to.category, threads: 1 }] : []);
      await tellMoved(tx, from, to);
      if (splits) await tx.tell({ news: 'ThreadListed', category: to.category, thread: to.id });
      const [number = null] = numbers.length === 1 ? numbers : [];
      const done = await log(
        tx,
        from.member,
        {
          decision: splits ? 'split' : 'move',
          category: from.category,
          thread: from.id,
          number,
          detail: { to: to.id, numbers, become },
        },
        now,
      );
      return { ...done, at: { thread: to.id, number: become[0] ?? 1 } };
    });
  }

  private async ends(
    tx: Transaction,
    moderator: Visitor,
    { thread, to }: Pick<MoveRequest, 'thread' | 'to'>,
    first: number,
  ): Promise<Ends> {
    if ('thread' in to) return lockThreads(tx, moderator, thread, to.thread);
    const title = checkedTitle(to.title);
    const category = await moderatedCategory(tx, moderator, to.category);
    const from = await lockThread(tx, moderator, thread);
    // The new thread has the date of its first post, because nothing in it was published today.
    const opening = await tx.repository(PostEntity).findOneBy({ threadId: thread, number: first });
    if (opening === null) throw new NotFound();
    // While the locks were waited for a colleague may have moved it or taken it down, or its author withdrawn it.
    if (opening.gone === 'moved') throw new Conflict('moved-since');
    if (opening.gone !== null) throw new Invalid({ number: 'first-gone' });
    const id = await openThread(tx, { category: category.id, title, ofArticle: false }, opening.publishedAt);
    return { from, to: { id, category: category.id } };
  }
}
