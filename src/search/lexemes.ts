import type { Reader } from '../database/reader.js';
import type { Question, Term } from './question.js';

/**
 * The forms of a word as they stand in the vectors of texts. A word without a stem is a small word such as « le »,
 * which is not searched.
 */
export interface Forms {
  folded: string;
  foldedStem: string | null;
  stemFolded: string | null;
}

/**
 * The forms of each word, by the word in small letters as `wordsOf` gives it. The dictionary is that of the site's
 * language.
 */
export async function formsOf(reader: Reader, words: readonly string[]): Promise<Map<string, Forms>> {
  if (words.length === 0) return new Map();
  const rows = await reader.query<Forms & { asked: string }>(
    `select u.asked, f.folded, f.folded_stem as "foldedStem", f.stem_folded as "stemFolded"
     from site cross join unnest($1::text[]) as u (asked) cross join lateral search_forms(site.language, u.asked) f`,
    [[...new Set(words)]],
  );
  return new Map(rows.map(({ asked, ...forms }) => [asked, forms]));
}

/** A question as tsqueries of PostgreSQL. Each is null where nothing is left of it. */
export interface Compiled {
  asked: string | null;
  /**
   * The same without exclusions, and with the words of phrases in any order: the index of words can answer this without
   * reading the texts.
   */
  loose: string | null;
  /** The words that count for relevance. */
  ranked: string | null;
  /** Whether all words that were asked for are small words, which every text has. */
  smallOnly: boolean;
}

/** `filters` are lists of lexemes: of each list, the vector must contain one lexeme at least. */
export function compile(question: Question, forms: ReadonlyMap<string, Forms>, filters: string[][]): Compiled {
  const conditions = question.groups.map((group) => anyOf(group.map((term) => conditionOf(term, forms))));
  const positive = conditions.filter((one) => one !== null);
  const without = question.without.map((term) => conditionOf(term, forms)).filter((one) => one !== null);
  const filtered = filters.map((lexemes) => anyOf(lexemes.map(quoted)) ?? '');
  const asked = [...positive, ...filtered, ...without.map((one) => `!${one}`)];
  const inAnyOrder = question.groups
    .map((group) => anyOf(group.map((term) => conditionOf(term, forms, ' & '))))
    .filter((one) => one !== null);
  const ranked = anyOf(question.groups.flat().flatMap((term) => ranksOf(term, forms)));
  return {
    // A question with exclusions alone would match nearly every text: it is not asked.
    asked: positive.length + filtered.length === 0 ? null : asked.join(' & '),
    loose: positive.length + filtered.length === 0 ? null : [...inAnyOrder, ...filtered].join(' & '),
    ranked,
    smallOnly: question.groups.length > 0 && positive.length === 0,
  };
}

/** For single words: each word in one of its two forms. For a phrase: the folded words themselves, in their order. */
function conditionOf({ words, exact }: Term, forms: ReadonlyMap<string, Forms>, order = ' <-> '): string | null {
  if (exact) return phraseOf(words, forms, order);
  const each = words.map((word) => {
    const { foldedStem = null, stemFolded = null } = forms.get(word) ?? {};
    if (foldedStem === null) return null;
    return anyOf([...new Set([foldedStem, stemFolded ?? foldedStem])].map(quoted));
  });
  const all = each.filter((one) => one !== null);
  return all.length === 0 ? null : `(${all.join(' & ')})`;
}

function ranksOf({ words, exact }: Term, forms: ReadonlyMap<string, Forms>): (string | null)[] {
  if (exact) return [phraseOf(words, forms)];
  return words.map((word) => {
    const stem = forms.get(word)?.foldedStem ?? null;
    return stem === null ? null : quoted(stem);
  });
}

function phraseOf(words: readonly string[], forms: ReadonlyMap<string, Forms>, order = ' <-> '): string | null {
  return words.length === 0
    ? null
    : `(${words.map((word) => quoted(`=${forms.get(word)?.folded ?? word}`)).join(order)})`;
}

function anyOf(parts: (string | null)[]): string | null {
  const some = parts.filter((part) => part !== null);
  return some.length === 0 ? null : `(${some.join(' | ')})`;
}

/** The lexeme, quoted for a tsquery. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The same tsquery, limited to texts of these categories. With no category it matches nothing. */
export function within(categories: readonly number[], question: string): string {
  return `(${question}) & (${[0, ...categories].map((id) => quoted(`c:${id}`)).join(' | ')})`;
}
