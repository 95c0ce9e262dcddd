import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import type { VisibleThread } from './visible.js';

/** What a member has not read of one thread yet. */
export interface UnreadPosts {
  count: number;
  first: number;
}

/**
 * How far each member has read each thread: one number for a member and a thread, and nothing for a guest. The writer's
 * login is here because whose mark it is concerns that person alone; the reader's must not open the table.
 */
@Injectable()
export class Unread {
  constructor(private readonly writer: Writer) {}

  /** By id, for the threads of a list that hold something unread. A thread never opened is unread as a whole. */
  async of(member: number, threads: Pick<VisibleThread, 'id' | 'lastNumber'>[]): Promise<Map<number, UnreadPosts>> {
    if (threads.length === 0) return new Map();
    const marks = await this.writer.query<{ thread: number; number: number }>(
      'select thread_id as "thread", number from private.read_mark where member_id = $1 and thread_id = any($2)',
      [member, threads.map((thread) => thread.id)],
    );
    const read = new Map(marks.map((mark) => [mark.thread, mark.number]));
    return new Map(threads.flatMap(({ id, lastNumber }) => {
      const reached = read.get(id) ?? 0;
      return lastNumber > reached ? [[id, { count: lastNumber - reached, first: reached + 1 }]] : [];
    }));
  }

  /**
   * The member has seen the posts up to `number`. Never moves backwards, whatever overtakes what; who reads again what
   * they have read costs a look, not a lock.
   */
  async reached(member: number, thread: number, number: number): Promise<void> {
    await this.writer.query(
      `insert into private.read_mark as mark (member_id, thread_id, number)
       select $1::int, $2::int, $3::int
       where not exists (select 1 from private.read_mark where member_id = $1 and thread_id = $2 and number >= $3)
       on conflict (member_id, thread_id) do update set number = excluded.number where mark.number < excluded.number`,
      [member, thread, number],
    );
  }
}
