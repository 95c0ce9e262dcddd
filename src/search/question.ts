import { tagKey } from '../markup/rules/names.js';
import { fold, wordsOf } from './fold.js';

/**
 * One or several words: `exact` if they have to stand next to each other, in this order; otherwise each may stand
 * anywhere in the text.
 */
export interface Term {
  words: string[];
  exact: boolean;
}

/** A question as it was typed. A text matches if it has at least one term of each group, and none of `without`. */
export interface Question {
  groups: Term[][];
  without: Term[];
}

/**
 * Fields of the form that somebody typed into the box, such as `type:`: their values, and the pieces of the box that
 * they were.
 */
export type TypedFields = Partial<Record<TypedField, { value: string; typed: string }>>;
export type TypedField = 'author' | 'category' | 'tag' | 'town' | 'kind' | 'before' | 'after';

const FIELDS: Readonly<Record<string, TypedField>> = {
  auteur: 'author',
  auteure: 'author',
  autrice: 'author',
  author: 'author',
  categorie: 'category',
  category: 'category',
  mot: 'tag',
  tag: 'tag',
  commune: 'town',
  ville: 'town',
  town: 'town',
  type: 'kind',
  kind: 'kind',
  avant: 'before',
  before: 'before',
  apres: 'after',
  depuis: 'after',
  after: 'after',
};

/** French names of the values of `type:`. */
const KINDS: Readonly<Record<string, string>> = {
  sujet: 'thread',
  reponse: 'reply',
  commentaire: 'comment',
  atelier: 'workshop',
  piece: 'document',
  dossier: 'case',
  etape: 'step',
};

const MOST_TERMS = 24;
const PIECE = /#[\p{L}\p{M}\p{Nd}_]+|-?["“”]([^"“”]*)(?:["“”]|$)|([\p{L}\p{M}]+):(?:"([^"]*)(?:"|$)|(\S+))|\S+/gu;

interface Read {
  /** What is left of the box without the fields. */
  rest: string;
  fields: TypedFields;
  question: Question;
}

/** Reads what was typed into the box. It never fails: what has no meaning, such as a lone `OR` or `((`, is left out. */
export function readQuestion(typed: string): Read {
  const fields: TypedFields = {};
  const rest: string[] = [];
  const question: Question = { groups: [], without: [] };
  let or = false;
  let terms = 0;
  for (const piece of typed.matchAll(PIECE)) {
    const [whole, phrase, name, quoted, plain] = piece;
    const field = name === undefined ? undefined : FIELDS[fold(name)];
    if (field !== undefined) {
      const value = (quoted ?? plain ?? '').trim();
      take(fields, field, field === 'kind' ? (KINDS[fold(value)] ?? value) : value, whole);
      continue;
    }
    if (whole.startsWith('#') && tagKey(whole.slice(1)) !== null) {
      take(fields, 'tag', whole.slice(1), whole);
      continue;
    }
    rest.push(whole);
    if (/^(OR|OU)$/.test(whole)) {
      or = question.groups.length > 0;
      continue;
    }
    const words = wordsOf(phrase ?? whole).map(({ word }) => word);
    if (words.length === 0 || (terms += 1) > MOST_TERMS) continue;
    const term = { words, exact: phrase !== undefined };
    if (whole.startsWith('-')) question.without.push(term);
    else if (or) question.groups.at(-1)?.push(term);
    else question.groups.push([term]);
    or = false;
  }
  return { rest: rest.join(' '), fields, question };
}

/** Every tag that was typed counts; of any other field only the last value. */
function take(fields: TypedFields, field: TypedField, value: string, typed: string): void {
  const former = field === 'tag' ? fields.tag : undefined;
  fields[field] =
    former === undefined ? { value, typed } : { value: `${former.value} ${value}`, typed: `${former.typed} ${typed}` };
}
