import { globSync, readFileSync } from 'node:fs';

const LONGEST = 120;
/** Sentences of the interface and of the demonstration stay whole, so that they can be found and read. */
const SENTENCES = /^(client\/locales|src\/demo)\//;

const files = globSync(['{src,client,bin}/**/*.{ts,tsx,mjs,css}']).filter((file) => !SENTENCES.test(file));

/** What the formatter puts at the end of a line of markup, whatever its length: a space before the next word. */
const SPACE = /\{' '\}$/;

function longLines(file: string, text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(SPACE, '').length)
    .flatMap((length, index) => (length > LONGEST ? [`${file}:${index + 1} has ${length} characters`] : []));
}

describe('lines of code', () => {
  it('stay short enough to be read beside another file', () => {
    expect(files.length).toBeGreaterThan(1_000);
    expect(files.flatMap((file) => longLines(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('would be found where one is too long', () => {
    expect(longLines('one.ts', `const a = 1;\n${'x'.repeat(LONGEST + 1)}\n`)).toEqual(['one.ts:2 has 121 characters']);
  });
});
