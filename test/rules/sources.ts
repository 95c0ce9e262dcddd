import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All sources of the forum, for the rules that read them; `file` starts below src. */
export const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

export function filesThat(question: (text: string, file: string) => boolean): string[] {
  return sources
    .filter(({ file, text }) => question(text, file))
    .map(({ file }) => file)
    .sort();
}

export function filesWith(pattern: RegExp): string[] {
  return filesThat((text) => pattern.test(text));
}
