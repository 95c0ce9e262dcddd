import type { Ground } from './bench.js';
import { Child } from './child.js';
import type { Answers, Flood } from './children/flooding.js';
import type { Waited } from './children/honest.js';
import { type Row, short } from './table.js';

const MILLISECONDS = 6_000;
const RATE = 60;
const ATTACKS: { name: string; what: string; size: number; aim?: string }[] = [
  { name: 'pipelined', what: '300 connections ask 1,000 times at once and read nothing', size: 300 },
  { name: 'sockets', what: 'a place opens 3,000 sockets, each asks for 60 rooms', size: 3_000 },
  { name: 'drawing', what: 'three places preview the dearest text 30 times a second', size: 30, aim: 'ratio 2' },
  { name: 'languages', what: 'a member changes language 100 times a second', size: 30 },
  { name: 'passwords', what: 'three places try 100 passwords a second', size: 30 },
];

/**
 * Each attack beside people who read, with the limits that a forum has from the start. The floor is what the same
 * people wait for right before it. The longest turn is how long the forum's own program looked at nobody. Whoever reads gets every page, or the run fails.
 */
export async function run({ forum, load, say }: Ground): Promise<Row[]> {
  await forum.restart({ usualLimits: true });
  const attacker = await Child.start('attack', 1);
  try {
    const path = await forum.thread('ateliers', 'une caméra, un message');
    const [cookie, others] = [await forum.logIn('organizer'), await forum.logIn('member')];
    const pages = [
      { path: '/', headers: {} },
      { path, headers: {} },
      { path, headers: { cookie } },
    ];
    const flood: Omit<Flood, 'size'> = {
      url: forum.url,
      cookie: others,
      thread: /\d+/.exec(path)?.[0] ?? '',
      milliseconds: MILLISECONDS,
    };
    const read = (): Promise<Waited> =>
      load.ask<Waited>('read', { url: forum.url, pages, rate: RATE, milliseconds: MILLISECONDS });
    await read();
    const rows: Row[] = [];
    for (const { name, what, size, aim } of ATTACKS) {
      const calm = await read();
      await forum.server.ask('longestDelay');
      const [answers, waited] = await Promise.all([
        attacker.ask<Answers>(name, { ...flood, size } satisfies Flood),
        read(),
      ]);
      const { memory, unsent } = await forum.usage();
      const turn = await forum.server.ask<number>('longestDelay');
      const became = Object.entries(answers)
        .map(([answer, count]) => `${short(count)} × ${answer}`)
        .join(', ');
      say(`${what}: ${short(waited.p99, 'ms')} beside ${short(calm.p99, 'ms')}; ${became}`);
      rows.push({
        what: `p99 of readers while ${what}`,
        ours: short(waited.p99, 'ms'),
        floor: short(calm.p99, 'ms'),
        ratio: short(waited.p99 / calm.p99),
        besides: `${short(memory, 'MiB')}, ${short((unsent ?? 0) / 1024, 'kB')} unsent at the end, longest turn ${short(turn, 'ms')}; ${became}`,
        ...(aim === undefined ? {} : { aim }),
      });
    }
    return rows;
  } finally {
    await attacker.stop();
    await forum.restart();
  }
}
