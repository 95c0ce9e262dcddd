import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The rules that an import can't show: what the text of a query touches, and who reads the environment. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

const { writer } = JSON.parse(readFileSync('src/floors.json', 'utf8')) as { writer: { folders: string[]; files: string[] } };

const filesWith = (pattern: RegExp): string[] => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file).sort();

describe('the sources', () => {
  // Two files for one door: publish() opens threads by open-thread.ts, and so does a move, which fills the empty numbers
  // that it is given there with what was published before (the rule about who may import it is in publishing.spec.ts).
  it('create a thread or a post in one place only', () => {
    expect(filesWith(/insert\s+into\s+(public\.)?"?thread\b/i)).toEqual(['desk/open-thread.ts']);
    expect(filesWith(/insert\s+into\s+(public\.)?"?post\b/i)).toEqual(['desk/open-thread.ts', 'desk/publish.ts']);
  });

  it('name the tables of the desk only where the Writer may be', () => {
    const named = filesWith(/\b(from|join|into|update|table|on)\s+(only\s+)?"?desk"?\./i);
    expect(named).toContain('desk/publish.ts');
    expect(named.filter((file) => !writer.folders.includes(file.split('/')[0] ?? ''))).toEqual([]);
  });

  it('read the environment in one place only', () => {
    expect(filesWith(/process\.env\b/)).toEqual(['config/read-config.ts']);
  });

  it('ask no clock but the one that can be set', () => {
    expect(filesWith(/\bDate\.now\(|\bnew Date\(\)|(?<![.\w])now\(\)(?!:)/).filter((file) => !file.startsWith('clock/'))).toEqual([]);
  });
});
