import type { Reader } from '../database/reader.js';
import type { SameTurn } from '../database/same-turn.js';
import type { Around } from '../towns/around.js';
import { branchesOf, placeInBranches } from './branches.js';
import { callOf } from './call-of.js';
import { readCursor } from './cursor.js';
import { postsOfMember, type VisibleMember } from './member-posts.js';
import { type PostVersion, versionsOf } from './post-history.js';
import { openedThreads } from './opened-threads.js';
import { peopleOf } from './people-of.js';
import { partOfThread, type ThreadPart } from './part-of-thread.js';
import { POST_COLUMNS, postFrom, type RawPost } from './post-row.js';
import { type Questions, questionsOf } from './questions.js';
import { since, type Since } from './since.js';
import {
  latestIds,
  latestThreads,
  pinnedThreads,
  rowsOfThreads,
  sliceOfThreads,
  threadsAround,
} from './thread-lists.js';
import { THREAD_COLUMNS, threadFrom, type RawThread } from './thread-row.js';
import type { Audience, Slice, ThreadRow, VisibleCall, VisiblePost, VisibleThread } from './visible.js';

export const POSTS_A_PAGE = 20;

/** How many pages the thread has; its numbers have no gap, so nothing has to be counted. */
export function pagesOf(thread: Pick<VisibleThread, 'lastNumber'>): number {
  return Math.max(1, Math.ceil(thread.lastNumber / POSTS_A_PAGE));
}

export function pageOf(number: number): number {
  return Math.ceil(number / POSTS_A_PAGE);
}

/** How the posts of a thread follow each other on its pages. */
export type Order = 'numbers' | 'branches';

export function orderOf({ article }: Pick<VisibleThread, 'article'>): Order {
  return article?.threading === 'one-level' ? 'branches' : 'numbers';
}

/**
 * Threads and posts as somebody of one audience sees them. Whatever is outside of it is answered like what does not
 * exist: null, or an empty slice.
 */
export class AudienceThreads {
  constructor(
    private readonly reader: Reader,
    private readonly audiences: Audience[],
    private readonly asked: SameTurn<VisibleThread | null>,
  ) {}

  /** Of a thread that was merged into another one, that other one: its id is then not the one that was asked for. */
  thread(id: number): Promise<VisibleThread | null> {
    return this.asked.ask(`${id} ${this.audiences.join(' ')}`, () => this.threadNow(id));
  }

  private async threadNow(id: number): Promise<VisibleThread | null> {
    const [row] = await this.reader.query<RawThread & { movedTo: number | null }>(
      `select ${THREAD_COLUMNS}, t.moved_to as "movedTo" from thread t join category c on c.id = t.category_id
       where t.id = $1 and c.audience = any($2)`,
      [id, this.audiences],
    );
    if (row === undefined) return null;
    return row.movedTo === null ? threadFrom(row) : this.threadNow(row.movedTo);
  }

  /** Those of these ids that this audience may see, by their ids; none of what was merged into another thread. */
  async threads(ids: readonly number[]): Promise<Map<number, VisibleThread>> {
    const rows = await this.reader.query<RawThread>(
      `select ${THREAD_COLUMNS} from thread t join category c on c.id = t.category_id
       where t.id = any($1) and t.moved_to is null and c.audience = any($2)`,
      [ids, this.audiences],
    );
    return new Map(rows.map((row) => [row.id, threadFrom(row)]));
  }

  /** What the thread calls for; null for nothing. */
  async call(thread: number, now: Date): Promise<VisibleCall | null> {
    return callOf(this.reader, this.audiences, thread, now);
  }

  /** The members of a thread whose name begins so; null for no thread. */
  async people(thread: number, typed: string): Promise<string[] | null> {
    return peopleOf(this.reader, this.audiences, thread, typed);
  }

  /** Where a post stands today: where it was published, or where it was moved since. */
  async place(thread: number, number: number): Promise<{ thread: VisibleThread; number: number } | null> {
    const [moved] = await this.reader.query<{ thread: number; number: number }>(
      `select m.to_thread as "thread", m.to_number as "number" from post_moved m
       join post p on p.thread_id = m.thread_id and p.number = m.number join category c on c.id = p.category_id
         and c.audience = any($3)
       where m.thread_id = $1 and m.number = $2`,
      [thread, number, this.audiences],
    );
    const at = moved ?? { thread, number };
    const found = await this.thread(at.thread);
    return found === null || found.id !== at.thread || at.number > found.lastNumber
      ? null
      : { thread: found, number: at.number };
  }

  /**
   * The posts of page `n`, from 1; empty beyond the last. By number it is a range: the last page costs what the first
   * does. In branches, each below the comment that it hangs on, as the sections of some sites are read.
   */
  async page(thread: number, n: number, order: Order = 'numbers'): Promise<VisiblePost[]> {
    if (order === 'branches')
      return branchesOf(this.reader, this.audiences, thread, { from: (n - 1) * POSTS_A_PAGE, count: POSTS_A_PAGE });
    return this.posts(thread, (n - 1) * POSTS_A_PAGE + 1, n * POSTS_A_PAGE);
  }

  /** The page of the thread on which this number stands. */
  async pageOf(thread: VisibleThread, number: number): Promise<number> {
    if (orderOf(thread) === 'numbers') return pageOf(number);
    return pageOf(await placeInBranches(this.reader, this.audiences, thread.id, number));
  }

  /** Of the message that came from elsewhere with this anchor. */
  async numberOf(thread: VisibleThread, anchor: string): Promise<number | null> {
    const [row] = await this.reader.query<{ number: number }>(
      `select p.number from post p join category c on c.id = p.category_id and c.audience = any($1)
        where p.thread_id = $2 and p.anchor = $3`,
      [this.audiences, thread.id, anchor],
    );
    return row?.number ?? null;
  }

  /** What was asked in it, those that nobody has answered first; empty beyond the last page. */
  async questions(thread: number, page: number): Promise<Questions> {
    return questionsOf(this.reader, this.audiences, thread, page);
  }

  async post(thread: number, number: number): Promise<VisiblePost | null> {
    return (await this.posts(thread, number, number))[0] ?? null;
  }

  /** The texts of a post that readers may see, the one that stands first; empty where there is only that one. */
  async versions(thread: number, number: number): Promise<PostVersion[]> {
    return versionsOf(this.reader, this.audiences, thread, number);
  }

  /** At most 50 posts: published after number `after`, or changed, taken down or restored after change `changes`. */
  async since(thread: VisibleThread, after: number, changes: number): Promise<Since> {
    return since(this.reader, this.audiences, thread, after, changes);
  }

  /** By last publication, newest first. @throws NotFound for a wrong cursor. */
  async recent(cursor: string | null = null): Promise<Slice<ThreadRow>> {
    return sliceOfThreads(this.reader, this.audiences, null, cursor === null ? null : readCursor(cursor, 1));
  }

  /** Those on top of a category, which stand in no slice of it. */
  async pinnedIn(category: number): Promise<ThreadRow[]> {
    return pinnedThreads(this.reader, this.audiences, category);
  }

  /** Like `recent`, of one category, without those on top of it. */
  async inCategory(category: number, cursor: string | null = null): Promise<Slice<ThreadRow>> {
    return sliceOfThreads(this.reader, this.audiences, category, cursor === null ? null : readCursor(cursor, 1));
  }

  /** The ids of the twenty threads of a category that moved last, the last one first. */
  async latestIn(category: number): Promise<number[]> {
    return latestIds(this.reader, this.audiences, category);
  }

  /** The thread as a list shows it, to draw one new line. */
  async row(thread: number): Promise<ThreadRow | null> {
    return (await this.rows([thread]))[0] ?? null;
  }

  /** The threads as a list shows them, the last one to move first; those out of its audience are left out. */
  async rows(threads: number[]): Promise<ThreadRow[]> {
    return rowsOfThreads(this.reader, this.audiences, threads);
  }

  /** The last threads of each category, in the order of the categories. */
  async latestByCategory(each: number): Promise<ThreadRow[]> {
    return latestThreads(this.reader, this.audiences, each);
  }

  /** Those that are tied to a town there; twenty at most. */
  async around(around: Around): Promise<ThreadRow[]> {
    return threadsAround(this.reader, this.audiences, around);
  }

  /** Up to 500 posts as one text, of everyone or of one author; null where there are none. */
  async part(thread: VisibleThread, part: number, author: string | null): Promise<ThreadPart | null> {
    return partOfThread(this.reader, this.audiences, thread, { part, author });
  }

  /** What a member has opened, newest first. @throws NotFound for a wrong cursor. */
  async openedBy(nameKey: string, cursor: string | null = null): Promise<Slice<ThreadRow>> {
    return openedThreads(this.reader, this.audiences, nameKey, cursor === null ? null : readCursor(cursor, 1));
  }

  /** Null when this audience may read nothing of theirs. @throws NotFound for a wrong cursor. */
  async byMember(nameKey: string, cursor: string | null = null): Promise<VisibleMember | null> {
    return postsOfMember(this.reader, this.audiences, nameKey, cursor === null ? null : readCursor(cursor, 2));
  }

  /**
   * The LIMIT allows as many rows as the numbers do anyway, but the planner can't know that: for a giant thread it
   * would read all members.
   */
  private async posts(thread: number, first: number, last: number): Promise<VisiblePost[]> {
    const rows = await this.reader.query<RawPost>(
      `select ${POST_COLUMNS}
       from thread t
       join category c on c.id = t.category_id and c.audience = any($2)
       cross join lateral (
         select p.* from post p where p.thread_id = t.id and p.number between $3 and $4 order by p.number limit $5
       ) p
       left join member m on m.id = p.author_id
       where t.id = $1
       order by p.number`,
      [thread, this.audiences, first, last, last - first + 1],
    );
    return rows.map(postFrom);
  }
}
