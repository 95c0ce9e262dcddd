import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { en } from '../../client/locales/en.js';
import { fr } from '../../client/locales/fr.js';

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(join(folder, file), 'utf8'));

describe('the catalogue', () => {
  it('has every French text in English too, and no other', () => {
    expect(shapeOf(en)).toEqual(shapeOf(fr));
    expect(shapeOf(fr).length).toBeGreaterThan(200);
  });

  it('leaves no text empty or the same in both, but for words that are', () => {
    const english = new Map(textsOf(en));
    const same = textsOf(fr).filter(([key, text]) => text === '' || (english.get(key) === text && /\p{L}{3}/u.test(text)));
    expect(same.filter(([, text]) => text === '' || text.trim().includes(' '))).toEqual([]);
  });

  it('has words for every problem that the house can have', () => {
    const code = /new (?:Conflict|Forbidden|TooMany)\('([a-z-]+)'/g;
    expect(unknown(code, fr.problems.codes)).toEqual([]);
  });

  it('has words for everything that can be wrong with a field', () => {
    expect(unknown(/new Invalid\(\{ \w+: '([a-z-]+)'/g, fr.problems.fields)).toEqual([]);
    expect(unknown(/\.(?:refine|min|max|string|email|regex)\((?:[^'\n]*, )?'([a-z]+(?:-[a-z]+)+)'\)/g, fr.problems.fields)).toEqual([]);
  });

  it('is set as French is: no-break spaces, and apostrophes that curve', () => {
    const literals = sourcesIn('client/locales/fr').flatMap((source) => [...source.replace(/\$\{[^}]*\}/g, '…').matchAll(/'([^'\n]*)'|`([^`]*)`/g)]);
    const texts = literals.map(([, plain, template]) => plain ?? template ?? '').filter((text) => !text.startsWith('.'));
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => / [;:!?»]|« |\p{L}[;!?»]|\p{L}'\p{L}|\.\.\./u.test(text))).toEqual([]);
  });
});

function unknown(pattern: RegExp, known: Record<string, unknown>): string[] {
  const used = sourcesIn('src').flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code ?? ''));
  expect(used.length).toBeGreaterThan(3);
  return [...new Set(used)].filter((code) => !(code in known)).sort();
}

/** Every path with what stands there, texts themselves left out. */
function shapeOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`)).sort();
}

function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}
