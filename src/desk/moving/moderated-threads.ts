import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import { TITLED } from '../../threads/article-row.js';
import { ThreadEntity } from '../../threads/thread.entity.js';
import type { Audience, ThreadKind } from '../../threads/visible.js';
import { kindsWith } from '../../submissions/kind.js';
import type { Visitor } from '../../visitors/visitor.js';

/**
 * The thread that the address of thread $1 leads to now: itself, or the one that it was merged into, over any number
 * of merges.
 */
const REACHED = `(with recursive way as (
    select id, moved_to from thread where id = $1 union all select t.id, t.moved_to from way join thread t
    on t.id = way.moved_to)
  select id from way where moved_to is null)`;

/** A thread as a moderator sees it before acting on it. */
export interface ModeratedThread {
  id: number;
  slug: string;
  /** Empty when its first post is gone. */
  title: string;
  locked: boolean;
  pinned: boolean;
  /** Whether it is the section of an article. */
  ofArticle: boolean;
  postCount: number;
  category: { id: number; slug: string; name: string; audience: Audience };
  /** Replies and edits that wait for a decision. */
  waiting: number;
  retired: boolean;
  kind: ThreadKind;
}

type Row = Omit<ModeratedThread, 'category'> & {
  category: number;
  categorySlug: string;
  categoryName: string;
  audience: Audience;
};

/** A post in the list from which a moderator chooses those to move. */
export interface MovablePost {
  number: number;
  author: string;
  excerpt: string;
  gone: boolean;
  /** Whether the title was written with it: such a post leaves only with its whole thread. */
  opens: boolean;
}

export interface RecentThread {
  id: number;
  title: string;
}

/** Posts to choose from: those of a page, and of the next. */
const AROUND = 40;
const PAGE = 20;

@Injectable()
export class ModeratedThreads {
  constructor(private readonly writer: Writer) {}

  /**
   * The thread that posts of another one may be moved to; the address of a merged thread leads to the one that holds
   * its posts. @throws Invalid where this visitor moderates no such thread, and for a thread that was retired.
   */
  async target(moderator: Visitor, from: number, to: number): Promise<ModeratedThread> {
    const [reached] = await this.writer.query<{ id: number }>(`select ${REACHED} as id`, [to]);
    const thread = await this.one(moderator, reached?.id ?? to);
    if (thread === null) throw new Invalid({ to: 'thread-unknown' });
    if (thread.id === from) throw new Invalid({ to: 'same-thread' });
    if (thread.retired) throw new Invalid({ to: 'thread-retired' });
    return thread;
  }

  /** @throws NotFound outside of the moderator's categories, Conflict when it was merged into another. */
  async must(moderator: Visitor, id: number): Promise<ModeratedThread> {
    const thread = await this.one(moderator, id);
    if (thread !== null) return thread;
    const merged = await this.writer.repository(ThreadEntity).findOneBy({ id, movedTo: Not(IsNull()) });
    throw merged !== null && moderator.moderatesCategory(merged.categoryId)
      ? new Conflict('moved-since')
      : new NotFound();
  }

  /** From the beginning of the page on which `around` stands. */
  posts(thread: number, around: number): Promise<MovablePost[]> {
    const first = Math.floor((around - 1) / PAGE) * PAGE + 1;
    return this.writer.query<MovablePost>(
      `select p.number, coalesce(m.name, p.author_name) as author, p.excerpt, p.gone is not null as gone,
        ${TITLED} as opens
       from post p join thread t on t.id = p.thread_id left join member m on m.id = p.author_id
       where p.thread_id = $1 and p.number between $2 and $3 and p.gone is distinct from 'moved' order by p.number`,
      [thread, first, first + AROUND - 1],
    );
  }

  /** The latest threads of the moderator's categories, found by the index of each category. */
  recent(moderator: Visitor, but: number): Promise<RecentThread[]> {
    return this.writer.query<RecentThread>(
      `select t.id, t.title from category c cross join lateral (
         select t.id, t.title, t.last_post_at from thread t where t.category_id = c.id and t.moved_to is null
           and not t.retired and t.id <> $2
         order by t.last_post_at desc, t.id desc limit ${PAGE}) t
       where $1::int[] is null or c.id = any($1) order by t.last_post_at desc, t.id desc limit ${PAGE}`,
      [moderator.desk, but],
    );
  }

  /** Null outside of the moderator's categories, and when it was merged into another. */
  async one(moderator: Visitor, id: number): Promise<ModeratedThread | null> {
    const [row] = await this.writer.query<Row>(
      `select t.id, t.kind, t.slug, t.title, t.retired, t.locked, t.pinned_at is not null as pinned,
        t.of_article as "ofArticle", t.post_count as "postCount", c.id as category,
         c.slug as "categorySlug", c.name as "categoryName", c.audience,
         (select count(*)::int from desk.submission s where s.thread_id = t.id
           and s.kind in ${kindsWith('movesWithPosts')} and s.status = 'waiting') as waiting
       from thread t join category c on c.id = t.category_id
       where t.id = $1 and t.moved_to is null and ($2::int[] is null or c.id = any($2))`,
      [id, moderator.desk],
    );
    if (row === undefined) return null;
    const { category, categorySlug, categoryName, audience, ...thread } = row;
    return { ...thread, category: { id: category, slug: categorySlug, name: categoryName, audience } };
  }
}
