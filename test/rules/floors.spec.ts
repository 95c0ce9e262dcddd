import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const { floors } = JSON.parse(readFileSync('src/floors.json', 'utf8')) as { floors: string[][] };

/** Files that break one rule each, in a copy of the house's shape, and the rule that has to find them. */
const planted: Record<string, { rule: string; files: Record<string, string> }> = {
  'a value taken from a lower floor': {
    rule: 'no-restricted-imports',
    files: { 'src/members/a.ts': `import { b } from '../desk/b.js';\nexport const a = b;\n`, 'src/desk/b.ts': 'export const b = 1;\n' },
  },
  'a type taken from a lower floor': {
    rule: 'no-restricted-imports',
    files: { 'src/threads/a.ts': `import type { B } from '../submissions/b.js';\nexport type A = B;\n`, 'src/submissions/b.ts': 'export type B = 1;\n' },
  },
  'a type handed on from a lower floor, out of a folder within a folder': {
    rule: 'no-restricted-imports',
    files: { 'src/live/rooms/a.ts': `export type { B } from '../../web/b.js';\n`, 'src/web/b.ts': 'export type B = 1;\n' },
  },
  'a page that imports the Writer': {
    rule: 'no-restricted-imports',
    files: { 'src/web/a.ts': `import { Writer } from '../database/writer.js';\nexport const a = Writer;\n`, 'src/database/writer.ts': 'export class Writer {}\n' },
  },
  'a reader of threads that imports the Writer as a type': {
    rule: 'no-restricted-imports',
    files: { 'src/threads/page.ts': `import type { Writer } from '../database/writer.js';\nexport type A = Writer;\n`, 'src/database/writer.ts': 'export class Writer {}\n' },
  },
  'a page component that imports code of the server': {
    rule: 'no-restricted-imports',
    files: { 'client/pages/a.tsx': `import { b } from '../../src/threads/b.js';\nexport const a = b;\n`, 'src/threads/b.ts': 'export const b = 1;\n' },
  },
  'a page component that knows the shape of an account': {
    rule: 'no-restricted-imports',
    files: { 'client/parts/a.tsx': `import type { B } from '../../src/members/b.js';\nexport type A = B;\n`, 'src/members/b.ts': 'export type B = 1;\n' },
  },
  'a circle of two files': {
    rule: 'no-cycle',
    files: {
      'src/desk/a.ts': `import { b } from './b.js';\nexport const a = (): number => b();\n`,
      'src/desk/b.ts': `import { a } from './a.js';\nexport const b = (): number => a();\n`,
    },
  },
  'an explicit any': { rule: 'no-explicit-any', files: { 'src/desk/a.ts': 'export const a = (b: any): unknown => b;\n' } },
  'a promise that nobody waits for': {
    rule: 'no-floating-promises',
    files: { 'src/desk/a.ts': 'const later = async (): Promise<void> => {};\nexport function a(): void {\n  later();\n}\n' },
  },
};

let house: string;
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'palabre-floors-'));
});
afterAll(() => rmSync(house, { recursive: true }));

describe('the linter', () => {
  it.each(Object.keys(planted))('finds %s', (name) => {
    const { rule, files } = planted[name] ?? { rule: '', files: {} };
    const said = lint(name, files);
    expect(said).toEqual([expect.stringContaining(rule)].concat(rule === 'no-cycle' ? [expect.stringContaining(rule)] : []));
  });

  it('lets a floor use those above it, and read the unread marks with the Writer', () => {
    const files = {
      'src/desk/a.ts': `import { b } from '../threads/b.js';\nimport type { V } from '../visitors/v.js';\nexport const a: V = b;\n`,
      'src/threads/b.ts': 'export const b = 1;\n',
      'src/threads/unread.ts': `import { Writer } from '../database/writer.js';\nexport const w = Writer;\n`,
      'src/database/writer.ts': 'export class Writer {}\n',
      'src/visitors/v.ts': `import type { T } from '../threads/visible.js';\nexport type V = T;\n`,
      'src/threads/visible.ts': 'export type T = number;\n',
      'client/pages/a.tsx': `import type { T } from '../../src/threads/visible.js';\nexport type A = T;\n`,
    };
    expect(lint('allowed', files)).toEqual([]);
  });
});

describe('the list of floors', () => {
  it('is the one that the linter was given, and has every folder of src', () => {
    expect(() => execFileSync(process.execPath, ['bin/floors.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  it('names no folder twice', () => {
    expect(new Set(floors.flat()).size).toBe(floors.flat().length);
  });
});

/** The rules that the house's own configuration finds broken in these files. */
function lint(name: string, files: Record<string, string>): string[] {
  const folder = join(house, name.replaceAll(' ', '-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  for (const file of ['.oxlintrc.json', 'tsconfig.json']) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const parameters = [resolve('node_modules/oxlint/bin/oxlint'), '--type-aware', '--format', 'json', 'src', ...('client' in group(files) ? ['client'] : [])];
  const { stdout } = spawnSync(process.execPath, parameters, { cwd: folder, encoding: 'utf8' });
  return (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code);
}

function group(files: Record<string, string>): Partial<Record<string, true>> {
  return Object.fromEntries(Object.keys(files).map((file) => [file.split('/')[0], true]));
}
