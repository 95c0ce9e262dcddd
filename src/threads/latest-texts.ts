import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import type { Audience } from './visible.js';

/** A published post as it was typed. */
export interface PublishedText {
  thread: number;
  number: number;
  slug: string;
  /** Of the thread, with the post 1 that it was written with; empty for the others. */
  title: string;
  author: string;
  source: string;
  excerpt: string;
  publishedAt: Date;
}

@Injectable()
export class LatestTexts {
  constructor(private readonly reader: Reader) {}

  /**
   * The posts that were published last, newest first. Of the 50 threads with the latest posts, because an index leads
   * to those: no other thread can have one of the 50 latest posts.
   */
  last(audience: Audience, count: number): Promise<PublishedText[]> {
    return this.reader.query<PublishedText>(
      `select p.thread_id as "thread", p.number, t.slug, case when p.number = 1
        and not t.of_article then t.title else '' end as title,
         coalesce(m.name, p.author_name) as author, p.source, p.excerpt, p.published_at as "publishedAt"
       from (select t.id, t.slug, t.title, t.of_article from thread t join category c on c.id = t.category_id
         and c.audience = any($1)
         order by t.last_post_at desc, t.id desc limit $2) t
       cross join lateral (select * from post p where p.thread_id = t.id and p.gone is null order by p.number desc
         limit $2) p
       left join member m on m.id = p.author_id
       order by p.published_at desc, p.thread_id desc, p.number desc limit $2`,
      [audiencesOf(audience), count],
    );
  }
}
