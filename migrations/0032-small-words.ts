import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many texts are read by date before the index of words is asked, and how many are passed over at most. */
const NEWEST = 50_000;
const PASSED = 200_000;

/** Small words that PostgreSQL's French dictionary leaves out, or knows with an accent alone. */
export const SMALL_WORDS = [
  'a',
  'les',
  'cet',
  'cette',
  'ils',
  'elles',
  'ca',
  'si',
  'ni',
  'meme',
  'memes',
  'etes',
  'etait',
  'etaient',
];

/**
 * « les » and « à » are small words like « le » and « de ».
 *
 * The newest texts of one category have an index of their own: along that of all categories, a quiet one would be
 * looked for in all texts. For several categories the way has an end, whatever this audience may not read.
 */
export class SmallWords1763800000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index searched_by_category on searched (category_id, published_at desc, thread_id desc, number desc);

      create or replace function public.search_forms(language text, of_text text)
        returns table (nth bigint, word text, folded text, folded_stem text, stem_folded text)
        language sql immutable strict parallel safe as $$
        select w.nth, w.word, f.folded, s.stem,
          case when w.word = f.folded then s.stem else public.search_fold((ts_lexize(d.dictionary, w.word))[1]) end
        from (select (case language when 'fr' then 'french_stem'
          else 'english_stem' end)::regdictionary as dictionary) d
        cross join public.search_words(of_text) w
        cross join lateral (select public.search_fold(w.word) as folded) f
        cross join lateral (select case when language = 'fr' and f.folded = any('{${SMALL_WORDS.join(',')}}'::text[])
          then null
          else (ts_lexize(d.dictionary, f.folded))[1] end as stem) s
        where f.folded <> ''
      $$;

      create or replace function public.search_newest(categories int[], question tsquery, since timestamptz,
        until timestamptz,
          before_at timestamptz, before_thread int, before_number int, most int)
        returns setof public.searched language sql stable set enable_seqscan = off set enable_bitmapscan = off as $$
        select n.* from (
          (select s.* from public.searched s
           where cardinality(categories) = 1 and s.category_id = categories[1]
             and s.published_at >= since and s.published_at < until
             and (s.published_at, s.thread_id, s.number) < (before_at, before_thread, before_number)
           order by s.published_at desc, s.thread_id desc, s.number desc limit ${NEWEST})
          union all
          (select a.* from (
             select s.* from public.searched s
             where cardinality(categories) > 1 and s.published_at >= since and s.published_at < until
               and (s.published_at, s.thread_id, s.number) < (before_at, before_thread, before_number)
             order by s.published_at desc, s.thread_id desc, s.number desc limit ${PASSED}) a
           where a.category_id = any(categories)
           order by a.published_at desc, a.thread_id desc, a.number desc limit ${NEWEST})) n
        where question is null or n.words @@ question limit most
      $$;
    `);
  }

  /** The functions stay as they are now. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index searched_by_category');
  }
}
