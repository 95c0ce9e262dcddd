import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { KINDS } from '../../src/submissions/kind.js';
import { filesWith } from './sources.js';

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'palabre-kind-'));
  for (const name of ['src', 'client', 'package.json', 'tsconfig.json'])
    cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const without = { extends: './tsconfig.json', include: ['src', 'client'], exclude: ['client/browser'] };
  writeFileSync(join(copy, 'sources.json'), JSON.stringify(without));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The files in which the compiler finds something wrong, each once, in order. */
async function missedIn(): Promise<string[]> {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'sources.json', '--noEmit', '--pretty', 'false'];
  const printed = await new Promise<string>((done) => {
    execFile(process.execPath, tsc, { cwd: copy }, (_failed, stdout) => done(stdout));
  });
  return [...new Set([...printed.matchAll(/^([\w./-]+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file))].sort();
}

it('a kind more is missed by the compiler in the places that docs/adding-a-kind.md lists, and in no other', async () => {
  const [, asked = ''] =
    /## Then the compiler asks\n(.*?)\n## /s.exec(readFileSync('docs/adding-a-kind.md', 'utf8')) ?? [];
  const listed = [...asked.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file = '']) => file).sort();
  const file = join(copy, 'src/submissions/kind.ts');
  const row = '  thread: { ...CONTRIBUTION,';
  const kinds = readFileSync(file, 'utf8');
  expect(kinds).toContain(row);
  writeFileSync(
    file,
    kinds.replace(row, `  poem: { ...CONTRIBUTION, becomesPost: true, opensThread: true, needs: ['title'] },\n${row}`),
  );
  expect(listed.length).toBeGreaterThan(5);
  expect(await missedIn()).toEqual(listed);
}, 120_000);

// Screening has names of its own, which several kinds share; the demonstration writes messages of this kind and that.
it('a submission is asked for its kind by name in the files of that kind, and nowhere else', () => {
  const names = KINDS.join('|');
  const asked = new RegExp(
    `\\bkind (=|<>|!=|===|!==) '(${names})'|\\bkind (not )?in \\('|'(${names})' (===|!==) \\w*\\.?kind\\b`,
  );
  const elsewhere = filesWith(asked).filter((file) => !/^(screening|demo)\//.test(file));
  expect(elsewhere).toEqual([
    'desk/reports/reports.ts',
    'desk/undoing/report.ts',
    'web/workshops/calendars.controller.ts',
  ]);
  const pages = globSync('client/**/*.{ts,tsx}').filter((file) => asked.test(readFileSync(file, 'utf8')));
  expect(pages).toEqual([]);
});
