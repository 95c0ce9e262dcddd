import { hash } from 'node:crypto';

/** Shorter texts can be equal by chance: « Merci beaucoup ! » is not a copy of anybody's text. */
const SHORTEST = 40;

/**
 * The same for texts that differ in case, accents, spaces and signs only; null for one that is too short to be copied.
 */
export function textHash(text: string): Buffer | null {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length < SHORTEST ? null : hash('sha256', letters, 'buffer').subarray(0, 16);
}

/** As PostgreSQL reads bytes from a text, or from a list in JSON. */
export function bytes(value: Buffer | null): string | null {
  return value === null ? null : `\\x${value.toString('hex')}`;
}
