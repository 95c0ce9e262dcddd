import pg from 'pg';
import { readConfig } from '../../src/config/read-config.js';
import { openDatabase } from '../../src/database/open-database.js';
import { Writer } from '../../src/database/writer.js';
import { memberNamed } from '../../src/demo/company.js';
import { Queue } from '../../src/desk/queue.js';
import { Counting } from '../../src/desk/queue-counts.js';
import type { QueueFilter } from '../../src/desk/queue-filter.js';
import type { Ground } from './bench.js';
import { fill } from './desk.js';
import { type Row, short } from './table.js';

interface Node {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  'Plans'?: Node[];
}

interface Explained {
  'Plan': Node;
  'Execution Time': number;
}

const FILTERS: [string, QueueFilter][] = [
  ['the whole queue', {}], ['replies', { kind: 'reply' }], ['older than an hour', { older: '1h' }], ['one author', { author: 'Solveig' }],
  ['with links', { links: true }], ['a search', { q: 'place marche' }],
];

/** The writer, which also explains each of its queries. */
class ExplainingWriter extends Writer {
  readonly explained: Explained[] = [];

  override async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const [row] = await super.query<{ 'QUERY PLAN': [Explained] }>(`explain (analyze, buffers, format json) ${sql}`, parameters);
    if (row !== undefined) this.explained.push(row['QUERY PLAN'][0]);
    return super.query<T>(sql, parameters);
  }
}

/** Where rows come from, outermost first, with how many: the part of a plan that says whether it is bounded. */
function sources(node: Node): string[] {
  const name = node['Index Name'] ?? node['Relation Name'];
  const own = name === undefined ? [] : [`${name} ${Math.round(node['Actual Rows'] * node['Actual Loops'])}`];
  return [...own, ...(node.Plans ?? []).flatMap(sources)];
}

/** What autovacuum has done a minute after so many rows came at once. */
async function tidy(connection: pg.ClientConfig): Promise<void> {
  // The owner of the server that comes along is called like its database; only an owner may vacuum.
  const client = new pg.Client({ ...connection, user: connection.database });
  await client.connect();
  await client.query('vacuum analyze desk.submission').finally(() => client.end());
}

/** Every query behind a page of the queue with ten thousand waiting: blocks of 8 kB, milliseconds, and what it reads. */
export async function run({ forum, say }: Ground): Promise<Row[]> {
  await forum.away(fill);
  return forum.away(async (environment) => {
    const database = await openDatabase(readConfig(environment, { demonstration: true }));
    try {
      await tidy(database.jobs);
      const writer = new ExplainingWriter(database.writer);
      const moderator = await memberNamed(new Writer(database.writer), 'Ilyès Carpentier');
      const rows: Row[] = [];
      for (const [what, filter] of FILTERS) {
        const wanted = { filter, now: new Date() };
        writer.explained.length = 0;
        await new Queue(writer).page(moderator, undefined, wanted);
        const cards = writer.explained.length;
        await new Counting(writer).of(moderator, wanted);
        for (const [place, { Plan: plan, 'Execution Time': took }] of writer.explained.entries()) {
          const blocks = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
          const query = `${what}: ${place < cards ? `cards ${place + 1}` : `counts ${place - cards + 1}`}`;
          say(`${query}, ${blocks} blocks, ${short(took, 'ms')}: ${sources(plan).slice(0, 6).join(', ')}`);
          rows.push({ what: query, ours: short(took, 'ms'), floor: `${blocks} blocks`, aim: '600 blocks' });
        }
      }
      return rows;
    } finally {
      await database.close();
    }
  });
}
