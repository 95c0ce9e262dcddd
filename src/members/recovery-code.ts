import { createHash, randomInt } from 'node:crypto';

/** Without I, L, O and U: what is written by hand must be read by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 16;
export const CODES = 8;

/** 80 random bits, in groups of four: too many to guess, so that a plain hash hides them well enough. */
function newCode(): string {
  const letters = Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

export function newCodes(): string[] {
  return Array.from({ length: CODES }, newCode);
}

/** The hash under which a code is stored, whatever way it was typed: small letters, spaces, O for 0, l for 1. */
export function codeHash(code: string): Buffer {
  const plain = code
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(plain).digest();
}
