import { asSeen } from './confusables.js';

/**
 * What two names have in common that a reader would take for each other: case, accents, spaces, points, and letters
 * that look alike are gone. Never shown; `member.name_key` holds it, and it is unique.
 */
export function nameKey(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return asSeen(folded).normalize('NFKD').replace(/\p{M}/gu, '');
}
