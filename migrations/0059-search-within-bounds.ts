import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = 'thread_id int, number int, published_at timestamptz, matches boolean, place bigint, nth bigint';
const ASKED = `categories int[], asked tsquery, ranked tsquery, since timestamptz, until timestamptz,
  before_at timestamptz, before_thread int, before_number int, reading int, most int`;

/**
 * The two ways to what matches, each of which reads no more texts than it is told, whatever is asked for and however
 * many there are. Before, a rare category was looked for among all texts, a filter beside a word read the index of
 * dates from its beginning to its end, and a phrase was compared with each text that has its words.
 */
export class SearchWithinBounds1763800000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function public.search_newest, public.search_indexed;
      -- Each category is read by its own index: what is in others is not even looked at.
      drop index searched_by_moment;

      -- Of the newest texts so many as « reading » says, those that match; with the last that was read, so that the
      -- answer tells whether there are more. The categories are merged by date, and none is read further than needed.
      create function public.search_newest(${ASKED}) returns table (${COLUMNS}) language plpgsql stable
        set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
      begin
        if cardinality(categories) = 0 then return; end if;
        return query execute 'select * from (
            select thread_id, number, published_at, place is not null as matches, place, row_number() over () as nth
            from (
              select thread_id, number, published_at,
                case when $1 is null or words @@ $1 then coalesce((ts_rank(words, $2) * 1000000)::bigint, 0) end as place
              from (' || (
                select string_agg('(select * from public.searched where category_id = ' || category
                  || ' and published_at >= $3 and published_at < $4
                    and (published_at, thread_id, number) < ($5, $6, $7)
                  order by published_at desc, thread_id desc, number desc limit $8)', ' union all ')
                from unnest(categories) category) || ') texts
              order by published_at desc, thread_id desc, number desc limit $8) newest) found
          where matches or nth = $8 limit $9'
        using asked, ranked, since, until, before_at, before_thread, before_number, reading, most;
      end $$;

      -- By the index of words. « loose » is what the index can tell by itself: the question without the order of the
      -- words of a phrase. Of what answers that, so many are read as « reading » says.
      create function public.search_indexed(${ASKED}, loose tsquery) returns table (${COLUMNS}) language plpgsql stable
        set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
      begin
        return query select * from (
            select s.thread_id, s.number, s.published_at, of_question.matches,
              case when of_question.matches then (ts_rank(s.words, ranked) * 1000000)::bigint end as place,
              row_number() over () as nth
            from (select * from public.searched w where w.words @@ loose limit reading) s
            cross join lateral (
              select s.words @@ asked and s.category_id = any(categories) and s.published_at >= since
                and s.published_at < until
                and (s.published_at, s.thread_id, s.number) < (before_at, before_thread, before_number) as matches
              offset 0) of_question) found
          where found.matches or found.nth = reading limit most;
      end $$;

      -- So many texts as « reading » says that answer by their lexemes alone.
      create function public.search_standing(question tsquery, reading int) returns setof public.searched
        language plpgsql stable
        set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
      begin
        return query select * from public.searched s where s.words @@ question limit reading;
      end $$;
      revoke execute on function public.search_newest, public.search_indexed, public.search_standing from public;
    `);
  }

  /** The ways of before, without bounds, belong to the code of before. */
  async down(): Promise<void> {
    // Nothing to undo.
  }
}
