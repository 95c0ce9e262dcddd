import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import { openPlaces } from '../../publishing/open-thread.js';
import type { Published } from '../../publishing/published.js';
import { RETIRED_SLUG } from '../../publishing/slug.js';
import { keepMergedCase } from './merged-cases.js';
import { mergesInto } from '../../threads/visible.js';
import { ThreadEntity } from '../../threads/thread.entity.js';
import { bringReplies } from './bring-submissions.js';
import { lockPlaces, lockThreads } from './lock-places.js';
import { type ModeratedThread, ModeratedThreads } from './moderated-threads.js';
import { carryReadMarks } from './read-marks.js';
import { recount } from './recount.js';
import { tellMoved } from './tell-moved.js';
import { transfer } from './transfer.js';

/** Merges two threads: all posts of the first go to the second, and addresses of the first lead there. */
@Injectable()
export class Merges {
  constructor(
    private readonly writer: Writer,
    private readonly threads: ModeratedThreads,
  ) {}

  /** The two threads, for the page that asks for confirmation. Changes nothing. @throws as `merge` does. */
  async plan(
    moderator: Visitor,
    thread: number,
    to: number,
  ): Promise<{ thread: ModeratedThread; to: ModeratedThread }> {
    const found = await this.threads.must(moderator, thread);
    if (found.ofArticle) throw new Conflict('section-stays');
    const target = await this.threads.target(moderator, thread, to);
    if (!mergesInto(found.kind, target.kind)) throw new Conflict('facts-stay');
    return { thread: found, to: target };
  }

  /**
   * @throws NotFound outside of the moderator's categories, Invalid for a thread that cannot take it, Conflict when
   * somebody has moved it since. Answers the present place of its first post.
   */
  async merge(moderator: Visitor, thread: number, into: number, now: Date): Promise<Decided & { at: Published }> {
    const { to: target } = await this.plan(moderator, thread, into);
    return this.writer.transaction((tx) => this.mergeIn(tx, moderator, { thread, into: target.id }, now));
  }

  /** The same inside a transaction of the caller's, who has checked that the one may go and the other can take it. */
  async mergeIn(
    tx: Transaction,
    moderator: Visitor,
    { thread, into }: { thread: number; into: number },
    now: Date,
  ): Promise<Decided & { at: Published }> {
    await lockPlaces(tx, thread, 'all');
    const { from, to } = await lockThreads(tx, moderator, thread, into);
    const numbers = await this.numbers(tx, thread);
    await this.keepTitle(tx, thread);
    await keepMergedCase(tx, thread);
    const become = await openPlaces(tx, to.id, numbers.length, now);
    const route = { from: thread, to: to.id, numbers, become };
    await transfer(tx, route);
    await bringReplies(tx, thread, to.id);
    await carryReadMarks(tx, route);
    await closeThread(tx, thread, to.id);
    await recount(tx, [thread, to.id], [{ category: from.category, threads: -1 }]);
    await tellMoved(tx, from, to);
    await tx.tell({ news: 'ThreadUnlisted', category: from.category, thread });
    const pinned: Record<string, number> = from.pinnedAt === null ? {} : { pinnedAt: from.pinnedAt.getTime() };
    const done = await log(
      tx,
      from.member,
      { decision: 'merge', category: from.category, thread, detail: { to: to.id, numbers, become, ...pinned } },
      now,
    );
    return { ...done, at: { thread: to.id, number: become[0] ?? 1 } };
  }

  private async numbers(tx: Transaction, thread: number): Promise<number[]> {
    const rows = await tx.query<{ number: number }>(
      `select number from post where thread_id = $1 and gone is distinct from 'moved' order by number`,
      [thread],
    );
    return rows.map(({ number }) => number);
  }

  /** When the first post was taken down, the desk already keeps the title with that post. */
  private async keepTitle(tx: Transaction, thread: number): Promise<void> {
    await tx.query(
      `insert into desk.merged_title (thread_id, title)
       select t.id, coalesce(nullif(t.title, ''), r.title) from thread t left join desk.removed_post r
         on r.thread_id = t.id and r.number = 1
       where t.id = $1 and coalesce(nullif(t.title, ''), r.title) is not null`,
      [thread],
    );
  }
}

/** Takes the thread out of the lists; its address leads to the other one. */
export async function closeThread(tx: Transaction, thread: number, into: number): Promise<void> {
  await tx
    .repository(ThreadEntity)
    .update({ id: thread }, { movedTo: into, title: '', slug: RETIRED_SLUG, retired: true, pinnedAt: null });
}
