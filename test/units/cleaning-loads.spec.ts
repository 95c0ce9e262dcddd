import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { docx } from '../files/made-office.js';
import { pdfOf } from '../files/made-pdf.js';
import { photo } from '../files/made-pictures.js';

const folder = mkdtempSync(join(tmpdir(), 'palabre-loads-'));
const CLEAN = new URL('../../src/uploads/cleaning/clean.js', import.meta.url).href;
/** Says on its last line which of these packages a new process has loaded once it has cleaned a file. */
const PROGRAM = `
  import { readFileSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  const loaded = new Set();
  registerHooks({ load(url, about, next) {
    const found = /node_modules\\/(sharp|mupdf|fflate|htmlparser2|file-type)\\//.exec(url);
    if (found) loaded.add(found[1]);
    return next(url, about);
  } });
  const { clean } = await import(process.argv[1]);
  await clean(readFileSync(process.argv[2]));
  console.log([...loaded].sort().join(' '));
`;

function loadedFor(bytes: Uint8Array | string): string {
  const file = join(folder, 'file');
  writeFileSync(file, bytes);
  const words = ['--input-type=module', '--eval', PROGRAM, CLEAN, file];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return stdout.trim() || stderr;
}

afterAll(() => rmSync(folder, { recursive: true }));

// Each file has a process of its own, so that whatever it loads in vain is loaded in vain for every file.
test('the process of a file loads what its format needs, and nothing that is for others', async () => {
  expect(loadedFor('Une ligne.')).toBe('file-type');
  expect(loadedFor(await photo('x'))).toBe('file-type sharp');
  expect(loadedFor(pdfOf(['x']))).toBe('file-type mupdf');
  expect(loadedFor(docx('<w:p><w:r><w:t>x</w:t></w:r></w:p>'))).toBe('fflate file-type htmlparser2 sharp');
});
