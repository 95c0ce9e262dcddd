import { describe, expect, it } from '@jest/globals';
import { type Change, knownChanges, wordChanges } from '../../src/desk/queue/word-changes.js';

/** As it is read: [gone] and {new}. */
function read(changes: Change[]): string {
  return changes
    .map(({ kind, text }) => (kind === 'gone' ? `[${text}]` : kind === 'new' ? `{${text}}` : text))
    .join('');
}

function side(changes: Change[], left: Change['kind']): string {
  return changes
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('');
}

describe('the changes of an edit', () => {
  it.each([
    ['Il y en a quatre.', 'Il y en a cinq.', 'Il y en a [quatre]{cinq}.'],
    ['Une caméra.', 'Une caméra, rue du Lavoir.', 'Une caméra{, rue du Lavoir}.'],
    ['Le maire a dit non.', 'La préfète a dit non.', '[Le maire]{La préfète} a dit non.'],
    ['C’est vu.', 'C’était vu.', '[C’est]{C’était} vu.'],
    ['Vu, l’avis.', 'Vu, l’arrêté.', 'Vu, [l’avis]{l’arrêté}.'],
    ['Pareil.', 'Pareil.', 'Pareil.'],
    ['', 'Tout.', '{Tout.}'],
  ])('from « %s » to « %s » are by words', (before, after, changes) => {
    expect(read(wordChanges(before, after, 100))).toBe(changes);
  });

  it('have both texts whole in them, whatever they are', () => {
    const words = ['<b>', 'été', '\n\n', ' ', 'l’eau', '&amp;', '—', 'ß', '😀', 'a', '.'];
    const text = (seed: number): string =>
      Array.from({ length: 60 }, (_, at) => words[(seed * (at + 3) * 7919) % words.length]).join(' ');
    for (let seed = 1; seed < 40; seed++) {
      const changes = wordChanges(text(seed), text(seed + 1), 100);
      expect([side(changes, 'new'), side(changes, 'gone')]).toEqual([text(seed), text(seed + 1)]);
    }
  });

  it('take no time for two long texts that have nothing in common', () => {
    const long = (letter: string): string => Array.from({ length: 2500 }, (_, at) => `${letter}${at}`).join(' ');
    const started = performance.now();
    const changes = wordChanges(long('a'), long('b'), 100);
    expect(performance.now() - started).toBeLessThan(500);
    expect(changes.map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});

it('texts that were compared before have the same changes again, and no others do', () => {
  const pairs: [string, string, number][] = [
    ['Un mot.', 'Deux mots.', 100],
    ['Un mot.Deux', ' mots.', 100],
    ['Un mot.', 'Deux mots.', 0],
  ];
  for (const [before, after, most] of [...pairs, ...pairs])
    expect(knownChanges(before, after, most)).toEqual(wordChanges(before, after, most));
});
