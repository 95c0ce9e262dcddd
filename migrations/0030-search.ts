import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accents and other marks above, below and through letters; the application folds with the same (src/search/fold.ts).
 */
const MARKS = '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';

/** The most letters of one text, and of one word, that are searched. */
const MOST_LETTERS = 100_000;
const LONGEST_WORD = 60;
/** How many texts are read by date before the index of words is asked. */
const NEWEST = 50_000;

/**
 * What is published, as search finds it: each text as one vector that holds its words and what it is filtered by. No
 * extension is needed.
 *
 * Each word stands in the vector three times at the same position: stemmed and then folded, folded and then stemmed,
 * and folded alone behind `=`, for phrases. Folding before stemming alone would lose what accents tell the stemmer.
 * Beside the words stand `^stem` of a title, `@12` or `@~name` of its author, `c:3` of its category and `k:reply` of
 * its kind.
 */
export class Search1763800000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table searched (
        thread_id      int not null,
        number         int not null,
        category_id    int not null references category,
        published_at   timestamptz not null,
        words          tsvector not null,
        primary key (thread_id, number),
        foreign key (thread_id, number) references post on delete cascade
      );
      -- A vector stays in its row: reading the newest ones must not look for each of them elsewhere.
      alter table searched set (toast_tuple_target = 8160);
      create index searched_by_moment on searched (published_at desc, thread_id desc, number desc);
      -- No list of pending rows that each search would walk.
      create index searched_by_words on searched using gin (words) with (fastupdate = off);

      -- Words that stand in several posts by several people which everyone may read, counted at night; what a misspelt
      -- word is compared with. Each with its spellings of one letter less.
      create table lexicon (
        word           text primary key,
        posts          int not null,
        cuts           text[] not null
      );
      create index lexicon_by_cut on lexicon using gin (cuts) with (fastupdate = off);

      -- How far a walk over all old rows has come, so that it goes on after a stop. It begins anew when its goal
      -- changes.
      create table desk.walk (
        name           text primary key,
        goal           text not null,
        reached        text not null,
        done           boolean not null
      );

      create function public.search_fold(word text) returns text language sql immutable strict parallel safe as $$
        select case when octet_length(word) = length(word) then lower(word)
          else normalize(replace(replace(regexp_replace(
          normalize(lower(normalize(word, NFKC) collate "und-x-icu"), NFKD), '[${MARKS}]', '', 'g'), 'œ', 'oe'), 'æ',
            'ae'), NFC) end
      $$;

      -- Words in small letters with their accents, in order.
      create function public.search_words(of_text text) returns table (nth bigint, word text)
        language sql immutable strict parallel safe as $$
        select m.nth, left(m.found[1], ${LONGEST_WORD})
        from regexp_matches(lower(normalize(left(of_text, ${MOST_LETTERS}), NFKC) collate "und-x-icu"),
          '[[:alnum:]${MARKS}]+' collate "und-x-icu", 'g') with ordinality as m (found, nth)
      $$;

      -- The three forms of each word. Small words (« le », « the ») have no stem.
      create function public.search_forms(language text, of_text text)
        returns table (nth bigint, word text, folded text, folded_stem text, stem_folded text)
        language sql immutable strict parallel safe as $$
        select w.nth, w.word, f.folded, (ts_lexize(d.dictionary, f.folded))[1],
          case when w.word = f.folded then (ts_lexize(d.dictionary, f.folded))[1]
            else public.search_fold((ts_lexize(d.dictionary, w.word))[1]) end
        from (select (case language when 'fr' then 'french_stem'
          else 'english_stem' end)::regdictionary as dictionary) d
        cross join public.search_words(of_text) w
        cross join lateral (select public.search_fold(w.word) as folded) f
        where f.folded <> ''
      $$;

      create function public.search_vector(language text, of_text text) returns tsvector
        language sql immutable strict parallel safe as $$
        select coalesce(string_agg('''=' || folded || ''':' || place || coalesce(' ''' || folded_stem || ''':'
          || place, '')
          || coalesce(' ''' || nullif(stem_folded, folded_stem) || ''':' || place, ''), ' '), '')::tsvector
        from (select *, least(nth, 16383) as place from public.search_forms(language, of_text)) w
      $$;

      -- What is read of a text: of HTML that the renderer made, without tags, and words on both sides of a block apart.
      create function public.search_plain(html text) returns text language sql immutable strict parallel safe as $$
        select replace(replace(replace(replace(replace(regexp_replace(regexp_replace(html,
          '</?(a|abbr|b|code|del|em|i|ins|s|span|strong|sub|sup)( [^<>]*)?>', '', 'g'),
          '<[^<>]*>', ' ', 'g'), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&'), '\\u00ad', '')
      $$;

      create function public.search_again(of_thread int, from_number int, to_number int) returns void language sql as $$
        delete from public.searched s where s.thread_id = of_thread and s.number between from_number and to_number
          and not exists (select from public.post p where p.thread_id = s.thread_id and p.number = s.number
            and p.gone is null);
        insert into public.searched (thread_id, number, category_id, published_at, words)
        select p.thread_id, p.number, p.category_id, p.published_at,
          setweight(public.search_vector(site.language, title.words), 'A')
          || public.search_vector(site.language, public.search_plain(p.html))
          || array_to_tsvector(array(select '^' || folded_stem from public.search_forms(site.language, title.words)
               where folded_stem is not null))
          || array_to_tsvector(array_remove(array[
               'c:' || p.category_id,
               'k:' || case when t.of_article then 'comment' when p.number = 1 then 'thread' else 'reply' end,
               case when p.author_id is not null then '@' || p.author_id
                 when p.author_name <> '' then '@~' || left(public.search_fold(p.author_name), 100) end], null))
        from public.post p join public.thread t on t.id = p.thread_id cross join public.site
        cross join lateral (select case when p.number = 1 and not t.of_article then t.title else '' end as words) title
        where p.thread_id = of_thread and p.number between from_number and to_number and p.gone is null
        on conflict (thread_id, number) do update
          set category_id = excluded.category_id, published_at = excluded.published_at, words = excluded.words;
      $$;

      -- Triggers, because a post changes, goes and moves in many ways, and none of them may leave its words behind.
      create function desk.search_post() returns trigger language plpgsql as $$
        begin perform public.search_again(new.thread_id, new.number, new.number); return null; end $$;
      create trigger searched_when_published after insert on post
        for each row when (new.gone is null) execute function desk.search_post();
      create trigger searched_as_it_is after update of html, gone, category_id, author_id, author_name,
        published_at on post
        for each row execute function desk.search_post();
      create function desk.search_thread() returns trigger language plpgsql as $$
        begin perform public.search_again(new.id, 1, 1); return null; end $$;
      create trigger searched_by_its_title after update of title, of_article on thread
        for each row when (new.title is distinct from old.title or new.of_article is distinct from old.of_article)
        execute function desk.search_thread();

      -- Two ways to what matches, each by the one index that it is for. The planner would choose by guesses: for a
      -- phrase it walked all texts by date.
      create function public.search_newest(categories int[], question tsquery, since timestamptz, until timestamptz,
          before_at timestamptz, before_thread int, before_number int, most int)
        returns setof public.searched language sql stable set enable_seqscan = off set enable_bitmapscan = off as $$
        select n.* from (
          select s.* from public.searched s
          where s.category_id = any(categories) and s.published_at >= since and s.published_at < until
            and (s.published_at, s.thread_id, s.number) < (before_at, before_thread, before_number)
          order by s.published_at desc, s.thread_id desc, s.number desc limit ${NEWEST}) n
        where question is null or n.words @@ question limit most
      $$;
      create function public.search_indexed(categories int[], question tsquery, since timestamptz, until timestamptz,
          before_at timestamptz, before_thread int, before_number int, most int)
        returns setof public.searched language sql stable
        set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
        select s.* from public.searched s
        where s.words @@ question and s.category_id = any(categories) and s.published_at >= since
          and s.published_at < until
          and (s.published_at, s.thread_id, s.number) < (before_at, before_thread, before_number) limit most
      $$;
      revoke all on searched, lexicon from public;
      revoke execute on function public.search_fold, public.search_words, public.search_forms, public.search_vector,
        public.search_plain, public.search_again, public.search_newest, public.search_indexed from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger searched_when_published on post;
      drop trigger searched_as_it_is on post;
      drop trigger searched_by_its_title on thread;
      drop function desk.search_post(), desk.search_thread(), public.search_newest, public.search_indexed,
        public.search_again(int, int, int), public.search_plain(text), public.search_vector(text, text),
        public.search_forms(text, text), public.search_words(text), public.search_fold(text);
      drop table searched, lexicon, desk.walk;
    `);
  }
}
