import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharedPath } from './shared-folder.js';

/** An article of a local news site, as it was printed there. */
export interface Article {
  title: string;
  text: string;
}

const BYLINE = /^\p{L}+ \d{1,2} \p{L}+ \d{4}, par .+$/u;
const END = ['Forum de l’article', 'Répondre à cet article'];
// Above the byline stand the title and another line, which the pages of the site told apart by their type alone.
const TITLES = { '000': 1, '001': 0 };

/**
 * The articles 000 and 001 of the seeds, without the site's own words around them; none where the seeds are absent.
 */
export function seedArticles(): Article[] {
  const folder = sharedPath('seeds');
  if (folder === null) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const titleAt = Object.entries(TITLES).find(([seed]) => file.startsWith(`${seed}_`))?.[1];
      return titleAt === undefined ? [] : [read(join(folder, file), titleAt)];
    });
}

function read(file: string, titleAt: number): Article {
  const lines = readFileSync(file, 'utf8').split('\n');
  const byline = lines.findIndex((line) => BYLINE.test(line));
  const end = lines.findIndex((line, at) => at > byline && END.includes(line));
  const title = lines.slice(0, byline).filter((line) => line !== '')[titleAt];
  if (title === undefined || end < 0) throw new Error(`${file} is not an article as these tests know them.`);
  return {
    title,
    text: lines
      .slice(byline + 1, end)
      .join('\n')
      .trim(),
  };
}
