import { z } from 'zod';
import { nameKey } from './name-key.js';

const SHORTEST = 2;
const LONGEST = 40;

/** Alphabets that a name can be written in; Japanese is written in three at once. */
const ALPHABETS = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Hebrew',
  'Arabic',
  'Georgian',
  'Ethiopic',
  'Tifinagh',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Thai',
  'Hangul',
].map((script) => new RegExp(`^\\p{Script=${script}}+$`, 'u'));
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

/**
 * Letters and digits, with single points, hyphens, apostrophes or spaces between them, and at most two marks on a
 * letter.
 */
const SHAPE = /^[\p{L}\p{N}]\p{M}{0,2}(?:[ ._'’·-]?[\p{L}\p{N}]\p{M}{0,2})*[.]?$/u;

/** Names under which one could speak for the forum itself. Compared by their key, so look-alikes are reserved too. */
const RESERVED = new Set(
  [
    'admin',
    'admins',
    'administrateur',
    'administrateurs',
    'administratrice',
    'administration',
    'administrator',
    'administrators',
    'anonyme',
    'anonymous',
    'bureau',
    'desk',
    'équipe',
    'forum',
    'guest',
    'invité',
    'invitée',
    'modérateur',
    'modérateurs',
    'modératrice',
    'modératrices',
    'modération',
    'moderator',
    'moderators',
    'moderation',
    'organisation',
    'organizer',
    'palabre',
    'root',
    'sans pseudonyme',
    'site',
    'staff',
    'support',
    'system',
    'système',
    'team',
    'webmaster',
  ].map(nameKey),
);

/** Words that change nothing about who speaks: « l’équipe de modération » is « équipe modération ». */
const SMALL_WORDS = new Set(
  ['a', 'and', 'au', 'd', 'de', 'des', 'du', 'e', 'et', 'l', 'la', 'le', 'les', 'of', 'the', 'un', 'une'].map(nameKey),
);

/** Keys of the words that say something. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(nameKey)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word));
}

/** The words of a name without those that any forum's team might use. */
function own(words: string[]): string {
  return words.filter((word) => !RESERVED.has(word)).join('');
}

/**
 * Is it a name that nobody may take, member or guest? Either as a whole, or because each of its words is one; so is
 * the name of this `forum`, alone or with such words around it.
 */
export function isReserved(name: string, forum = ''): boolean {
  const key = nameKey(name);
  if (RESERVED.has(key) || (key !== '' && key === nameKey(forum))) return true;
  const words = wordsOf(name);
  if (words.length === 0 || !words.some((word) => RESERVED.has(word))) return false;
  return own(words) === '' || own(words) === own(wordsOf(forum));
}

/** A member's name as it is stored and shown: NFKC, without spaces around it. */
export const memberName = z
  .string('member-name-length')
  .max(200, 'member-name-length')
  .transform((name) => name.normalize('NFKC').trim())
  .refine((name) => [...name].length >= SHORTEST && [...name].length <= LONGEST, 'member-name-length')
  .refine((name) => SHAPE.test(name) && isOneAlphabet(name), 'name-letters')
  .refine((name) => !isReserved(name) && nameKey(name) !== '', 'name-reserved');

function isOneAlphabet(name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '');
  return letters !== '' && (JAPANESE.test(letters) || ALPHABETS.some((alphabet) => alphabet.test(letters)));
}
