import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from '@jest/globals';

const BESIDE = fileURLToPath(new URL('../../../shared', import.meta.url));
const SHARED = process.env['SHARED_DIR'] ?? BESIDE;

/** Where something of the shared texts lies, which are not part of the project; null where they are absent. */
export function sharedPath(...path: string[]): string | null {
  const place = join(SHARED, ...path);
  return existsSync(place) ? place : null;
}

/** A suite over `folders` of the shared texts: skipped, saying so, where one of them is absent. */
export function withShared(folders: string[], name: string, suite: () => void): void {
  const absent = folders.filter((folder) => sharedPath(folder) === null);
  if (absent.length === 0) return describe(name, suite);
  console.warn(
    `${name}: skipped, for there is no ${absent.join(', no ')} in ${SHARED} (SHARED_DIR names another folder).`,
  );
  test.skip(`${name} (no ${absent.join(', no ')})`, () => {});
}
