import { z } from 'zod';
import { nameKey } from './name-key.js';

const SHORTEST = 2;
const LONGEST = 40;

/** Alphabets that a name can be written in; Japanese is written in three at once. */
const ALPHABETS = [
  'Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Georgian', 'Ethiopic', 'Tifinagh', 'Devanagari', 'Bengali',
  'Tamil', 'Thai', 'Hangul',
].map((script) => new RegExp(`^\\p{Script=${script}}+$`, 'u'));
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

/** Letters and digits, with single points, hyphens, apostrophes or spaces between them, and at most two marks on a letter. */
const SHAPE = /^[\p{L}\p{N}]\p{M}{0,2}(?:[ ._'’·-]?[\p{L}\p{N}]\p{M}{0,2})*[.]?$/u;

/** Names under which one could speak for the forum itself. Compared by their key, so look-alikes are reserved too. */
const RESERVED = new Set(
  [
    'admin', 'admins', 'administrateur', 'administratrice', 'administration', 'administrator', 'anonyme', 'anonymous', 'bureau',
    'desk', 'équipe', 'guest', 'invité', 'invitée', 'modérateur', 'modératrice', 'modération', 'moderator', 'moderation',
    'organisation', 'organizer', 'palabre', 'root', 'sans pseudonyme', 'site', 'staff', 'support', 'system', 'système', 'team', 'webmaster',
  ].map(nameKey),
);

/** Is it a name that nobody may take, member or guest? */
export function isReserved(name: string): boolean {
  return RESERVED.has(nameKey(name));
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
