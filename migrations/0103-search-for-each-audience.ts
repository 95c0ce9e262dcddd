import type { MigrationInterface, QueryRunner } from 'typeorm';
import { INDEXED_FOR } from './0102-an-index-for-each-audience.js';

const COLUMNS = 'thread_id int, number int, published_at timestamptz, matches boolean, place bigint, nth bigint';
const ASKED = `categories int[], asked tsquery, ranked tsquery, since timestamptz, until timestamptz,
  before_at timestamptz, before_thread int, before_number int, reading int, most int`;

/** SQL: the indexes to look into; the variable \`indexes\` has it below. */
const INDEXES = 'indexes constant text[] := public.search_indexes(categories)';

/**
 * SQL: what answers, index by index. Each audience stands there as a word of its own, by which the planner knows which
 * index to read; one that is not asked for is not opened.
 */
const eachIndex = (columns: string, table: string, condition: string): string =>
  INDEXED_FOR.map(
    (audience) => `select ${columns} from ${table}
      where '${audience}' = any(indexes) and indexed_for = '${audience}' and ${condition}`,
  ).join('\nunion all ');

/** The same searches, each of which reads the indexes of those audiences alone whose texts it may find. */
export class SearchForEachAudience1763800000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Those of the audiences of these categories, and those in which some of their texts may still stand.
      create function public.search_indexes(categories int[]) returns text[] language plpgsql stable as $$
      begin
        return array(select audience from public.category where id = any(categories)
          union select audience from public.indexed_elsewhere where category_id = any(categories));
      end $$;

      create or replace function public.search_indexed(${ASKED}, loose tsquery) returns table (${COLUMNS})
        language plpgsql stable
        set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
      declare
        ${INDEXES};
      begin
        return query select * from (
            select s.thread_id, s.number, s.published_at, of_question.matches,
              case when of_question.matches then (ts_rank(s.words, ranked) * 1000000)::bigint end as place,
              row_number() over () as nth
            from (select * from (${eachIndex('*', 'public.searched', 'words @@ loose')}) w limit reading) s
            cross join lateral (
              select s.words @@ asked and s.category_id = any(categories) and s.published_at >= since
                and s.published_at < until
                and (s.published_at, s.thread_id, s.number) < (before_at, before_thread, before_number) as matches
              offset 0) of_question) found
          where found.matches or found.nth = reading limit most;
      end $$;

      drop function public.search_standing;
      -- So many texts as « reading » says that answer by their lexemes alone.
      create function public.search_standing(categories int[], question tsquery, reading int)
        returns setof public.searched language plpgsql stable
        set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
      declare
        ${INDEXES};
      begin
        return query select * from (${eachIndex('*', 'public.searched', 'words @@ question')}) s
          limit reading;
      end $$;

      create or replace function public.search_lately(${ASKED}) returns table (${COLUMNS}) language plpgsql
        set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
      declare
        reach record;
        texts text := 'select s.thread_id, s.number, s.published_at, s.words from public.searched s
          where s.category_id = any($1) and s.published_at >= $4 and s.published_at < $5
            and (s.published_at, s.thread_id, s.number) < ($6, $7, $8)
            and (s.published_at, s.thread_id, s.number) >= ($4, $9, $10)';
        in_indexes constant text := (
          select coalesce(string_agg(format('s.indexed_for = %L and s.words @@ $2', audience), ' or '), 'false')
          from unnest(public.search_indexes(categories)) audience);
        plan json;
      begin
        select * into reach from public.search_reach(categories, since, until, before_at, before_thread, before_number,
          reading) r;
        execute 'explain (format json) ' || texts || ' and (' || in_indexes || ')' into plan using categories, asked,
          ranked, coalesce(reach.published_at, since), until, before_at, before_thread, before_number,
          coalesce(reach.thread_id, 0), coalesce(reach.number, 0);
        if plan::text like '%"BitmapAnd"%' then
          texts := texts || ' and (' || in_indexes || ')';
        else
          texts := 'select * from (' || texts || ' offset 0) every where every.words @@ $2';
        end if;
        return query execute 'select thread_id, number, published_at, true,
            coalesce((ts_rank(words, $3) * 1000000)::bigint, 0), null::bigint
          from (' || texts || ' order by published_at desc, thread_id desc, number desc limit $11) newest'
        using categories, asked, ranked, coalesce(reach.published_at, since), until, before_at, before_thread,
          before_number, coalesce(reach.thread_id, 0), coalesce(reach.number, 0), most;
        -- The last that was looked at, so that the answer tells whether there are more.
        if reach.published_at is not null then
          return query select reach.thread_id, reach.number, reach.published_at, false, null::bigint, reading::bigint;
        end if;
      end $$;

      -- As before: so many pages and so many titles as « reading » says; without « asked » all of them answer.
      create or replace function public.library_indexed(categories int[], asked tsquery, loose tsquery, reading int)
        returns table (id uuid, page int, answers boolean) language plpgsql stable
        set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
        set enable_hashjoin = off set enable_mergejoin = off as $$
      declare
        ${INDEXES};
      begin
        return query select w.document_id, w.page, coalesce(w.search @@ asked, true)
          from (select * from (
            ${eachIndex('*', 'public.document_page', 'search @@ loose')}) p offset 0) w
          join public.document d on d.id = w.document_id and d.category_id = any(categories) limit reading;
        return query select d.id, null::int, coalesce(d.search @@ asked, true)
          from (select * from (
            ${eachIndex('*', 'public.document', 'search @@ loose')}) t offset 0) d
          where d.category_id = any(categories) limit reading;
      end $$;
      revoke execute on function public.search_indexes, public.search_standing from public;
    `);
  }

  /** The searches of before belong to the code of before. */
  async down(): Promise<void> {
    // Nothing to undo.
  }
}
