import { distance } from '../distance.js';
import { exactPositions, positions } from './positions.js';
import type { Sources } from './sources.js';

/** Measures how wrong approximate positions are, by guessing those of towns whose place is known. */
export function howFarOff(sources: Sources): string {
  const exact = exactPositions(sources);
  const guessed = positions(sources, true);
  const off = new Map<string, number[]>();
  for (const [code, place] of exact) {
    const guess = guessed.get(code);
    if (guess) off.set(guess.exactness, [...(off.get(guess.exactness) ?? []), distance(place, guess)]);
  }
  return [...off].map(([exactness, all]) => `known places guessed by ${exactness}: ${quantiles(all)}`).join('\n');
}

function quantiles(all: number[]): string {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)} km`;
  return `half within ${at(0.5)}, nine of ten within ${at(0.9)} (${sorted.length})`;
}
