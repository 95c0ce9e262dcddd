import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';

/** A comment as a feed has it: who wrote it by name, and no address of theirs. */
export interface LatestComment {
  thread: number;
  number: number;
  /** Of the article. */
  title: string;
  author: string;
  html: string;
  publishedAt: Date;
}

const MOST = 50;

@Injectable()
export class LatestComments {
  constructor(private readonly reader: Reader) {}

  /**
   * The last comments that stand in the sections of a site's category, or in one of them, newest first. The threads with
   * the latest posts are found first, by an index: no other one can have one of the last.
   */
  of(category: number, thread: number | null): Promise<LatestComment[]> {
    return this.reader.query<LatestComment>(
      `select p.thread_id as thread, p.number, t.title, coalesce(m.name, p.author_name) as author, p.html, p.published_at as "publishedAt"
       from (
         select t.id, t.title from thread t join category c on c.id = t.category_id and c.audience = 'everyone'
         where t.category_id = $1 and ($2::int is null or t.id = $2) order by t.last_post_at desc, t.id desc limit ${MOST}
       ) t
       cross join lateral (select * from post p where p.thread_id = t.id and p.gone is null order by p.number desc limit ${MOST}) p
       left join member m on m.id = p.author_id
       order by p.published_at desc, p.thread_id desc, p.number desc limit ${MOST}`,
      [category, thread],
    );
  }
}
