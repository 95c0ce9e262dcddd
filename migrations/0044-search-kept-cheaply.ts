import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SMALL_WORDS } from './0032-small-words.js';
import { FILTERS } from './search-filters.js';

/** As in the migration that made the search. */
const MARKS = '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
const MOST_LETTERS = 100_000;
const LONGEST_WORD = 60;

/**
 * The same index for a sixth of the work: PostgreSQL plans a function of language SQL at each call, and keeps the plans
 * of one in PL/pgSQL; words are folded all at once; and what cannot have changed is not asked for. Besides, posts are
 * found by their tags, and the first post of a workshop by its place, its programme and its town.
 */
export class SearchKeptCheaply1763800000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function public.search_vector(language text, of_text text) returns tsvector
        language plpgsql immutable strict parallel safe as $$
      declare
        dictionary constant regdictionary := case language when 'fr' then 'french_stem' else 'english_stem' end;
        small constant text[] := case language when 'fr' then '{${SMALL_WORDS.join(',')}}' else '{}' end;
        words text[];
        joined text;
        flat text;
      begin
        if of_text = '' then return ''; end if;
        flat := left(of_text, ${MOST_LETTERS});
        if octet_length(flat) = length(flat) then
          words := regexp_split_to_array(lower(flat collate "C"), '[^a-z0-9]+');
        else
          words := regexp_split_to_array(lower(normalize(flat, NFKC) collate "und-x-icu"),
            '[^[:alnum:]${MARKS}]+' collate "und-x-icu");
        end if;
        -- No word has a space in it, so that all of them are cut and folded at once.
        joined := array_to_string(array_remove(words, ''), ' ');
        if joined ~ '\\S{${LONGEST_WORD + 1}}' then
          joined := regexp_replace(joined, '(\\S{${LONGEST_WORD}})\\S+', '\\1', 'g');
        end if;
        words := string_to_array(joined, ' ');
        flat := joined;
        if octet_length(flat) > length(flat) then
          flat := replace(replace(regexp_replace(normalize(flat, NFKD), '[${MARKS}]', '', 'g'), 'œ', 'oe'), 'æ', 'ae');
          if octet_length(flat) > length(flat) then flat := normalize(flat, NFC); end if;
        end if;
        return (
          select coalesce(string_agg('''=' || folded || ''':' || place || coalesce(' ''' || stem || ''':' || place, '')
            || coalesce(' ''' || nullif(other, stem) || ''':' || place, ''), ' '), '')::tsvector
          from (
            select w.folded, least(w.nth, 16383)::text as place,
              case when w.folded <> all (small) then (ts_lexize(dictionary, w.folded))[1] end as stem,
              case when w.word <> w.folded then public.search_fold((ts_lexize(dictionary, w.word))[1])
                when w.folded <> all (small) then null end as other
            from unnest(words, string_to_array(flat, ' ')) with ordinality as w (word, folded, nth)
            where w.folded <> '' offset 0) w);
      end $$;

      -- What of a workshop is read besides its text: nothing that is not for everybody who may read it.
      create function public.search_facts(of_thread int) returns text language plpgsql stable as $$
      begin
        return (select concat_ws(' ', w.place, o.name, (select string_agg(p.title || ' ' || p.text, ' ' order by p.position)
            from public.workshop_part p where p.thread_id = w.thread_id))
          from public.workshop w left join public.town o on o.code = w.town_code where w.thread_id = of_thread);
      end $$;

      drop function public.search_again(int, int, int);
      create function public.search_again(of_thread int, from_number int, to_number int) returns void
        language plpgsql as $$
      begin
        delete from public.searched s where s.thread_id = of_thread and s.number between from_number and to_number
          and not exists (select from public.post p where p.thread_id = s.thread_id and p.number = s.number
            and p.gone is null);
        insert into public.searched (thread_id, number, category_id, published_at, words)
        select p.thread_id, p.number, p.category_id, p.published_at,
          -- The title stands before the text, and the facts behind it.
          case when p.number > 1 or t.of_article then ''::tsvector else
            setweight(public.search_vector(site.language, t.title), 'A')
            || array_to_tsvector(array(select distinct '^' || f.folded_stem
              from public.search_forms(site.language, t.title) f where f.folded_stem is not null)) end
          || public.search_vector(site.language, public.search_plain(p.html)) || ${FILTERS('p', 'of_kind.kind')}
          || case when p.number > 1 then ''::tsvector else
            public.search_vector(site.language, coalesce(public.search_facts(p.thread_id), ''))
            || coalesce((select array_to_tsvector(array['t:' || w.town_code]) from public.workshop w
              where w.thread_id = p.thread_id and w.town_code is not null), '') end
        from public.post p join public.thread t on t.id = p.thread_id cross join public.site
        cross join lateral (select case when t.of_article then 'comment' when p.number > 1 then 'reply'
          else t.kind end as kind) of_kind
        where p.thread_id = of_thread and p.number between from_number and to_number and p.gone is null
        on conflict (thread_id, number) do update
          set category_id = excluded.category_id, published_at = excluded.published_at, words = excluded.words;
      end $$;

      create or replace function desk.search_post() returns trigger language plpgsql as $$
      begin
        perform public.search_again(new.thread_id, new.number, new.number);
        return null;
      end $$;
      -- Most posts are answers, which nothing stands of yet.
      create function desk.search_new_post() returns trigger language plpgsql as $$
      declare
        found_by tsvector;
        kind text := 'reply';
      begin
        if new.number = 1 then
          perform public.search_again(new.thread_id, 1, 1);
          return null;
        end if;
        if (select of_article from public.thread where id = new.thread_id) then kind := 'comment'; end if;
        -- Into variables, since what stands in a query is planned with it, and may be worked out twice.
        found_by := public.search_vector((select language from public.site), public.search_plain(new.html));
        found_by := found_by || ${FILTERS('new', 'kind')};
        insert into public.searched (thread_id, number, category_id, published_at, words)
        values (new.thread_id, new.number, new.category_id, new.published_at, found_by);
        return null;
      end $$;
      drop trigger searched_when_published on post;
      create trigger searched_when_published after insert on post
        for each row when (new.gone is null) execute function desk.search_new_post();
      drop trigger searched_as_it_is on post;
      create trigger searched_as_it_is after update of html, gone, category_id, author_id, author_name,
        published_at on post
        for each row when (old.html is distinct from new.html or old.gone is distinct from new.gone
          or old.category_id <> new.category_id or old.published_at <> new.published_at
          or old.author_id is distinct from new.author_id or old.author_name <> new.author_name)
        execute function desk.search_post();
      drop trigger searched_by_its_title on thread;
      create trigger searched_by_its_title after update of title, of_article, kind on thread
        for each row when (new.title is distinct from old.title or new.of_article is distinct from old.of_article
          or new.kind <> old.kind)
        execute function desk.search_thread();

      -- Facts come and go with post 1, in the same transaction.
      create function desk.search_workshop() returns trigger language plpgsql as $$
      begin
        perform public.search_again(facts.thread_id, 1, 1) from (select distinct thread_id from changed) facts;
        return null;
      end $$;
      create trigger searched_when_new after insert on workshop
        referencing new table as changed for each statement execute function desk.search_workshop();
      create trigger searched_when_changed after update on workshop
        referencing new table as changed for each statement execute function desk.search_workshop();
      create trigger searched_when_gone after delete on workshop
        referencing old table as changed for each statement execute function desk.search_workshop();
      create trigger searched_when_new after insert on workshop_part
        referencing new table as changed for each statement execute function desk.search_workshop();
      create trigger searched_when_changed after update on workshop_part
        referencing new table as changed for each statement execute function desk.search_workshop();
      create trigger searched_when_gone after delete on workshop_part
        referencing old table as changed for each statement execute function desk.search_workshop();

      -- Of a new post nothing stands yet; and where no link of ours is in it, nothing is named.
      create function desk.name_new_post() returns trigger language plpgsql as $$
      begin
        if new.html like '%<a href="/%' then
          perform desk.name_places(new.thread_id, new.number, new.html, new.category_id, new.published_at);
        end if;
        return null;
      end $$;
      create or replace function desk.name_post() returns trigger language plpgsql as $$
      begin
        delete from public.post_tag where thread_id = new.thread_id and number = new.number;
        delete from public.post_reference where thread_id = new.thread_id and number = new.number;
        delete from public.post_mention where thread_id = new.thread_id and number = new.number;
        if new.gone is null and new.html like '%<a href="/%' then
          perform desk.name_places(new.thread_id, new.number, new.html, new.category_id, new.published_at);
        end if;
        return null;
      end $$;
      create function desk.name_places(of_thread int, of_number int, html text, of_category int, at timestamptz)
        returns void language plpgsql as $$
      begin
        insert into public.post_tag (thread_id, number, tag, spelling, category_id, published_at)
        select of_thread, of_number, tag, spelling, of_category, at
        from (
          select distinct on (m[1]) public.address_text(m[1]) as tag, m[2] as spelling, n
          from regexp_matches(html, '<a href="/tag/([^"]+)">#([^<]+)</a>', 'g') with ordinality as found (m, n)
          order by m[1], n
        ) tags order by n limit 10;
        insert into public.post_reference (thread_id, number, to_thread, to_number)
        select distinct of_thread, of_number, m[1]::int, m[2]::int
        from regexp_matches(html, '<a href="/thread/(\\d{1,9})/posts/(\\d{1,9})"', 'g') as m
        where (m[1]::int, m[2]::int) <> (of_thread, of_number) limit 50;
        insert into public.post_mention (thread_id, number, member_id)
        select of_thread, of_number, id
        from (
          select member.id, min(n) as n
          from regexp_matches(html, '<a href="/user/([^"]+)">@', 'g') with ordinality as found (m, n)
          join public.member on member.name = public.address_text(m[1])
          group by member.id order by 2 limit 10
        ) members;
        perform pg_notify('palabre_news', json_build_object('news', 'PostCited', 'thread', cited.to_thread)::text)
        from (
          select distinct coalesce(v.to_thread, r.to_thread) as to_thread
          from public.post_reference r
          left join public.post_moved v on v.thread_id = r.to_thread and v.number = r.to_number
          where r.thread_id = of_thread and r.number = of_number
        ) cited;
      end $$;
      drop trigger named_when_published on post;
      create trigger named_when_published after insert on post
        for each row when (new.gone is null) execute function desk.name_new_post();

      create function desk.count_new_words() returns trigger language plpgsql as $$
      begin
        update public.thread set words = words + regexp_count(new.source, '\\S+') where id = new.thread_id;
        return null;
      end $$;
      drop trigger words_of_new on post;
      create trigger words_of_new after insert on post
        for each row when (new.gone is null and new.source <> '') execute function desk.count_new_words();

      -- Each of a text's words is a place in the index to go to. Some hundred texts are put there together; until then
      -- a search walks them in a list, which is shorter than a millisecond.
      alter index searched_by_words set (fastupdate = on, gin_pending_list_limit = 256);

      revoke execute on function public.search_again, public.search_facts, desk.name_places from public;
    `);
  }

  /** What stood before answers the same; only its migration can be taken back. */
  async down(): Promise<void> {
    // Nothing to undo.
  }
}
