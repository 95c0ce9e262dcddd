import type { Queries } from '../../src/database/transaction.js';
import { Writer } from '../../src/database/writer.js';
import { memberNamed } from '../../src/demo/company.js';
import { Queue } from '../../src/desk/queue/queue.js';
import { Counting } from '../../src/desk/queue/queue-counts.js';
import type { QueueFilter } from '../../src/desk/queue/queue-filter.js';
import { blocksOf, EXPLAIN, type Explained, type ExplainedRow, sourcesOf } from '../explained.js';
import type { Ground } from './bench.js';
import { fill } from './desk.js';
import { type Row, short } from './table.js';

const USUAL = { waiting: 10_000 };
export const SHORT: typeof USUAL = { waiting: 20 };
const FILTERS: [string, QueueFilter][] = [
  ['the whole queue', {}],
  ['replies', { kind: 'reply' }],
  ['older than an hour', { older: '1h' }],
  ['one author', { author: 'Solveig' }],
  ['with links', { links: true }],
  ['a search', { q: 'place marche' }],
];

/** The writer, which also explains each of its queries. */
class ExplainingWriter extends Writer {
  readonly explained: Explained[] = [];

  override together<T>(work: (asking: Queries) => Promise<T>): Promise<T> {
    return work(this);
  }

  override async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const [row] = await super.query<ExplainedRow>(`${EXPLAIN} ${sql}`, parameters);
    if (row !== undefined) this.explained.push(row['QUERY PLAN'][0]);
    return super.query<T>(sql, parameters);
  }
}

/**
 * Every query behind a page of the queue with ten thousand waiting: blocks of 8 kB, milliseconds, and what it reads.
 */
export async function run({ forum, say }: Ground, { waiting } = USUAL): Promise<Row[]> {
  await forum.beside((owner) => fill(owner, waiting));
  return forum.opened(async (database) => {
    const writer = new ExplainingWriter(database.writer);
    const moderator = await memberNamed(new Writer(database.writer), 'Ilyès Carpentier');
    const rows: Row[] = [];
    for (const [what, filter] of FILTERS) {
      const wanted = { filter, now: new Date() };
      writer.explained.length = 0;
      await new Queue(writer).page(moderator, undefined, wanted);
      const cards = writer.explained.length;
      await new Counting(writer).of(moderator, wanted);
      for (const [place, explained] of writer.explained.entries()) {
        const [blocks, took] = [blocksOf(explained), explained['Execution Time']];
        const query = `${what}: ${place < cards ? `cards ${place + 1}` : `counts ${place - cards + 1}`}`;
        say(`${query}, ${blocks} blocks, ${short(took, 'ms')}: ${sourcesOf(explained).slice(0, 6).join(', ')}`);
        rows.push({ what: query, ours: short(took, 'ms'), floor: `${blocks} blocks`, aim: '600 blocks' });
      }
    }
    return rows;
  });
}
