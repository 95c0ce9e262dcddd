import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { everyByte } from './every-byte.js';

/** Whether any file that lies in this folder says the word, in any way. */
export function folderSays(folder: string, word: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .some((path) => everyByte(readFileSync(path)).includes(word));
}
