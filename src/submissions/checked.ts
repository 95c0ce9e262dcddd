import { decodeHTML } from 'entities';
import { z } from 'zod';
import { Invalid } from '../errors/errors.js';
import type { Visitor } from '../visitors/visitor.js';
import { cleanLine, cleanText, isBlank, letters } from './clean.js';
import type { Draft } from './draft.js';
import type { Kind } from './kind.js';
import { SUBMISSION_KINDS } from './kinds.js';
import { SIZES } from './sizes.js';
import type { Words } from './words.js';

export interface Checked extends Words {
  name: string;
  email: string;
}

type Wrong = Record<string, string>;

const KEY = /^[A-Za-z0-9_-]{12,64}$/;
const ADDRESS = z.email();
const CALLED = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Whether anybody could be called so: one letter is a name, a lone dot is not. */
export function isName(name: string): boolean {
  return CALLED.test(name);
}

export function isKey(key: string): boolean {
  return KEY.test(key);
}

/** Entities are looked through: they are typed in letters, and some are drawn as nothing. */
function wrongLength(text: string, size: { least: number; most: number }): boolean {
  const length = isBlank(decodeHTML(text)) ? 0 : letters(text);
  return length < size.least || length > size.most;
}

function wrongWords(words: Words, kind: Kind): Wrong {
  const wrong: Wrong = {};
  if (words.title !== null && wrongLength(words.title, SIZES.title)) wrong['title'] = 'title-length';
  const { text } = SUBMISSION_KINDS[kind];
  if (wrongLength(words.text, text)) wrong['text'] = text.wrong;
  return wrong;
}

/** Cleans a title and a text; throws Invalid when one of them has not the right length for this kind. */
export function checkedWords(title: string | null, text: string, kind: Kind = 'reply'): Words {
  const words = { title: title === null ? null : cleanLine(title), text: cleanText(text) };
  const wrong = wrongWords(words, kind);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return words;
}

/** The same for a title that comes without a text. */
export function checkedTitle(title: string): string {
  const cleaned = cleanLine(title);
  if (wrongLength(cleaned, SIZES.title)) throw new Invalid({ title: 'title-length' });
  return cleaned;
}

/** A name as it is stored; empty for one of which nothing can be seen. */
export function cleanName(typed: string): string {
  const name = cleanLine(typed).normalize('NFKC').trim();
  return isBlank(name) ? '' : name;
}

/** A code for what is wrong about who sends, once for each field. */
export function wrongSender(name: string, email: string): Wrong {
  const wrong: Wrong = {};
  if (letters(name) > SIZES.name.most) wrong['name'] = 'name-length';
  else if (name !== '' && !isName(name)) wrong['name'] = 'name-sign';
  if (email !== '' && (email.length > SIZES.email.most || !ADDRESS.safeParse(email).success))
    wrong['email'] = 'email-wrong';
  return wrong;
}

export function wrongKey(key: string): Wrong {
  return isKey(key) ? {} : { key: 'key-wrong' };
}

/**
 * Cleans a draft and checks all of it at once, so that its author corrects everything in one go. A member's name is
 * the account's: what the form says besides is ignored, and so is an address.
 */
export function checked(draft: Draft, visitor: Visitor): Checked {
  const number = 'number' in draft ? draft.number : null;
  const typed = SUBMISSION_KINDS[draft.kind].isTitled({ number }) ? draft.title : undefined;
  const title = typed === undefined ? null : cleanLine(typed);
  const words = { title, text: cleanText(draft.text) };
  const name = visitor.member?.name ?? cleanName(draft.name);
  const email = visitor.isGuest ? cleanLine(draft.email) : '';
  const wrong = { ...wrongWords(words, draft.kind), ...wrongSender(name, email), ...wrongKey(draft.key) };
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return { ...words, name, email };
}
