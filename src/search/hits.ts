import type { Reader } from '../database/reader.js';
import { plainText } from '../markup/plain-text.js';
import { THREAD_COLUMNS, threadFrom, type RawThread } from '../threads/thread-row.js';
import type { Audience, AuthorRole, VisibleThread } from '../threads/visible.js';
import type { Candidate } from './ways.js';
import { fold } from './fold.js';
import { type Forms, formsOf } from './lexemes.js';
import { marked, type Marks, passage, type Piece, placedWords } from './passage.js';
import type { Term } from './question.js';

/** A post that was found. */
export interface Hit {
  thread: VisibleThread;
  number: number;
  author: { name: string; role: AuthorRole };
  publishedAt: Date;
  /** The thread's title, and a passage of the text. */
  title: Piece[];
  passage: Piece[];
}

interface RawHit extends RawThread {
  number: number;
  author: string;
  role: AuthorRole;
  html: string;
  /**
   * The other words of a workshop, a case or a step that were searched, such as its place; empty where there are none.
   */
  facts: string;
  postedAt: Date;
}

/**
 * The posts at these places that the audience may read, in the same order. The words that were asked for are marked.
 */
export async function hitsOf(
  reader: Reader,
  audiences: readonly Audience[],
  places: readonly Candidate[],
  asked: { terms: readonly Term[]; forms: ReadonlyMap<string, Forms> },
): Promise<Hit[]> {
  if (places.length === 0) return [];
  const rows = await reader.query<RawHit>(
    `select ${THREAD_COLUMNS}, p.number, coalesce(m.name, p.author_name) as author, p.author_role as role, p.html,
       case when p.number = 1 then coalesce(search_facts(t.id), '') else coalesce((select s.software from case_step s
         where s.thread_id = p.thread_id and s.number = p.number), '') end as facts,
       p.published_at as "postedAt"
     from unnest($2::int[], $3::int[]) with ordinality as place (thread, number, nth)
     join post p on p.thread_id = place.thread and p.number = place.number and p.gone is null
     join thread t on t.id = p.thread_id
     join category c on c.id = p.category_id and c.audience = any($1)
     left join member m on m.id = p.author_id
     order by place.nth`,
    [audiences, places.map(({ thread }) => thread), places.map(({ number }) => number)],
  );
  const texts = rows.map((row) => ({ ...row, text: `${plainText(row.html)} ${row.facts}`.trim() }));
  const marks = await marksIn(reader, texts, asked.terms, asked.forms);
  return texts.map((row) => ({
    thread: threadFrom(row),
    number: row.number,
    author: { name: row.author, role: row.role },
    publishedAt: row.postedAt,
    title: marked(row.title, marks),
    passage: passage(row.text, marks),
  }));
}

/**
 * A word of a text counts as asked for when it and a word of the question have a form in common. The database knows the
 * forms (stems).
 */
export async function marksIn(
  reader: Reader,
  texts: readonly { title: string; text: string }[],
  terms: readonly Term[],
  forms: ReadonlyMap<string, Forms>,
): Promise<Marks> {
  const phrases = terms.filter(({ exact }) => exact).map(({ words }) => words.map(fold));
  const single = terms.filter(({ exact }) => !exact).flatMap(({ words }) => words);
  const asked = new Set(single.flatMap((word) => stemsOf(forms.get(word))));
  const beginnings = new Set([...asked].map((stem) => stem.slice(0, 2)));
  const near = new Set(
    texts
      .flatMap(({ title, text }) => [title, text])
      .flatMap((text) => placedWords(text).map(({ word }) => word))
      .filter((word) => beginnings.has(fold(word).slice(0, 2))),
  );
  const known = await formsOf(reader, [...near]);
  const isAsked = (word: string): boolean => stemsOf(known.get(word)).some((stem) => asked.has(stem));
  return { isAsked, phrases };
}

function stemsOf(forms: Forms | undefined): string[] {
  if (forms === undefined || forms.foldedStem === null) return [];
  return [forms.foldedStem, forms.stemFolded].filter((stem) => stem !== null);
}
