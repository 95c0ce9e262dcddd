import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { readConfig } from '../../src/config/read-config.js';
import { openDatabase, type OpenDatabase } from '../../src/database/open-database.js';
import type { SpipImport } from '../../src/import/import-spip.js';
import { manyMessages } from '../import/many-messages.js';
import { writeMysql } from '../import/spip-dump.js';
import type { Ground } from './bench.js';
import { type Row, short } from './table.js';

const MESSAGES = 20_000;
const ARTICLES = 400;
const TEXT = 'Le gymnase est {{fermé}} depuis un mois, et [la mairie->https://mairie.example] ne dit rien.\n\n';

interface Ended {
  published: number;
  /** Kilobytes, at most at once. */
  rss: number;
}

/**
 * A site of SPIP with twenty thousand messages, from the text of MySQL to the last post, and once more for nothing; in
 * 128 MB of heap.
 */
export async function run({ forum, say }: Ground): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-spip-bench-'));
  try {
    const dump = join(folder, 'site.sql');
    await writeMysql(
      dump,
      manyMessages(MESSAGES, ARTICLES, (n) => TEXT.repeat(1 + (n % 17))),
      { rowsAtOnce: 2000 },
    );
    say(`a dump of ${short(statSync(dump).size / 1e6, 'MB')} is written`);
    return await forum.away((environment) => measure(environment, dump, say));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(environment: NodeJS.ProcessEnv, dump: string, say: (line: string) => void): Promise<Row[]> {
  const database = await openDatabase(readConfig(environment, { demonstration: true }));
  try {
    await database.writer.query(`with c as (insert into category (slug, name) values ('bench', 'bench') returning id)
      insert into host_site (slug, name, category_id) select 'bench', 'Bench', id from c`);
    const rows: Row[] = [];
    for (const what of ['messages of SPIP imported', 'the same again, nothing new']) {
      const started = performance.now();
      const { rss } = await bring(database, dump);
      const rate = (MESSAGES / (performance.now() - started)) * 1000;
      say(`${what}: ${short(rate)} a second, ${short(rss / 1000, 'MB')} at most`);
      rows.push({ what: `${what}, ${MESSAGES} of them`, ours: `${short(rate, '/s')}, ${short(rss / 1000, 'MB')}` });
    }
    return rows;
  } finally {
    await database.close();
  }
}

async function bring(database: OpenDatabase, dump: string): Promise<Ended> {
  const asked: SpipImport = {
    dump,
    site: 'bench',
    dryRun: false,
    emails: false,
    links: false,
    prefix: null,
    articleAddress: null,
  };
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=128',
      join(import.meta.dirname, '../import/import-child.js'),
      JSON.stringify({ reader: database.news, writer: database.jobs, asked }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let last = '';
  for await (const line of createInterface(child.stdout)) last = line;
  return JSON.parse(last) as Ended;
}
