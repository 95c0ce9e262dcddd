import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { endForums, startForum } from './forum-process.js';

const WITNESS = new URL('loaded-modules.js', import.meta.url).href;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'palabre-whole-'));
});
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('is read from few files, and no package a second time beside them', async () => {
  const list = join(home, 'modules');
  const environment = { NODE_OPTIONS: `--import=${WITNESS}`, LOADED_MODULES: list };
  const forum = await startForum(join(home, 'data'), { environment });
  expect((await fetch(`${forum.address}/`)).status).toBe(200);
  await forum.end('SIGTERM');
  const files = readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith('file:'));
  const beside = files
    .filter((url) => !url.includes('/whole/'))
    .map((url) => /\/(node_modules\/.*|bin\/.*)/.exec(url));
  expect(files.filter((url) => url.includes('/whole/')).length).toBeLessThan(60);
  // What has native code cannot come along, and the command itself is what looks for the build.
  const known = /^(node_modules\/@node-rs\/argon2[^/]*\/|bin\/)/;
  expect(beside.map((found) => found?.[1]).filter((path) => path === undefined || !known.test(path))).toEqual([]);
});

it('is made by other processes than the one that becomes the forum, which would keep their memory', () => {
  const imports = ['runtime', 'build', 'start', 'demo'].flatMap((name) => {
    const text = readFileSync(`bin/${name}.mjs`, 'utf8');
    return [...text.matchAll(/(?:(?:from |^import )'|import\([`'])([^'`]+)/gm)].map(([, what]) => what);
  });
  expect(imports.length).toBeGreaterThan(10);
  const known = /^(node:|\.\/(runtime|build)\.mjs$|\.\.\/\$\{name\}\/whole\/)/;
  expect(imports.filter((what) => what === undefined || !known.test(what))).toEqual([]);
});
