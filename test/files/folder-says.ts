import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { everyByte } from './every-byte.js';

/** What each file that lies in this folder says, in any way. */
export function saidIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => everyByte(readFileSync(path)));
}

/** Whether any of them says the word. */
export function folderSays(folder: string, word: string): boolean {
  return saidIn(folder).some((said) => said.includes(word));
}
