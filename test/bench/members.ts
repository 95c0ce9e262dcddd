import { costOf } from './acting.js';
import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';

/** A forum runs for days: before `warm` requests half of the cost is the compiling of what answers them. */
const USUAL = { times: 150, warm: 1_500, warmDesk: 500, runs: 3 };
export const SHORT: typeof USUAL = { times: 4, warm: 0, warmDesk: 0, runs: 1 };
/** As browsers ask since 2024. */
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** Pages that are drawn for one person: what each costs the forum's process and its PostgreSQL. */
export async function run(ground: Ground, { times, warm, warmDesk, runs } = USUAL): Promise<Row[]> {
  const { forum, load, say } = ground;
  await forum.calm();
  const thread = await forum.thread('ateliers', 'une caméra, un message');
  const [member, moderator] = [await forum.logIn('member'), await forum.logIn('moderator')];
  const pages: { what: string; path: string; headers: Record<string, string>; aim: string }[] = [
    { what: 'thread, member', path: thread, headers: { cookie: member }, aim: '0.25 + 0.2 ms' },
    { what: 'same, compressed', path: thread, headers: { cookie: member, ...COMPRESSED }, aim: '0.4 + 0.2 ms' },
    { what: 'thread, moderator', path: thread, headers: { cookie: moderator }, aim: '0.5 + 0.5 ms' },
    { what: 'the desk', path: '/desk', headers: { cookie: moderator }, aim: '3 + 3 ms' },
  ];
  const rows: Row[] = [];
  for (const { what, path, headers, aim } of pages) {
    const ask = (often: number): Promise<{ bytes: number }> =>
      load.ask('visit', { url: forum.url, paths: Array<string>(often).fill(path), headers, atOnce: 2 });
    await ask(path === '/desk' ? warmDesk : warm);
    const costs = [];
    let bytes = 0;
    for (let turn = 0; turn < runs; turn++)
      costs.push(await costOf(ground, times, async () => (bytes = (await ask(times)).bytes / times)));
    const [node, database] = [median(costs.map((one) => one.node)), median(costs.map((one) => one.database))];
    say(`${what}: ${short(node, 'ms')} and ${short(database, 'ms')} of PostgreSQL`);
    rows.push({
      what: `${what} (${short(bytes / 1024, 'kB')})`,
      ours: `${short(node)} + ${short(database)} ms`,
      floor: 'Node + PostgreSQL',
      aim,
    });
  }
  return rows;
}
