import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const { floors } = JSON.parse(readFileSync('src/floors.json', 'utf8')) as { floors: string[][] };

/** Files that break one rule each, in a copy of the house's shape, and the rule that has to find them. */
const planted: Record<string, { rule: string; files: Record<string, string> }> = {
  'a value taken from a lower floor': {
    rule: 'no-restricted-imports',
    files: {
      'src/members/a.ts': `import { b } from '../desk/b.js';\nexport const a = b;\n`,
      'src/desk/b.ts': 'export const b = 1;\n',
    },
  },
  'a type taken from a lower floor': {
    rule: 'no-restricted-imports',
    files: {
      'src/threads/a.ts': `import type { B } from '../submissions/b.js';\nexport type A = B;\n`,
      'src/submissions/b.ts': 'export type B = 1;\n',
    },
  },
  'a type handed on from a lower floor, out of a folder within a folder': {
    rule: 'no-restricted-imports',
    files: {
      'src/live/rooms/a.ts': `export type { B } from '../../web/b.js';\n`,
      'src/web/b.ts': 'export type B = 1;\n',
    },
  },
  'a page that imports the Writer': {
    rule: 'no-restricted-imports',
    files: {
      'src/web/a.ts': `import { Writer } from '../database/writer.js';\nexport const a = Writer;\n`,
      'src/database/writer.ts': 'export class Writer {}\n',
    },
  },
  'a reader of threads that imports the Writer as a type': {
    rule: 'no-restricted-imports',
    files: {
      'src/threads/page.ts': `import type { Writer } from '../database/writer.js';\nexport type A = Writer;\n`,
      'src/database/writer.ts': 'export class Writer {}\n',
    },
  },
  'a page component that imports code of the server': {
    rule: 'no-restricted-imports',
    files: {
      'client/threads/a.tsx': `import { b } from '../../src/threads/b.js';\nexport const a = b;\n`,
      'src/threads/b.ts': 'export const b = 1;\n',
    },
  },
  'a page component that knows the shape of an account': {
    rule: 'no-restricted-imports',
    files: {
      'client/kit/a.tsx': `import type { B } from '../../src/members/b.js';\nexport type A = B;\n`,
      'src/members/b.ts': 'export type B = 1;\n',
    },
  },
  'a wing that imports another wing': {
    rule: 'no-restricted-imports',
    files: {
      'src/web/own/a.ts': `import type { B } from '../desk/b.js';\nexport type A = B;\n`,
      'src/web/desk/b.ts': 'export type B = 1;\n',
    },
  },
  'what all wings share and imports one of them': {
    rule: 'no-restricted-imports',
    files: {
      'src/web/kit/deep/a.ts': `import { b } from '../../threads/b.js';\nexport const a = b;\n`,
      'src/web/threads/b.ts': 'export const b = 1;\n',
    },
  },
  'a wing that draws a page of another one': {
    rule: 'no-restricted-imports',
    files: {
      'src/web/own/a.ts': `import { B } from '../../../client/desk/b.js';\nexport const A = B;\n`,
      'client/desk/b.tsx': 'export const B = 1;\n',
    },
  },
  'a page that imports a part of another wing': {
    rule: 'no-restricted-imports',
    files: {
      'client/own/a.tsx': `import { B } from '../desk/b.js';\nexport const A = B;\n`,
      'client/desk/b.tsx': 'export const B = 1;\n',
    },
  },
  'a script for browsers that imports one of another wing': {
    rule: 'no-restricted-imports',
    files: {
      'client/browser/own/a.ts': `import { b } from '../desk/b.ts';\nexport const a = b;\n`,
      'client/browser/desk/b.ts': 'export const b = 1;\n',
    },
  },
  'a circle of two files': {
    rule: 'no-cycle',
    files: {
      'src/desk/a.ts': `import { b } from './b.js';\nexport const a = (): number => b();\n`,
      'src/desk/b.ts': `import { a } from './a.js';\nexport const b = (): number => a();\n`,
    },
  },
  'an explicit any': {
    rule: 'no-explicit-any',
    files: { 'src/desk/a.ts': 'export const a = (b: any): unknown => b;\n' },
  },
  'a promise that nobody waits for': {
    rule: 'no-floating-promises',
    files: {
      'src/desk/a.ts': 'const later = async (): Promise<void> => {};\nexport function a(): void {\n  later();\n}\n',
    },
  },
};

const ALLOWED = 'what a floor and a wing may do';
const innocent = {
  'src/desk/a.ts': `import { b } from '../threads/b.js';\nimport type { V } from '../visitors/v.js';\nexport const a: V = b;\n`,
  'src/threads/b.ts': 'export const b = 1;\n',
  'src/threads/unread.ts': `import { Writer } from '../database/writer.js';\nexport const w = Writer;\n`,
  'src/database/writer.ts': 'export class Writer {}\n',
  'src/visitors/v.ts': `import type { T } from '../threads/visible.js';\nexport type V = T;\n`,
  'src/threads/visible.ts': 'export type T = number;\n',
  'client/threads/a.tsx': `import type { T } from '../../src/threads/visible.js';\nexport type A = T;\n`,
  'client/kit/k.tsx': 'export const k = 1;\n',
  'client/own/a.tsx': `import { k } from '../kit/k.js';\nexport const a = k;\n`,
  'src/web/kit/k.ts': 'export const k = 1;\n',
  'src/web/own/a.ts': `import { k } from '../kit/k.js';\nimport { a as b } from '../../../client/own/a.js';\nexport const a = [k, b];\n`,
};

let street: string;
let found: Map<string, string[]>;
let read: number;
beforeAll(() => {
  execFileSync(process.execPath, ['bin/floors.mjs']);
  street = mkdtempSync(join(tmpdir(), 'palabre-floors-'));
  for (const [name, { files }] of Object.entries(planted)) build(name, files);
  build(ALLOWED, innocent);
  symlinkSync(resolve('node_modules'), join(street, 'node_modules'));
  ({ found, read } = lint());
});
afterAll(() => rmSync(street, { recursive: true }));

describe('the linter', () => {
  it.each(Object.keys(planted))('finds %s', (name) => {
    const { rule } = planted[name] ?? { rule: '' };
    expect(found.get(name)).toEqual(
      [expect.stringContaining(rule)].concat(rule === 'no-cycle' ? [expect.stringContaining(rule)] : []),
    );
  });

  it('lets a floor use those above it, and read the unread marks with the Writer', () => {
    expect(found.get(ALLOWED)).toBeUndefined();
    expect(read).toBe([...Object.values(planted).map(({ files }) => files), innocent].flatMap(Object.keys).length);
  });
});

describe('the list of floors', () => {
  it('has every folder of src', () => {
    expect(() => execFileSync(process.execPath, ['bin/floors.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  it('names no folder twice', () => {
    expect(new Set(floors.flat()).size).toBe(floors.flat().length);
  });
});

/** A house of its own for these files, with the configuration of ours. */
function build(name: string, files: Record<string, string>): void {
  const folder = join(street, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  // The linter wants this option in its first configuration only; the command line says it.
  const { options: _first, ...rules } = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as { options: object };
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(rules));
  cpSync('tsconfig.json', join(folder, 'tsconfig.json'));
}

/** The rules that are found broken in each house; one call for all, since reading the types takes long. */
function lint(): { found: Map<string, string[]>; read: number } {
  const houses = readdirSync(street).filter((name) => name !== 'node_modules');
  const parameters = [resolve('node_modules/oxlint/bin/oxlint'), '--type-aware', '--format', 'json', ...houses];
  const { stdout } = spawnSync(process.execPath, parameters, { cwd: street, encoding: 'utf8' });
  const said = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[]; number_of_files: number };
  const broken = new Map<string, string[]>();
  for (const { code, filename } of said.diagnostics) {
    const [house = ''] = filename.split('/');
    broken.set(house, [...(broken.get(house) ?? []), code]);
  }
  return { found: broken, read: said.number_of_files };
}
