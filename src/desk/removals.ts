import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Invalid, NotFound } from '../errors/errors.js';
import type { Identity, Visitor } from '../visitors/visitor.js';
import { carryEdits, lockEdits } from './carry-edits.js';
import { bury, recount } from './bury.js';
import { log } from './log.js';
import { nextChange } from './replace-post.js';
import { remarkOf } from './remark.js';
import type { Reason } from './reasons.js';
import { slugOf } from './slug.js';

export interface Why {
  /** Null is refused: a tombstone says why. */
  reason: Reason | null;
  remark: string;
}

interface Target {
  category: number;
  change: number;
  gone: 'taken-down' | 'withdrawn' | null;
}

/** Taking down keeps the text at the desk and leaves a tombstone; restoring puts everything back as it was. */
@Injectable()
export class Removals {
  constructor(private readonly writer: Writer) {}

  /** @throws NotFound outside of the moderator's categories, Conflict when the post is gone already. */
  takeDown(moderator: Visitor, thread: number, number: number, { reason, remark: typed }: Why, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const edits = await lockEdits(tx, thread, number);
      const { target, member, change } = await this.lock(tx, moderator, thread, number);
      if (target.gone !== null) throw new Conflict('already-gone');
      if (reason === null) throw new Invalid({ reason: 'reason-missing' });
      const remark = remarkOf(typed);
      await tx.query(
        `insert into desk.removed_post (thread_id, number, title, author_id, author_name, author_role, source, html, excerpt,
           reply_to, removed_at, removed_by, reason, remark)
         select p.thread_id, p.number, case when p.number = 1 then t.title end, p.author_id, p.author_name, p.author_role,
           p.source, p.html, p.excerpt, p.reply_to, $3, $4, $5, $6
         from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2`,
        [thread, number, now, member.id, reason, remark],
      );
      await bury(tx, { thread, number, change, gone: 'taken-down', reason });
      await carryEdits(tx, edits, target.change, change);
      await recount(tx, { thread, category: target.category, posts: -1 });
      await log(tx, member, { decision: 'take-down', category: target.category, thread, number, reason, remark }, now);
      await tx.tell({ news: 'PostTakenDown', category: target.category, thread, number });
    });
  }

  /** @throws NotFound as above, Conflict when the post was not taken down, or its author has erased it since. */
  restore(moderator: Visitor, thread: number, number: number, now: Date, typed = ''): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const edits = await lockEdits(tx, thread, number);
      const { target, member, change } = await this.lock(tx, moderator, thread, number);
      const [removed] = await tx.query<{ title: string | null }>(
        'select title from desk.removed_post where thread_id = $1 and number = $2', [thread, number],
      );
      if (removed === undefined) throw new Conflict('not-gone');
      await tx.query(
        `update post p set author_id = r.author_id, author_name = r.author_name, author_role = r.author_role, source = r.source,
           html = r.html, excerpt = r.excerpt, reply_to = r.reply_to, gone = null, gone_reason = null, change = $3
         from desk.removed_post r where r.thread_id = p.thread_id and r.number = p.number and p.thread_id = $1 and p.number = $2`,
        [thread, number, change],
      );
      if (removed.title !== null) {
        await tx.query('update thread set title = $2, slug = $3, retired = false where id = $1', [thread, removed.title, slugOf(removed.title)]);
      }
      await tx.query('delete from desk.removed_post where thread_id = $1 and number = $2', [thread, number]);
      await carryEdits(tx, edits, target.change, change);
      await recount(tx, { thread, category: target.category, posts: 1 });
      await log(tx, member, { decision: 'restore', category: target.category, thread, number, remark: remarkOf(typed) }, now);
      await tx.tell({ news: 'PostChanged', category: target.category, thread, number });
    });
  }

  /** Locks the thread first and then asks, so that two who act at once are answered one after the other. */
  private async lock(
    tx: Transaction, moderator: Visitor, thread: number, number: number,
  ): Promise<{ target: Target; member: Identity; change: number }> {
    const [place] = await tx.query<{ category: number }>('select category_id as category from thread where id = $1', [thread]);
    const { member } = moderator;
    if (place === undefined || member === null || !moderator.moderatesCategory(place.category)) throw new NotFound();
    const change = await nextChange(tx, thread);
    const [post] = await tx.query<Omit<Target, 'category'>>(
      'select change, gone from post where thread_id = $1 and number = $2', [thread, number],
    );
    if (post === undefined) throw new NotFound();
    return { target: { ...post, ...place }, member, change };
  }
}
