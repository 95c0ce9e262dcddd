import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { documentPackages } from '../bench/document-packages.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'palabre-packages-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const direct = Object.fromEntries(
  ['@fastify/busboy', 'fflate', 'file-type', 'mupdf', 'sharp', 'pg'].map((name) => [name, '1']),
);

function install(folder: string, megabytes: number): void {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'index.js'), Buffer.alloc(megabytes * 1e6));
}

function lock(packages: Record<string, object>): void {
  const own = Object.keys(direct).map((name) => [`node_modules/${name}`, {}]);
  const all = { '': { dependencies: direct }, ...Object.fromEntries(own), ...packages };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: all }));
}

it('sums what only documents need: not what others need too, nor what is for another machine', () => {
  lock({
    'node_modules/sharp': {
      dependencies: { shared: '1', own: '2' },
      optionalDependencies: { elsewhere: '1', native: '1' },
    },
    'node_modules/sharp/node_modules/own': {},
    'node_modules/own': {},
    'node_modules/native': { dependencies: { deeper: '1' } },
    'node_modules/deeper': {},
    'node_modules/elsewhere': {},
    'node_modules/shared': {},
    'node_modules/pg': { dependencies: { shared: '1', own: '1' } },
  });
  install('node_modules/sharp', 1);
  install('node_modules/sharp/node_modules/own', 2);
  install('node_modules/native', 4);
  install('node_modules/deeper', 8);
  install('node_modules/shared', 16);
  install('node_modules/own', 32);
  expect(documentPackages(root)).toMatchObject({
    what: 'packages that only documents need, 4 of them',
    ours: '15 MB',
    besides: 'deeper 8, native 4, own 2, sharp 1',
  });
});

it('fails when a package of its list is no longer there, so that it cannot be forgotten', () => {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { dependencies: { pg: '1' } } } }));
  expect(() => documentPackages(root)).toThrow('no longer a dependency: @fastify/busboy');
});
