import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Floors {
  floors: string[][];
  wings: { shared: string[]; names: string[] };
}

const { floors, wings } = JSON.parse(readFileSync('src/floors.json', 'utf8')) as Floors;
const known = new Set([...wings.shared, ...wings.names]);

/**
 * Names in a folder that are neither a wing nor shared by all of them; files count by their name without its ending.
 */
function strangers(folder: string, besides: string[] = []): string[] {
  const names = readdirSync(folder).map((name) => [name, name.replace(/\.\w+$/, '')] as const);
  return names
    .filter(([name, bare]) => !known.has(bare) && !besides.includes(name))
    .map(([name]) => `${folder}/${name}`);
}

describe('a wing has one name wherever it lives', () => {
  it('at the doors', () => expect(strangers('src/web')).toEqual([]));

  it('among the pages', () => expect(strangers('client', ['browser', 'icons', 'locales', 'styles'])).toEqual([]));

  it('among the scripts for browsers, below the one file that starts them', () => {
    expect(strangers('client/browser', ['main.ts', 'tsconfig.json'])).toEqual([]);
  });

  it('among the style sheets, below those that pages load', () => {
    expect(strangers('client/styles', ['palabre.css', 'wings.css', 'team.css'])).toEqual([]);
  });

  // What is brought from another system is told on the command line, whose words lie beside those of the pages.
  it.each(['fr', 'en'])('among the texts in %s', (language) =>
    expect(strangers(`client/locales/${language}`, ['import.ts'])).toEqual([]),
  );

  it.each(['pages', 'browser'])('among the tests of %s', (folder) => expect(strangers(`test/${folder}`)).toEqual([]));

  it('and a module of its own, with a head comment that says what it is for', () => {
    for (const wing of known) {
      const file = `src/web/${wing}/${wing}.module.ts`;
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, 'utf8')).toMatch(/\n\/\*\*\n \* [A-Z][^*]{60,}/);
      expect(readdirSync(`src/web/${wing}`).length).toBeGreaterThan(2);
    }
  });

  it('and the floors have no second folder of a name twice', () =>
    expect(new Set(floors.flat()).size).toBe(floors.flat().length));
});
