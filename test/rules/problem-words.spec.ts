import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fr } from '../../client/locales/fr.js';

const sources = globSync('src/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'));

/** The codes that the house uses and the catalogue has no words for. */
function unknown(pattern: RegExp, known: Record<string, unknown>): string[] {
  const used = sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code ?? ''));
  expect(used.length).toBeGreaterThan(3);
  return [...new Set(used)].filter((code) => !(code in known)).sort();
}

describe('the words for problems', () => {
  it('has words for every problem that the house can have', () => {
    expect(unknown(/new (?:Conflict|Forbidden|TooMany)\('([a-z-]+)'/g, fr.problems.codes)).toEqual([]);
  });

  it('has words for everything that can be wrong with a field', () => {
    expect(unknown(/new Invalid\(\{ \w+: '([a-z-]+)'/g, fr.problems.fields)).toEqual([]);
    expect(
      unknown(/\.(?:refine|min|max|string|email|regex)\((?:[^'\n]*, )?'([a-z]+(?:-[a-z]+)+)'\)/g, fr.problems.fields),
    ).toEqual([]);
  });
});
