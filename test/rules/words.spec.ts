import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const page = readFileSync('docs/words.md', 'utf8');

/** The first column of the table below a heading. */
function column(heading: string): string[] {
  const part = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...part.matchAll(/^\| ([a-z-]+) \|/gm)].map(([, word]) => word ?? '').filter((word) => word !== 'word');
}

const forum = column('The forum');
const program = column('The program');
const givenUp = column('Given up');
const plain = (page.split('## Plain words\n')[1] ?? '').match(/[a-z]+/g) ?? [];

/** One thing or several, a person who does it or the doing: all of them are the word. */
function formsOf(word: string): string[] {
  const many =
    word.endsWith('y') && !/[aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : /(s|x|ch)$/.test(word)
        ? `${word}es`
        : `${word}s`;
  return [word, many];
}

const known = new Set([...forum, ...program, ...plain].flatMap(formsOf));

const files = globSync('{src,client}/**/*.{ts,tsx}').filter((file) => !file.includes('/locales/'));
/** What is brought from elsewhere speaks the words of elsewhere, and the demonstration tells stories. */
const rooms = files.filter((file) => file.startsWith('src/') && !/^src\/(demo|import|command-line)\//.test(file));

const partsOf = (name: string): string[] =>
  (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((part) => part.toLowerCase());

const exported = (text: string, what: string): string[] =>
  [...text.matchAll(new RegExp(`^export (?:abstract |async )?(?:${what}) (\\w+)`, 'gm'))].map(
    ([, name]) => name ?? '',
  );

const names = (file: string): string[] => [
  basename(file).replace(/\..*$/, ''),
  ...exported(readFileSync(file, 'utf8'), 'class|interface|type|const|function'),
];

/** Endings that Nest and TypeORM give their things. */
const FRAMEWORK = new Set([
  'controller',
  'module',
  'entity',
  'guard',
  'filter',
  'gateway',
  'interceptor',
  'strategy',
  'adapter',
]);

describe('the page of words', () => {
  it('has a few dozen words of each sort, and none twice', () => {
    expect(forum.length).toBeGreaterThan(40);
    expect(program.length).toBeGreaterThan(30);
    const all = [...forum, ...program, ...givenUp];
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  });

  it('names nothing that no file, no name, no list of floors and no address has', () => {
    const written = ['src/floors.json', 'src/visitors/visitor.ts'].map((file) => readFileSync(file, 'utf8'));
    const tests = globSync('test/**/*.ts').map((file) => basename(file));
    const used = new Set([...files.flatMap(names), ...tests, ...written].flatMap(partsOf));
    expect([...forum, ...program].filter((word) => !formsOf(word).some((form) => used.has(form)))).toEqual([]);
  });

  it('has the last word of each class and type that a room exports', () => {
    const strangers = rooms.flatMap((file) =>
      exported(readFileSync(file, 'utf8'), 'class|interface|type')
        .filter((name) => !known.has(partsOf(name).at(-1) ?? '') && !FRAMEWORK.has(partsOf(name).at(-1) ?? ''))
        .map((name) => `${file}: ${name}`),
    );
    expect(strangers).toEqual([]);
  });

  it('has no word that was given up and came back', () => {
    const back = files.flatMap((file) =>
      names(file)
        .filter((name) => partsOf(name).some((part) => givenUp.includes(part)))
        .map((name) => `${file}: ${name}`),
    );
    expect(back).toEqual([]);
  });
});
