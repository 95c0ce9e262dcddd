import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { LessThan } from 'typeorm';
import { audiencesOf } from '../categories/audience.js';
import { unseenList } from '../database/unseen-list.js';
import { Writer } from '../database/writer.js';
import { AccountEntity } from '../members/account.entity.js';
import { readCursor, writeCursor } from './cursor.js';
import { type Audience, ROWS_A_SLICE, type Slice, type VisibleThread } from './visible.js';

/** What a member has not read of one thread yet. */
export interface UnreadPosts {
  count: number;
  first: number;
}

/** Joins to a thread `t` the account `a` of the member $1, and how far that member has opened it. */
const MARKED = `join private.account a on a.member_id = $1
  left join private.read_mark mark on mark.member_id = a.member_id and mark.thread_id = t.id`;

/** From the end of the thread, because a mark is mostly near it: what is looked at is what has come since. */
const REACHED = `greatest(coalesce(mark.number, 0), case when t.published_at <= a.read_before then coalesce((
    select p.number from post p where p.thread_id = t.id and p.published_at <= a.read_before order by p.number desc
    limit 1
  ), 0) else 0 end)`;

/** As many as are read again before the first of them is forgotten, on a small server. */
const MOST_KNOWN = 20_000;

/**
 * How far each member has read each thread: one number for a member and a thread, and nothing for a guest. The
 * writer's login is here because a read mark concerns its member alone; the reader login may not read that table.
 */
@Injectable()
export class Unread {
  /** Marks that are stored, by member and thread. A mark only ever grows, so that what was true once stays true. */
  private readonly known = new LRUCache<string, number>({ max: MOST_KNOWN });

  constructor(private readonly writer: Writer) {}

  /** Whether it is known without asking that the member has seen the posts up to `number`. */
  hasReached(member: number, thread: number, number: number): boolean {
    return (this.known.get(markOf(member, thread)) ?? 0) >= number;
  }

  /** By id, for the threads of a list that hold something unread. */
  async of(member: number, threads: Pick<VisibleThread, 'id' | 'lastNumber'>[]): Promise<Map<number, UnreadPosts>> {
    const asked = threads.filter(({ id, lastNumber }) => !this.hasReached(member, id, lastNumber));
    if (asked.length === 0) return new Map();
    const reached = await this.writer.query<{ thread: number; number: number }>(
      `select t.id as "thread", ${REACHED} as number from thread t ${MARKED}
       where t.id = any${unseenList('$2', 'int')}`,
      [member, asked.map((thread) => thread.id)],
    );
    const read = new Map(reached.map(({ thread, number }) => [thread, number]));
    for (const [thread, number] of read) this.know(member, thread, number);
    return new Map(
      asked.flatMap(({ id, lastNumber }) => {
        const number = read.get(id) ?? 0;
        return lastNumber > number ? [[id, { count: lastNumber - number, first: number + 1 }]] : [];
      }),
    );
  }

  /**
   * The threads that hold something unread, the last one to move first: 20 ids. @throws NotFound for a wrong cursor.
   */
  async threads(member: number, audience: Audience, before: string | null): Promise<Slice<number>> {
    const after = before === null ? null : readCursor(before, 1);
    const rows = await this.writer.query<{ id: number; place: string }>(
      `select t.id, (extract(epoch from t.last_post_at) * 1000000)::bigint::text as "place"
       from thread t join category c on c.id = t.category_id and c.audience = any($2) ${MARKED}
       where t.moved_to is null and t.last_post_at > a.read_before and t.last_number > coalesce(mark.number, 0)
       and ($3::bigint is null or (t.last_post_at,
         t.id) < (timestamptz 'epoch' + $3::bigint * interval '1 microsecond', $4::int))
       order by t.last_post_at desc, t.id desc limit ${ROWS_A_SLICE + 1}`,
      [member, audiencesOf(audience), after?.place ?? null, after?.ids[0] ?? null],
    );
    const shown = rows.slice(0, ROWS_A_SLICE);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ id }) => id),
      next: rows.length > ROWS_A_SLICE && last !== undefined ? writeCursor(last.place, last.id) : null,
    };
  }

  /** All that was published up to this moment has been read. */
  async readEverything(member: number, until: Date): Promise<void> {
    await this.writer
      .repository(AccountEntity)
      .update({ memberId: member, readBefore: LessThan(until) }, { readBefore: until });
  }

  /**
   * The member has seen the posts up to `number`. Never moves backwards, even when requests overtake each other;
   * reading an old page again costs no query.
   */
  async reached(member: number, thread: number, number: number): Promise<void> {
    if (this.hasReached(member, thread, number)) return;
    await this.writer.query(
      `insert into private.read_mark as mark (member_id, thread_id, number)
       select $1::int, $2::int, $3::int
       where not exists (select 1 from private.read_mark where member_id = $1 and thread_id = $2 and number >= $3)
       on conflict (member_id, thread_id) do update set number = excluded.number where mark.number < excluded.number`,
      [member, thread, number],
    );
    this.know(member, thread, number);
  }

  private know(member: number, thread: number, number: number): void {
    if (!this.hasReached(member, thread, number)) this.known.set(markOf(member, thread), number);
  }
}

function markOf(member: number, thread: number): string {
  return `${member} ${thread}`;
}
