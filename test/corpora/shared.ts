import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedPath, withShared } from '../shared-folder.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A hostile text and the language it was written to be injected in. */
export interface Payload {
  id: string;
  payload: string;
}

/** A pathological text, as its parts and how often each is repeated for a size N (0: once). */
export interface Recipe {
  id: string;
  name: string;
  build: [string, number][];
}

export interface SpipCase {
  name: string;
  input: string;
  html: string;
  do_not_copy?: string;
}

/** A suite over the corpora: skipped, saying so, where they are absent. */
export function withCorpora(name: string, suite: () => void): void {
  withShared(['corpora'], name, suite);
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** The cases of SPIP's own rendering; none where the corpora are absent. */
export function spipCases(): SpipCase[] {
  const file = sharedPath('corpora', 'spip.json');
  return file === null ? [] : read<SpipCase[]>(file);
}

/** The texts written to attack; none where the corpora are absent. The specification of CommonMark is in `samples`. */
export function payloads(): Payload[] {
  return texts((file) => !file.startsWith('commonmark'));
}

/** Texts written to be read, with every sign in every odd place. */
export function samples(): Payload[] {
  return texts((file) => file.startsWith('commonmark'));
}

function texts(isWanted: (file: string) => boolean): Payload[] {
  const folder = sharedPath('corpora', 'xss');
  if (folder === null) return [];
  return readdirSync(folder)
    .filter(isWanted)
    .map((file) => read<{ inject: string; items: Payload[] }>(join(folder, file)))
    .filter(({ inject }) => inject === 'html' || inject === 'markdown')
    .flatMap(({ items }) => items);
}

export function recipes(): Recipe[] {
  const file = sharedPath('corpora', 'xss', 'pathological.json');
  return file === null ? [] : read<{ items: Recipe[] }>(file).items;
}

/** A committed data file of these tests; it lies beside the source, which the build does not copy. */
export function dataFile<T>(name: string): T {
  return read<T>(join(ROOT, 'test/corpora', name));
}
