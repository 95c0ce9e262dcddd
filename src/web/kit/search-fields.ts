import { z } from 'zod';
import type { TypedSearch } from '../../../client/kit/search-address.js';
import { isDay } from '../../clock/day.js';
import { Invalid } from '../../errors/errors.js';
import { tagKey } from '../../markup/rules/names.js';
import { type Question, readQuestion, type TypedField } from '../../search/question.js';
import { SEARCHED_KINDS } from '../../search/readable.js';
import { type Query, SORTS } from '../../search/search.js';
import { cleanLine } from '../../submissions/clean.js';
import type { Towns } from '../../towns/towns.js';
import { UnclearTown } from '../../towns/unclear-town.js';

/** What may stand in the address; how long it may be is said at the field. */
const words = z.string().max(20_000).optional();

/** What is looked for, of results and of their feeds alike. */
export const askedQuery = z.strictObject({
  q: words,
  author: words,
  category: words,
  tag: words,
  town: words,
  kind: words,
  after: words,
  before: words,
  sort: words,
});
export const searchQuery = askedQuery.extend({ from: z.string().max(60).optional() });
export type AskedQuery = z.infer<typeof askedQuery>;
export type SearchQuery = z.infer<typeof searchQuery>;

/** The value of `kind` that asks for documents and not for texts. */
export const DOCUMENTS = 'document';

const MOST_LETTERS = 200;
const MOST_TAGS = 10;

export interface ReadSearch {
  typed: TypedSearch;
  question: Question;
  /** What is wrong with what was typed into the box. */
  wrong: Record<string, string>;
}

/** What the form shows: what was typed into the box as `author:` fills the field of the author. */
export function readSearch(query: AskedQuery): ReadSearch {
  const { rest, fields, question } = readQuestion(cleanLine(query.q ?? '').slice(0, MOST_LETTERS));
  const whole = cleanLine(query.q ?? '').length > MOST_LETTERS;
  const value = (name: TypedField): string => cleanLine(fields[name]?.value ?? query[name] ?? '');
  const typed: TypedSearch = {
    q: whole ? cleanLine(query.q ?? '') : rest,
    author: value('author'),
    category: value('category').toLowerCase(),
    tag: value('tag'),
    town: value('town'),
    kind: value('kind'),
    after: wholeDay(value('after')),
    before: wholeDay(value('before')),
    sort: cleanLine(query.sort ?? ''),
  };
  return { typed, question, wrong: putBack(typed, fields) };
}

/**
 * A kind or a day that is none has no place in its field, which is a list or a calendar: what was typed into the box
 * stays there, with what is wrong about it.
 */
function putBack(typed: TypedSearch, fields: ReturnType<typeof readQuestion>['fields']): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const [name, right, code] of [
    ['kind', isKind(typed.kind), 'search-kind'],
    ['after', isDay(typed.after), 'search-day'],
    ['before', isDay(typed.before), 'search-day'],
  ] as const) {
    const piece = fields[name];
    if (piece === undefined || right) continue;
    typed.q = `${typed.q} ${piece.typed}`.trim();
    typed[name] = '';
    wrong['q'] = code;
  }
  return wrong;
}

/** @throws Invalid with a code for each field that is wrong, UnclearTown for what names no town or several */
export async function checkedSearch({ typed, question, wrong: known }: ReadSearch, towns: Towns): Promise<Query> {
  const wrong = { ...known };
  if (typed.q.length > MOST_LETTERS) wrong['q'] = 'question-length';
  for (const field of ['author', 'category', 'tag', 'town'] as const)
    if (typed[field].length > 100) wrong[field] = 'too-long';
  for (const field of ['after', 'before'] as const)
    if (typed[field] !== '' && !isDay(typed[field])) wrong[field] = 'day-wrong';
  const kind = SEARCHED_KINDS.find((each) => each === typed.kind) ?? null;
  if (typed.kind !== '' && kind === null) wrong['kind'] = 'wrong-value';
  const sort = SORTS.find((each) => each === typed.sort) ?? null;
  if (typed.sort !== '' && sort === null) wrong['sort'] = 'wrong-value';
  const tags = typed.tag.split(/[\s,#]+/).filter((tag) => tag !== '');
  const keys = tags.map(tagKey).filter((key) => key !== null);
  if (keys.length < tags.length || keys.length > MOST_TAGS) wrong['tag'] ??= 'search-tag';
  const found = typed.town === '' || wrong['town'] !== undefined ? null : await towns.addressed(typed.town);
  if (found !== null && found.found !== 'one') throw new UnclearTown(found, wrong);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return {
    question,
    author: orNull(typed.author),
    category: orNull(typed.category),
    tags: keys,
    town: found?.town.code ?? null,
    kind,
    after: orNull(typed.after),
    before: orNull(typed.before),
    sort: sort ?? 'relevance',
  };
}

function isKind(text: string): boolean {
  return text === DOCUMENTS || SEARCHED_KINDS.some((kind) => kind === text);
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** `2026-06` and `2026` are the first day of that month, of that year. */
function wholeDay(text: string): string {
  if (/^\d{4}$/.test(text)) return `${text}-01-01`;
  return /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text;
}
