import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { TITLED } from '../../threads/article-row.js';
import type { AuthorRole } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';

/** A post as moderators see it before they take it down, or while it is down. */
export interface RemovedPost {
  thread: number;
  number: number;
  /** Title of the thread; while post 1 is taken down, the title that it had. */
  title: string;
  slug: string;
  author: { name: string; role: AuthorRole };
  html: string;
  /** Whether the title of its thread is taken down with it. */
  opens: boolean;
  writtenAt: Date;
  /** The last posts that quote or link it: what they say of it stays. */
  quotedIn: { thread: number; number: number; title: string }[];
  /** Null while the post is shown. */
  removed: null | { at: Date; by: string; reason: string | null; remark: string | null };
}

type Row = Omit<RemovedPost, 'author' | 'removed'> & {
  authorName: string;
  authorRole: AuthorRole;
  removedAt: Date | null;
  removedBy: string | null;
  reason: string | null;
  remark: string | null;
};

const MOST_QUOTING = 10;

@Injectable()
export class RemovedPosts {
  constructor(private readonly writer: Writer) {}

  /** Null outside of the moderator's categories, and when its author has withdrawn it or its acceptance was undone. */
  async one(moderator: Visitor, thread: number, number: number): Promise<RemovedPost | null> {
    const [row] = await this.writer.query<Row>(
      `select p.thread_id as "thread", p.number, t.slug, coalesce(r.title, t.title) as title,
         coalesce(r.html, p.html) as html, ${TITLED} as opens, coalesce(rm.name, r.author_name, m.name,
           p.author_name) as "authorName",
         coalesce(r.author_role, p.author_role) as "authorRole", p.written_at as "writtenAt",
           r.removed_at as "removedAt",
         b.name as "removedBy", r.reason, r.remark,
         coalesce((select json_agg(json_build_object('thread', q.thread_id, 'number', q.number, 'title', q.title))
         from (
           select f.thread_id, f.number, qt.title from post_reference f
           join thread qt on qt.id = f.thread_id where f.to_thread = $1 and f.to_number = $2
           order by f.thread_id desc, f.number desc limit ${MOST_QUOTING}) q), '[]') as "quotedIn"
       from post p join thread t on t.id = p.thread_id
       left join desk.removed_post r on r.thread_id = p.thread_id and r.number = p.number
       left join member m on m.id = p.author_id left join member rm on rm.id = r.author_id left join member b
         on b.id = r.removed_by
       where p.thread_id = $1 and p.number = $2 and (p.gone is null or r.number is not null)
       and ($3::int[] is null or t.category_id = any($3))`,
      [thread, number, moderator.desk],
    );
    if (row === undefined) return null;
    const { authorName, authorRole, removedAt, removedBy, reason, remark, ...post } = row;
    const removed = removedAt === null ? null : { at: removedAt, by: removedBy ?? '', reason, remark };
    return { ...post, author: { name: authorName, role: authorRole }, removed };
  }
}
