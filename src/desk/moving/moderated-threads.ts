import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import type { Audience } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';

/** A thread as whoever moderates it sees it before they do something with it. */
export interface ModeratedThread {
  id: number;
  slug: string;
  /** Empty when its first post is gone. */
  title: string;
  locked: boolean;
  pinned: boolean;
  /** The section of an article. */
  ofArticle: boolean;
  postCount: number;
  category: { id: number; slug: string; name: string; audience: Audience };
  /** Replies and edits that wait for a decision. */
  waiting: number;
}

type Row = Omit<ModeratedThread, 'category'> & { category: number; categorySlug: string; categoryName: string; audience: Audience };

@Injectable()
export class ModeratedThreads {
  constructor(private readonly writer: Writer) {}

  /** Null outside of the moderator's categories, and when it was merged into another. */
  async one(moderator: Visitor, id: number): Promise<ModeratedThread | null> {
    const [row] = await this.writer.query<Row>(
      `select t.id, t.slug, t.title, t.locked, t.pinned_at is not null as pinned, t.of_article as "ofArticle", t.post_count as "postCount", c.id as category,
         c.slug as "categorySlug", c.name as "categoryName", c.audience,
         (select count(*)::int from desk.submission s where s.thread_id = t.id and s.kind in ('reply', 'edit') and s.status = 'waiting') as waiting
       from thread t join category c on c.id = t.category_id
       where t.id = $1 and t.moved_to is null and ($2::int[] is null or c.id = any($2))`,
      [id, moderator.desk],
    );
    if (row === undefined) return null;
    const { category, categorySlug, categoryName, audience, ...thread } = row;
    return { ...thread, category: { id: category, slug: categorySlug, name: categoryName, audience } };
  }
}
