import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./', import.meta.url);

/** Names that no bench has, with those that there are, for whoever mistyped one. */
export class UnknownBench extends Error {
  constructor(unknown: readonly string[], known: readonly string[]) {
    super(`There is no bench named ${unknown.join(' or ')}. There are: ${known.join(', ')}.`);
    this.name = 'UnknownBench';
  }
}

/** Every bench: the files of this folder that export `run`. */
export function benchNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.js'))
    .filter((file) => /^export async function run\b/m.test(readFileSync(new URL(file, FOLDER), 'utf8')))
    .map((file) => file.slice(0, -'.js'.length))
    .sort();
}

/** @throws UnknownBench */
export function mustBeBenches(names: readonly string[]): void {
  const known = benchNames();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new UnknownBench(unknown, known);
}
