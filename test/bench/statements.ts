import { Victim } from '../start/killing.js';
import type { Ground } from './bench.js';
import type { Subject } from './subject.js';
import { type Row, short } from './table.js';
import { sow } from './waiting.js';

/** Each is asked `warm` times before it counts, so that every connection in use has planned what it plans once. */
const USUAL = { times: 50, warm: 60 };
export const SHORT: typeof USUAL = { times: 1, warm: 1 };

interface Counted {
  calls: number;
  plans: number;
  planning: number;
  running: number;
}

/** What each page and act asks of PostgreSQL: statements, plans made for them, and its time. */
export async function run({ forum, load, say }: Ground, { times, warm }: typeof USUAL = USUAL): Promise<Row[]> {
  const items = await sow(forum, { count: times + warm, name: 'Décisions comptées' });
  const postgres = new Victim(forum.folder);
  // PostgreSQL counts only from a start at which it was told to.
  const [loaded] = await postgres.ask<{ libraries: string }>(
    `select current_setting('shared_preload_libraries') as libraries`,
  );
  const isReady = loaded?.libraries === 'pg_stat_statements';
  if (!isReady) {
    await postgres.ask(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
    await forum.away(async () => undefined);
    // Or its jobs are counted as well.
    await forum.calm();
  }
  try {
    await postgres.ask('create extension if not exists pg_stat_statements');
    await postgres.ask('alter system set pg_stat_statements.track_planning = on');
    await postgres.ask('select pg_reload_conf()');
    const rows: Row[] = [];
    for (const [what, act] of await acts(forum, load, items)) {
      for (let time = 0; time < warm; time++) await act();
      await postgres.ask('select pg_stat_statements_reset()');
      for (let time = 0; time < times; time++) await act();
      const { calls, plans, planning, running } = await counted(postgres, times);
      say(`${what}: ${short(calls)} statements, ${short(plans)} plans, ${short(planning + running, 'ms')}`);
      rows.push({
        what: `${what}: ${short(calls)} statements, ${short(plans)} plans`,
        ours: calls === 0 ? 'asks nothing' : short(planning + running, 'ms'),
        floor: `planning ${short(planning, 'ms')}`,
      });
    }
    return rows;
  } finally {
    await postgres.ask('drop extension if exists pg_stat_statements');
    await postgres.ask('alter system reset pg_stat_statements.track_planning');
    if (!isReady) {
      await postgres.ask('alter system reset shared_preload_libraries');
      await forum.away(async () => undefined);
    }
  }
}

async function counted(postgres: Victim, times: number): Promise<Counted> {
  const [row] = await postgres.ask<Counted>(
    `select coalesce(sum(calls), 0)::float8 / ${times} as calls, coalesce(sum(plans), 0)::float8 / ${times} as plans,
       coalesce(sum(total_plan_time), 0) / ${times} as planning,
       coalesce(sum(total_exec_time), 0) / ${times} as running
     from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
       and query not like '%pg_stat_statements%' and query not like '%graphile_worker%'`,
  );
  return row ?? { calls: Number.NaN, plans: Number.NaN, planning: Number.NaN, running: Number.NaN };
}

async function acts(
  forum: Subject,
  load: Ground['load'],
  items: string[],
): Promise<[string, () => Promise<unknown>][]> {
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
  const waiting = [...items];
  return [
    ['a kept thread page, visitor', asked(thread)],
    ['a thread page, member', asked(thread, member)],
    ['a thread page, moderator', asked(thread, moderator)],
    ['home, member', asked('/', member)],
    ['a search, member', asked('/search?q=place', member)],
    ['the agenda, member', asked('/workshops', member)],
    ['the cases, member', asked('/cases', member)],
    ['the library, member', asked('/documents', member)],
    ['own messages, member', asked('/me/submissions', member)],
    ['the desk', asked('/desk', moderator)],
    ['a submission of a guest', () => load.ask('send', { url: forum.url, path: answered, senders: 1, total: 1 })],
    [
      'an acceptance',
      () => load.ask('decide', { url: forum.url, cookie: moderator, items: waiting.splice(0, 1), atOnce: 1 }),
    ],
  ];
}
