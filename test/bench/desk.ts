import { readConfig } from '../../src/config/read-config.js';
import { openDatabase } from '../../src/database/open-database.js';
import type { Ground } from './bench.js';
import { asOwner } from './owner.js';
import { median, type Row, short } from './table.js';

const WAITING = 10_000;
const TIMES = 60;
/** A forum runs for days: half of the cost of the first hundreds is the compiling of what answers them. */
const WARM = 500;
const PLACES: [string, string][] = [
  ['/desk', 'the queue'],
  ['/desk?kind=reply&older=1h', 'the same, by kind and waiting time'],
  ['/desk?q=place+marche', 'the same, searched'],
];

/**
 * The queue with ten thousand waiting: what one moderator waits for a page of fifty, and what it costs the process.
 */
export async function run({ forum, say }: Ground): Promise<Row[]> {
  await forum.away(fill);
  const cookie = await forum.logIn('moderator');
  const rows: Row[] = [];
  for (const [path, what] of PLACES) {
    const ask = async (): Promise<number> => {
      const started = performance.now();
      const answer = await fetch(forum.url + path, { headers: { cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return performance.now() - started;
    };
    for (let warm = 0; warm < WARM; warm++) await ask();
    const before = await forum.usage();
    const times: number[] = [];
    for (let time = 0; time < TIMES; time++) times.push(await ask());
    const cpu = ((await forum.usage()).cpu - before.cpu) / TIMES;
    say(`${what}, ${WAITING} waiting: ${short(median(times), 'ms')}`);
    rows.push({
      what: `${what}, ${WAITING} waiting`,
      ours: short(median(times), 'ms'),
      cpu: short(cpu, 'ms'),
      aim: '20 ms, CPU 3 ms',
    });
  }
  return rows;
}

/** Copies of what waits in the demonstration, put down once while the forum is stopped. */
export async function fill(environment: NodeJS.ProcessEnv): Promise<void> {
  const database = await openDatabase(readConfig(environment, { demonstration: true }));
  try {
    const put = `insert into desk.submission (id, kind, category_id, thread_id, number, title, source, html, renderer_version,
        reply_to, base_change, author_id,
         author_name, author_role, key_hash, token_hash, held_for, written_at, changed_at)
       select gen_random_uuid(), s.kind, s.category_id, s.thread_id, s.number, s.title, s.source, s.html,
         s.renderer_version, s.reply_to, s.base_change,
         s.author_id, s.author_name, s.author_role, sha256(('bench' || n || s.id)::bytea),
           sha256(('bench' || -n || s.id)::bytea), s.held_for,
         s.written_at - n * interval '20 seconds', s.changed_at
       from generate_series(1, 2000) n cross join lateral (
         select * from desk.submission where status = 'waiting' and kind in ('thread', 'reply', 'edit') order by id) s
       where (select count(*) from desk.submission where status = 'waiting') < $1 limit $1`;
    // As the owner, who may take longer than a page may.
    await asOwner(database.jobs, async (client) => {
      await client.query(put, [WAITING]);
      // What autovacuum has done a minute after so many rows came at once.
      await client.query('vacuum analyze desk.submission');
    });
  } finally {
    await database.close();
  }
}
