import { Articles } from '../../src/articles/articles.js';
import { LatestPosts } from '../../src/threads/latest-posts.js';
import { Threads } from '../../src/threads/threads.js';
import { blocksOf, sourcesOf } from '../explained.js';
import type { ExplainingReader } from '../explaining-reader.js';
import type { Ground } from './bench.js';
import { LISTED, SITE } from './sown-sections.js';
import { type Row, short } from './table.js';

/** Blocks of 8 kB and rows of every query behind a section. */
export async function explainSections(
  reader: ExplainingReader,
  { first, sections }: { first: number; sections: number },
  say: Ground['say'],
): Promise<Row[]> {
  const [thread, listed] = [first + sections / 2 - 1, Array.from({ length: LISTED }, (_, n) => String(1 + n * 199))];
  const queries: [string, () => Promise<unknown>][] = [
    ['section: its article', () => new Articles(reader).section('everyone', SITE, String(sections / 2))],
    ['section: its thread', () => new Threads(reader).for().thread(thread)],
    ['section: its comments', () => new Threads(reader).for().page(thread, 1, 'branches')],
    [`counts of ${LISTED}`, () => new Articles(reader).counts(SITE, listed)],
    ['RSS of a section', () => new LatestPosts(reader).inThread(thread)],
  ];
  const rows: Row[] = [];
  for (const [what, ask] of queries) {
    await ask();
    const explained = reader.explained.at(-1);
    if (explained === undefined) throw new Error(`${what} asked nothing`);
    const blocks = blocksOf(explained);
    say(`${what}: ${blocks} blocks, ${short(explained['Execution Time'], 'ms')}: ${sourcesOf(explained).join(', ')}`);
    rows.push({ what, ours: short(explained['Execution Time'], 'ms'), floor: `${blocks} blocks`, aim: '600 blocks' });
  }
  return rows;
}
