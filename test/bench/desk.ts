import type pg from 'pg';
import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';

/** A forum runs for days: half of the cost of the first hundreds is the compiling of what answers them. */
const USUAL = { waiting: 10_000, times: 60, warm: 500 };
export const SHORT: typeof USUAL = { waiting: 20, times: 2, warm: 0 };
const PLACES: [string, string][] = [
  ['/desk', 'the queue'],
  ['/desk?kind=reply&older=1h', 'the same, by kind and waiting time'],
  ['/desk?q=place+marche', 'the same, searched'],
];

/**
 * The queue with ten thousand waiting: what one moderator waits for a page of fifty, and what it costs the process.
 */
export async function run({ forum, say }: Ground, { waiting, times: often, warm } = USUAL): Promise<Row[]> {
  await forum.beside((owner) => fill(owner, waiting));
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
    for (let time = 0; time < warm; time++) await ask();
    const before = await forum.usage();
    const times: number[] = [];
    for (let time = 0; time < often; time++) times.push(await ask());
    const cpu = ((await forum.usage()).cpu - before.cpu) / often;
    say(`${what}, ${waiting} waiting: ${short(median(times), 'ms')}`);
    rows.push({
      what: `${what}, ${waiting} waiting`,
      ours: short(median(times), 'ms'),
      cpu: short(cpu, 'ms'),
      aim: '20 ms, CPU 3 ms',
    });
  }
  return rows;
}

/** Copies of what waits, put down once by the owner, who may take longer than a page may. */
export async function fill(owner: pg.Client, waiting: number): Promise<void> {
  await owner.query(
    `insert into desk.submission (id, kind, category_id, thread_id, number, title, source, html, renderer_version,
        reply_to, base_change, author_id,
         author_name, author_role, key_hash, token_hash, held_for, written_at, changed_at)
       select gen_random_uuid(), s.kind, s.category_id, s.thread_id, s.number, s.title, s.source, s.html,
         s.renderer_version, s.reply_to, s.base_change,
         s.author_id, s.author_name, s.author_role, sha256(('bench' || n || s.id)::bytea),
           sha256(('bench' || -n || s.id)::bytea), s.held_for,
         s.written_at - n * interval '20 seconds', s.changed_at
       from generate_series(1, 2000) n cross join lateral (
         select * from desk.submission where status = 'waiting' and kind in ('thread', 'reply', 'edit') order by id) s
       where (select count(*) from desk.submission where status = 'waiting') < $1 limit $1`,
    [waiting],
  );
  // What autovacuum has done a minute after so many rows came at once.
  await owner.query('vacuum analyze desk.submission');
}
