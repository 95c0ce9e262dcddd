import type { Reader } from '../database/reader.js';
import { cutsOf, isOneLetterApart } from './cuts.js';
import type { Forms } from './lexemes.js';
import { quoted } from './lexemes.js';
import type { Question } from './question.js';

/** A word that matches nothing, as it was typed and folded, and one that differs by a letter. */
export interface Suggestion {
  typed: string;
  word: string;
}

const MOST = 4;
/** Shorter words have too many neighbours. */
const SHORTEST = 4;
const NEIGHBOURS = 50;

/** For single words of a question that stand in no text of these categories: what may have been meant. */
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

async function stands(reader: Reader, stems: readonly string[], categories: readonly number[]): Promise<boolean> {
  const rows = await reader.query(
    `select from search_indexed($1::int[], $2::tsquery, '-infinity', 'infinity', 'infinity', 0, 0, 1)`,
    [categories, stems.map(quoted).join(' | ')],
  );
  return rows.length > 0;
}

/** The one that stands in most posts. */
async function neighbour(reader: Reader, folded: string): Promise<string | null> {
  const rows = await reader.query<{ word: string }>(
    `select word from lexicon where cuts && $1::text[] order by posts desc, word limit ${NEIGHBOURS}`,
    [cutsOf(folded)],
  );
  return rows.find(({ word }) => isOneLetterApart(word, folded))?.word ?? null;
}
