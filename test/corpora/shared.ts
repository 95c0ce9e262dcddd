import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CORPORA = join(process.env['SHARED_DIR'] ?? join(ROOT, '../shared'), 'corpora');

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

/** A suite over the corpora, which are not part of the project: skipped, saying so, where they are absent. */
export function withCorpora(name: string, suite: () => void): void {
  if (existsSync(CORPORA)) return describe(name, suite);
  console.warn(`The corpora are not at ${CORPORA} (SHARED_DIR names another folder): skipped.`);
  test.skip(`${name} (no corpora)`, suite);
}

function read<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(CORPORA, ...path), 'utf8')) as T;
}

/** The cases of SPIP's own rendering; none where the corpora are absent. */
export function spipCases(): SpipCase[] {
  return existsSync(CORPORA) ? read<SpipCase[]>('spip.json') : [];
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
  if (!existsSync(CORPORA)) return [];
  return readdirSync(join(CORPORA, 'xss')).filter(isWanted)
    .map((file) => read<{ inject: string; items: Payload[] }>('xss', file))
    .filter(({ inject }) => inject === 'html' || inject === 'markdown')
    .flatMap(({ items }) => items);
}

export function recipes(): Recipe[] {
  return existsSync(CORPORA) ? read<{ items: Recipe[] }>('xss', 'pathological.json').items : [];
}

/** A committed data file of these tests; it lies beside the source, which the build does not copy. */
export function dataFile<T>(name: string): T {
  return JSON.parse(readFileSync(join(ROOT, 'test/corpora', name), 'utf8')) as T;
}
