import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { type Around, liesIn } from '../towns/around.js';

/** A standing post as a feed has it: who wrote it by name, and no address of theirs. */
export interface LatestPost {
  thread: number;
  number: number;
  /** Of the thread; that of an article where it is a section. */
  title: string;
  author: string;
  html: string;
  publishedAt: Date;
  /** Null where it stands as it was published. */
  editedAt: Date | null;
}

const MOST = 50;

const COLUMNS = `p.thread_id as thread, p.number, t.title, coalesce(m.name, p.author_name) as author, p.html,
  p.published_at as "publishedAt", p.edited_at as "editedAt"`;

const NEWEST_FIRST = `order by p.published_at desc, p.thread_id desc, p.number desc limit ${MOST}`;

/**
 * The last posts that everyone may read and that stand, newest first, fifty at most: what feeds are made of. A feed is
 * asked for without a cookie, so nobody else's posts are here.
 */
@Injectable()
export class LatestPosts {
  constructor(private readonly reader: Reader) {}

  /** Of the whole forum. */
  all(): Promise<LatestPost[]> {
    return this.inThreads('true', []);
  }

  inCategory(category: number): Promise<LatestPost[]> {
    return this.inThreads('c.id = $1', [category]);
  }

  inThread(thread: number): Promise<LatestPost[]> {
    return this.reader.query<LatestPost>(
      `select ${COLUMNS} from thread t join category c on c.id = t.category_id and c.audience = 'everyone'
       cross join lateral (select * from post p where p.thread_id = t.id and p.gone is null order by p.number desc
         limit ${MOST}) p
       left join member m on m.id = p.author_id where t.id = $1 ${NEWEST_FIRST}`,
      [thread],
    );
  }

  /** Of the member whose name has this key. Each category gives them from its part of the index of authors. */
  byMember(nameKey: string): Promise<LatestPost[]> {
    return this.reader.query<LatestPost>(
      `select ${COLUMNS} from member m join category c on c.audience = 'everyone'
       cross join lateral (select * from post p where p.author_id = m.id and p.category_id = c.id and p.gone is null
         ${NEWEST_FIRST}) p
       join thread t on t.id = p.thread_id where m.name_key = $1 ${NEWEST_FIRST}`,
      [nameKey],
    );
  }

  /** In the cases of a town there, and in the threads that are tied to one. */
  around(around: Around): Promise<LatestPost[]> {
    const values: unknown[] = [];
    const there = liesIn(around, 'w.town_code', (each) => `$${values.push(each)}`).join(' and ');
    return this.reader.query<LatestPost>(
      `select ${COLUMNS} from (select thread_id from local_case w where ${there}
         union select thread_id from thread_town w where ${there}) l join thread t on t.id = l.thread_id
       join category c on c.id = t.category_id and c.audience = 'everyone'
       cross join lateral (select * from post p where p.thread_id = t.id and p.gone is null order by p.number desc
         limit ${MOST}) p
       left join member m on m.id = p.author_id ${NEWEST_FIRST}`,
      values,
    );
  }

  /** With a tag, folded. */
  tagged(tag: string): Promise<LatestPost[]> {
    return this.reader.query<LatestPost>(
      `select ${COLUMNS} from category c
       cross join lateral (select g.thread_id, g.number from post_tag g where g.tag = $1 and g.category_id = c.id
         order by g.published_at desc, g.thread_id desc, g.number desc limit ${MOST}) g
       join post p on p.thread_id = g.thread_id and p.number = g.number
       join thread t on t.id = p.thread_id left join member m on m.id = p.author_id
       where c.audience = 'everyone' ${NEWEST_FIRST}`,
      [tag],
    );
  }

  /** Those that stand at these places, for everyone. */
  at(places: readonly { thread: number; number: number }[]): Promise<LatestPost[]> {
    return this.reader.query<LatestPost>(
      `select ${COLUMNS} from unnest($1::int[], $2::int[]) as place (thread, number)
       join post p on p.thread_id = place.thread and p.number = place.number and p.gone is null
       join thread t on t.id = p.thread_id join category c on c.id = p.category_id and c.audience = 'everyone'
       left join member m on m.id = p.author_id ${NEWEST_FIRST}`,
      [places.map(({ thread }) => thread), places.map(({ number }) => number)],
    );
  }

  /**
   * The threads with the latest posts are found first, each category giving its own from an index: no other thread can
   * have one of the latest posts.
   */
  private inThreads(which: string, values: unknown[]): Promise<LatestPost[]> {
    return this.reader.query<LatestPost>(
      `select ${COLUMNS}
       from (
         select t.id, t.title from category c
         cross join lateral (select t.id, t.title, t.last_post_at from thread t where t.category_id = c.id
           order by t.last_post_at desc, t.id desc limit ${MOST}) t
         where c.audience = 'everyone' and ${which} order by t.last_post_at desc, t.id desc limit ${MOST}
       ) t
       cross join lateral (select * from post p where p.thread_id = t.id and p.gone is null order by p.number desc
         limit ${MOST}) p
       left join member m on m.id = p.author_id ${NEWEST_FIRST}`,
      values,
    );
  }
}
