import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { readConfig } from '../../src/config/read-config.js';
import { openDatabase } from '../../src/database/open-database.js';
import { Reader } from '../../src/database/reader.js';
import { Search } from '../../src/search/search.js';
import { Towns } from '../../src/towns/towns.js';
import { type AskedQuery, checkedSearch, readSearch } from '../../src/web/kit/search-fields.js';
import type { Ground } from './bench.js';
import { asOwner } from './owner.js';
import { sowTexts } from './sown-texts.js';
import { median, type Row, short } from './table.js';

const TEXTS = 1_000_000;
const RUNS = 5;

/** What people look for: words that are common, rare or in no text, phrases, signs, filters, and further pages. */
export const QUESTIONS: readonly (AskedQuery & { page?: number })[] = [
  { q: 'caméra' },
  { q: 'vidéosurveillance' },
  { q: 'cameras place' },
  { q: 'conseil municipal préfecture' },
  { q: '"les caméras"' },
  { q: '"de la ville"' },
  { q: 'caméra -drone' },
  { q: 'mairie OR préfecture' },
  { q: 'rare4711' },
  { q: 'rare4711 caméra' },
  { q: 'peu815 OR rare815' },
  { q: 'nichtsdergleichen' },
  { q: 'caméra auteur:"plume 11"' },
  { q: 'auteur:"personne 17" demande' },
  { q: 'auteur:"plume 61"' },
  { q: 'caméra', before: '2025-06-01' },
  { q: 'demande', after: '2026-11-01', before: '2026-11-15' },
  { q: 'caméra', sort: 'date' },
  { q: 'rue', page: 3 },
  { q: 'caméra type:sujet' },
];

/** A million posts, and twenty questions to them, beside what the index of words alone takes for the same words. */
export async function run({ forum, say }: Ground): Promise<Row[]> {
  say(`sowing ${short(TEXTS)} posts`);
  return forum.away(async (environment) => {
    const database = await openDatabase(readConfig(environment, { demonstration: true }));
    try {
      return await asOwner(database.jobs, async (owner) => {
        const progress = (texts: number): void => say(`${short(texts)} posts`);
        await sowTexts(owner, { texts: TEXTS, progress });
        return answered(database.reader, owner, { runs: RUNS, say });
      });
    } finally {
      await database.close();
    }
  });
}

interface Manner {
  runs: number;
  say: (line: string) => void;
}

/** Each question with its time, the ways that it took with their plans, and a floor. */
export async function answered(from: DataSource, owner: pg.Client, { runs, say }: Manner): Promise<Row[]> {
  const recording = new RecordingReader(from);
  const search = new Search(recording);
  const rows: Row[] = [];
  for (const { page = 1, ...typed } of QUESTIONS) {
    const query = await checkedSearch(readSearch(typed), new Towns(new Reader(from)));
    let cursor: string | null = null;
    for (let at = 1; at < page; at += 1) {
      const found = await search.find('everyone', query, cursor);
      cursor = typeof found === 'string' ? null : found.next;
    }
    const times: number[] = [];
    let total = 0;
    for (let at = 0; at < runs; at += 1) {
      recording.asked.length = 0;
      const started = performance.now();
      const found = await search.find('everyone', query, cursor);
      times.push(performance.now() - started);
      total = typeof found === 'string' ? 0 : found.total;
    }
    const what = Object.entries({ ...typed, ...(page > 1 && { page }) })
      .map(([name, value]) => (name === 'q' ? String(value) : `${name}=${value}`))
      .join(' ');
    const [ways, floor] = [await waysOf(owner, recording.asked), await floorOf(owner, recording.asked, runs)];
    say(`${what}: ${ways.join('; ')}`);
    rows.push({
      what,
      ours: short(median(times), 'ms'),
      floor: floor === null ? '' : short(floor, 'ms'),
      aim: '50 ms',
      besides: `${total >= 1000 ? 'over 1 000' : total} of ${ways.map((way) => way.split(' ')[0]).join(', ')}`,
    });
  }
  return rows;
}

/** What the search asks of the database, in order. */
class RecordingReader extends Reader {
  readonly asked: { sql: string; values: unknown[] }[] = [];

  override query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    this.asked.push({ sql, values });
    return super.query<T>(sql, values);
  }
}

const WAY = /search_(newest|lately|indexed)\(/;

/** « newest searched_by_moment 50000 »: by which index each way went and how many rows it read there. */
async function waysOf(owner: pg.Client, asked: RecordingReader['asked']): Promise<string[]> {
  await owner.query(`load 'auto_explain'`);
  await owner.query(`set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on;
    set auto_explain.log_timing = off; set auto_explain.log_nested_statements = on; set client_min_messages = log`);
  const plans: string[] = [];
  const hear = ({ message }: { message?: string | undefined }): void => void plans.push(message ?? '');
  owner.on('notice', hear);
  const ways: string[] = [];
  for (const { sql, values } of asked) {
    const [, way] = WAY.exec(sql) ?? [];
    if (way === undefined) continue;
    plans.length = 0;
    await owner.query(sql, values);
    const read = [
      ...plans
        .filter((plan) => plan.includes('searched'))
        .join('\n')
        .matchAll(/(?:Scan (?:Backward )?(?:using|on) (searched_by_\w+)).*?rows=([\d.]+) loops/g),
    ].map(([, index, rows]) => `${index} ${Math.round(Number(rows))}`);
    ways.push(`${way} ${[...new Set(read)].join(', ')}`);
  }
  owner.off('notice', hear);
  await owner.query('set auto_explain.log_min_duration = -1; set client_min_messages = notice');
  return ways;
}

/** The same words asked of the index alone: twenty places, in no order, whoever may read them. */
async function floorOf(owner: pg.Client, asked: RecordingReader['asked'], runs: number): Promise<number | null> {
  const question = asked.find(({ sql }) => WAY.test(sql))?.values[1];
  if (typeof question !== 'string') return null;
  const times: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const started = performance.now();
    await owner.query('select thread_id, number from searched where words @@ $1::tsquery limit 20', [question]);
    times.push(performance.now() - started);
  }
  return median(times);
}
