import type { Reader } from '../database/reader.js';
import { cutsOf, isOneLetterApart } from './cuts.js';
import { type Forms, quoted, within } from './lexemes.js';
import type { Question } from './question.js';
import { BOUNDS } from './ways.js';

/** A word that matches nothing (as it was typed), and a known word that differs from it by one letter. */
export interface Suggestion {
  typed: string;
  word: string;
}

const MOST = 4;
/** Shorter words have too many neighbours. */
const SHORTEST = 4;
const NEIGHBOURS = 50;

/** Suggestions for the single words of a question that stand in no text of these categories. */
export async function suggestionsFor(
  reader: Reader,
  question: Question,
  forms: ReadonlyMap<string, Forms>,
  categories: readonly number[],
): Promise<Suggestion[]> {
  const words = question.groups
    .flat()
    .filter(({ exact }) => !exact)
    .flatMap(({ words: each }) => each)
    .flatMap((word) => {
      const known = forms.get(word);
      return known === undefined || known.foldedStem === null || known.folded.length < SHORTEST
        ? []
        : [{ word, folded: known.folded, stems: [known.foldedStem, known.stemFolded ?? known.foldedStem] }];
    })
    .slice(0, MOST);
  const suggestions: Suggestion[] = [];
  for (const { word, folded, stems } of words) {
    if (await stands(reader, stems, categories)) continue;
    const near = await neighbour(reader, folded);
    if (near !== null) suggestions.push({ typed: word, word: near });
  }
  return suggestions;
}

/**
 * Whether one of the stems stands in a text. The newest texts are looked at first, because a frequent word is found
 * there at once.
 */
async function stands(reader: Reader, stems: readonly string[], categories: readonly number[]): Promise<boolean> {
  const either = stems.map(quoted).join(' | ');
  const latest = await reader.query(
    `select from search_newest($1::int[], $2::tsquery, null, '-infinity', 'infinity', 'infinity', 0, 0,
       ${BOUNDS.probe}, 1) where matches`,
    [categories, either],
  );
  if (latest.length > 0) return true;
  const rows = await reader.query('select from search_standing($1::int[], $2::tsquery, 1)', [
    categories,
    within(categories, either),
  ]);
  return rows.length > 0;
}

/** The word of the lexicon that differs by one letter, and of several the one that stands in most posts. */
async function neighbour(reader: Reader, folded: string): Promise<string | null> {
  const rows = await reader.query<{ word: string }>(
    `select word from lexicon where cuts && $1::text[] order by posts desc, word limit ${NEIGHBOURS}`,
    [cutsOf(folded)],
  );
  return rows.find(({ word }) => isOneLetterApart(word, folded))?.word ?? null;
}
