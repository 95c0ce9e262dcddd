import { Injectable } from '@nestjs/common';
import type { Queries, Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Invalid } from '../errors/errors.js';
import type { Visitor } from '../visitors/visitor.js';
import { lockAsHost } from './lock-workshop.js';
import { tellStory } from '../publishing/workshops/tell-story.js';
import type { Acted } from '../publishing/workshops/workshop-act.js';

/** The posts that tell what came out of workshops: hosts name them, and past workshops show them first. */
@Injectable()
export class WorkshopReports {
  constructor(private readonly writer: Writer) {}

  /**
   * `typed` is the number of a post of the workshop's own thread; empty for none. Null when it was so already.
   *
   * @throws NotFound for all but its hosts, Invalid
   */
  name(visitor: Visitor, thread: number, typed: string, now: Date): Promise<Acted | null> {
    return this.writer.transaction(async (tx) => {
      const workshop = await lockAsHost(tx, visitor, thread, now);
      const to = await postOf(tx, thread, typed);
      const from = await namedReport(tx, thread);
      if (from === to) return null;
      await putReport(tx, thread, to);
      await tx.tell({ news: 'WorkshopChanged', category: workshop.category, thread });
      return tellStory(tx, thread, { by: workshop.member.id, act: 'report', detail: { report: { from, to } } }, now);
    });
  }
}

async function postOf(tx: Queries, thread: number, typed: string): Promise<number | null> {
  const number = typed.trim().replace(/^#/, '');
  if (number === '') return null;
  // Post 1 announces the workshop, so it cannot tell what came out of it.
  const [post] = /^[1-9]\d{0,8}$/.test(number)
    ? await tx.query<{ number: number }>(
        'select number from post where thread_id = $1 and number = $2 and number > 1 and gone is null',
        [thread, Number(number)],
      )
    : [];
  if (post === undefined) throw new Invalid({ number: 'post-unknown' });
  return post.number;
}

/** The number of the post that is named; null where none is. */
export async function namedReport(from: Queries, thread: number): Promise<number | null> {
  const [row] = await from.query<{ number: number }>('select number from workshop_report where thread_id = $1', [
    thread,
  ]);
  return row?.number ?? null;
}

export async function putReport(tx: Transaction, thread: number, number: number | null): Promise<void> {
  if (number === null) await tx.query('delete from workshop_report where thread_id = $1', [thread]);
  else
    await tx.query(
      `insert into workshop_report (thread_id, number) values ($1, $2)
       on conflict (thread_id) do update set number = excluded.number`,
      [thread, number],
    );
}
