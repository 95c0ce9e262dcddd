import { audiencesOf } from '../categories/audience.js';
import type { Reader } from '../database/reader.js';
import { THREAD_COLUMNS, threadFrom, type RawThread } from '../threads/thread-row.js';
import type { Audience, VisibleThread } from '../threads/visible.js';
import { wordsOf } from './fold.js';
import { formsOf, quoted, within } from './lexemes.js';

const MOST_WORDS = 40;
/** How many words of the title are compared: the rarest ones say best what it is about. */
const RAREST = 8;
/** How many titles are compared, and how many are shown. */
const MOST_READ = 500;
const SHOWN = 5;

/**
 * Up to five threads with a title like this one, the closest first. They are shown to whoever is about to open a
 * thread, who may find that somebody has asked the same before.
 */
export async function similarThreads(reader: Reader, audience: Audience, title: string): Promise<VisibleThread[]> {
  const words = [...new Set(wordsOf(title).map(({ word }) => word))].slice(0, MOST_WORDS);
  const forms = [...(await formsOf(reader, words)).values()].filter(({ foldedStem }) => foldedStem !== null);
  const stems = await rarest(
    reader,
    forms.map(({ folded, foldedStem }) => ({ folded, stem: foldedStem ?? '' })),
  );
  if (stems.length === 0) return [];
  const audiences = audiencesOf(audience);
  const lexemes = stems.map((stem) => quoted(`^${stem}`));
  const readable = await reader.query<{ id: number }>('select id from category where audience = any($1)', [audiences]);
  const categories = readable.map(({ id }) => id);
  const rows = await reader.query<RawThread>(
    `select ${THREAD_COLUMNS}
     from (
       select s.thread_id, s.published_at,
         (select count(*) from unnest($3::text[]) as one (lexeme) where s.words @@ one.lexeme::tsquery) as shared
       from search_standing($5::int[], $2::tsquery, ${MOST_READ}) s
     ) s
     join thread t on t.id = s.thread_id and t.moved_to is null and not t.retired
     join category c on c.id = t.category_id and c.audience = any($1)
     where s.shared >= $4
     order by s.shared desc, s.published_at desc, s.thread_id desc limit ${SHOWN}`,
    [audiences, within(categories, lexemes.join(' | ')), lexemes, stems.length > 2 ? 2 : 1, categories],
  );
  return rows.map(threadFrom);
}

/**
 * The rarest of these words. Their numbers come from the lexicon, which is counted anew each night: a word that is not
 * in it counts as the rarest.
 */
async function rarest(reader: Reader, words: { folded: string; stem: string }[]): Promise<string[]> {
  const known = await reader.query<{ word: string; posts: number }>(
    'select word, posts from lexicon where word = any($1)',
    [words.map(({ folded }) => folded)],
  );
  const posts = new Map(known.map((row) => [row.word, row.posts]));
  const ordered = words
    .map(({ folded, stem }) => ({ stem, posts: posts.get(folded) ?? 0 }))
    .sort((one, other) => one.posts - other.posts);
  return [...new Set(ordered.map(({ stem }) => stem))].slice(0, RAREST);
}
