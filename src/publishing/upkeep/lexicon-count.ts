import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../clock/clock.js';
import { Writer } from '../../database/writer.js';
import { defineJob } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { cutsOf } from '../../search/cuts.js';

export const COUNT_LEXICON = defineJob('count-lexicon', z.strictObject({}), { every: 3_600_000 });

/**
 * In how many posts a word must stand. Whoever could bring a word into the lexicon alone could find out whether
 * somebody else has written it.
 */
const POSTS = 3;
const AUTHORS = 3;
const BATCH = 2_000;
const ROWS = 1_000;
/** Hours in the site's time zone, when few are here; the job asks once an hour. */
const NIGHT = { from: 3, until: 4 };

interface Counted {
  posts: number;
  /** Up to three authors. A guest without a name is nobody in particular, and does not count. */
  authors: string[];
}

interface CountedWord {
  word: string;
  posts: number;
  authors: string[];
}

/**
 * Counts the words of all texts that everyone may read, once a night: those that three people have used in three posts
 * are what a misspelt word is compared with.
 */
@Injectable()
export class LexiconCount {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    clock: Clock,
  ) {
    jobs.does(COUNT_LEXICON, async (_, { stopping }) => {
      if (await this.isNight(clock.now())) await this.count(stopping);
    });
  }

  /** If the count is broken off, what it has counted is dropped: the next night counts everything anew. */
  async count(stopping?: AbortSignal): Promise<void> {
    const words = new Map<string, Counted>();
    let reached: [number, number] | null = [0, 0];
    while (reached !== null) {
      if (stopping?.aborted === true) return;
      reached = await this.batch(words, reached);
    }
    const rows = [...words].filter(([, { posts, authors }]) => posts >= POSTS && authors.length >= AUTHORS);
    await this.writer.transaction(async (tx) => {
      await tx.query('delete from lexicon');
      for (let at = 0; at < rows.length; at += ROWS) {
        const some = rows.slice(at, at + ROWS);
        await tx.query(
          `insert into lexicon (word, posts, cuts)
           select word, posts, string_to_array(cuts, ' ') from unnest($1::text[], $2::int[], $3::text[])
             as counted (word, posts, cuts)`,
          [
            some.map(([word]) => word),
            some.map(([, { posts }]) => posts),
            some.map(([word]) => cutsOf(word).join(' ')),
          ],
        );
      }
    });
  }

  /** @returns the place of the last text of the batch; null at the end */
  private async batch(
    words: Map<string, Counted>,
    [thread, number]: [number, number],
  ): Promise<[number, number] | null> {
    const [row] = await this.writer.query<{ reached: [number, number] | null; counted: CountedWord[] }>(
      `with batch as materialized (
         select s.thread_id, s.number, tsvector_to_array(s.words) as lexemes, c.audience = 'everyone' as open
         from searched s join category c on c.id = s.category_id
         where (s.thread_id, s.number) > ($1::int, $2::int) order by s.thread_id, s.number limit ${BATCH}
       ), used as (
         select substr(lexeme, 2) as word, a.author
         from batch b cross join lateral unnest(b.lexemes) as lexeme
         left join lateral (select one as author from unnest(b.lexemes) one where one like '@%' limit 1) a on true
         where b.open and lexeme ~ '^=[^0-9]{4,30}$'
       )
       select (select array[thread_id, number] from batch order by thread_id desc, number desc limit 1) as reached,
         coalesce((select json_agg(json_build_object('word', word, 'posts', posts, 'authors', authors)) from (
           select word, count(*)::int as posts,
           (array_agg(distinct author) filter (where author is not null))[1:3] as authors
           from used group by word) w), '[]') as counted`,
      [thread, number],
    );
    for (const { word, posts, authors } of row?.counted ?? []) {
      const known = words.get(word) ?? { posts: 0, authors: [] };
      known.posts += posts;
      known.authors = [...new Set([...known.authors, ...(authors ?? [])])].slice(0, AUTHORS);
      words.set(word, known);
    }
    return row?.reached ?? null;
  }

  private async isNight(now: Date): Promise<boolean> {
    const [row] = await this.writer.query<{ night: boolean }>(
      `select extract(hour from $1::timestamptz at time zone time_zone) >= ${NIGHT.from}
         and extract(hour from $1::timestamptz at time zone time_zone) < ${NIGHT.until} as night from site`,
      [now],
    );
    return row?.night ?? false;
  }
}
