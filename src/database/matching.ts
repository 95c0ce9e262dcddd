import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const built = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The modules of the build whose files match, in the order of their names. Where the program lies in few files,
 * `bin/whole.mjs` puts lists of the same files in the place of this module.
 */
export async function matching(pattern: string): Promise<object[]> {
  const files = globSync(pattern, { cwd: built }).sort();
  return Promise.all(files.map((file) => import(pathToFileURL(`${built}/${file}`).href) as Promise<object>));
}
