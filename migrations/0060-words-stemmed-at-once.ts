import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SMALL_WORDS } from './0032-small-words.js';

/** As in the migrations before. */
const MARKS = '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
const MOST_LETTERS = 100_000;
const LONGEST_WORD = 60;

/**
 * The same vectors for two thirds of the work: the stems of words with accents were folded one by one, each with a call
 * of its own, and are now folded together as the words are.
 */
export class WordsStemmedAtOnce1763800000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function public.search_vector(language text, of_text text) returns tsvector
        language plpgsql immutable strict parallel safe as $$
      declare
        dictionary constant regdictionary := case language when 'fr' then 'french_stem' else 'english_stem' end;
        small constant text[] := case language when 'fr' then '{${SMALL_WORDS.join(',')}}' else '{}' end;
        words text[];
        accented text[] := '{}';
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
          -- The stems of words that are not plain, a line below the words: both are folded at once.
          flat := flat || E'\\n' || (
            select string_agg(case when octet_length(w.word) = length(w.word) then ''
              else coalesce((ts_lexize(dictionary, w.word))[1], '') end, ' ') from unnest(words) as w (word));
          flat := replace(replace(regexp_replace(normalize(flat, NFKD), '[${MARKS}]', '', 'g'), 'œ', 'oe'), 'æ', 'ae');
          if octet_length(flat) > length(flat) then flat := normalize(flat, NFC); end if;
          accented := string_to_array(split_part(flat, E'\\n', 2), ' ');
          flat := split_part(flat, E'\\n', 1);
        end if;
        return (
          select coalesce(string_agg('''=' || folded || ''':' || place || coalesce(' ''' || stem || ''':' || place, '')
            || coalesce(' ''' || nullif(nullif(other, stem), '') || ''':' || place, ''), ' '), '')::tsvector
          from (
            select w.folded, least(w.nth, 16383)::text as place, w.other,
              case when w.folded <> all (small) then (ts_lexize(dictionary, w.folded))[1] end as stem
            from unnest(words, string_to_array(flat, ' '), accented) with ordinality as w (word, folded, other, nth)
            where w.folded <> '' offset 0) w);
      end $$;
    `);
  }

  /** The function of before answers the same; only its migration can be taken back. */
  async down(): Promise<void> {
    // Nothing to undo.
  }
}
