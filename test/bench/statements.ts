import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseOfServer } from '../../src/database/embedded-database.js';
import { startServer } from '../../src/database/embedded-server.js';
import type { Ground } from './bench.js';
import { Subject } from './subject.js';
import { type Row, short } from './table.js';

const TIMES = 50;
/** How often each is asked before it counts, so that every connection in use has planned what it plans once. */
const WARM = 60;
const COUNTING = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track_planning': 'on' };

interface Counted {
  calls: number;
  plans: number;
  planning: number;
  running: number;
}

/** What each page and act asks of PostgreSQL: statements, plans made for them, and its time. */
export async function run({ load, say }: Ground): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-statements-'));
  const server = await startServer(join(folder, 'postgres'), { settings: COUNTING });
  const owner = await databaseOfServer(server);
  const { host, port, user, database } = owner;
  const address = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const client = new pg.Client({ ...owner });
  await client.connect();
  await client.query('create extension pg_stat_statements');
  const forum = await Subject.open({ DATABASE_URL: address });
  const count = async (act: () => Promise<unknown>): Promise<Counted> => {
    for (let time = 0; time < WARM; time++) await act();
    await client.query('select pg_stat_statements_reset()');
    for (let time = 0; time < TIMES; time++) await act();
    const { rows } = await client.query<Counted>(
      `select sum(calls)::float8 / $1 as calls, sum(plans)::float8 / $1 as plans,
        sum(total_plan_time) / $1 as planning,
         sum(total_exec_time) / $1 as running
       from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
         and query not like '%pg_stat_statements%' and query not like '%graphile_worker%'`,
      [TIMES],
    );
    return rows[0] ?? { calls: 0, plans: 0, planning: 0, running: 0 };
  };
  const rows: Row[] = [];
  try {
    for (const [what, act] of await acts(forum, load)) {
      const { calls, plans, planning, running } = await count(act);
      say(`${what}: ${short(calls)} statements, ${short(plans)} plans, ${short(planning + running, 'ms')}`);
      rows.push({
        what: `${what}: ${short(calls)} statements, ${short(plans)} plans`,
        ours: short(planning + running, 'ms'),
        floor: `planning ${short(planning, 'ms')}`,
      });
    }
    return rows;
  } finally {
    await forum.close();
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function acts(forum: Subject, load: Ground['load']): Promise<[string, () => Promise<unknown>][]> {
  const thread = await forum.thread('ateliers', 'une caméra, un message');
  const answered = `${/^\/thread\/\d+/.exec(await forum.thread('villes', 'des micros'))?.[0]}/replies`;
  const [member, moderator] = [await forum.logIn('member'), await forum.logIn('moderator')];
  const asked = (path: string, cookie = ''): (() => Promise<void>) => {
    return async () => {
      const answer = await fetch(forum.url + path, { headers: cookie === '' ? {} : { cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    };
  };
  return [
    ['a kept thread page, visitor', asked(thread)],
    ['a thread page, member', asked(thread, member)],
    ['a thread page, moderator', asked(thread, moderator)],
    ['home, member', asked('/', member)],
    ['own messages, member', asked('/me/submissions', member)],
    ['the desk', asked('/desk', moderator)],
    ['a submission of a guest', () => load.ask('send', { url: forum.url, path: answered, senders: 1, total: 1 })],
  ];
}
