import { costOf } from './acting.js';
import type { Ground } from './bench.js';
import { type Row, short } from './table.js';
import { sow } from './waiting.js';

const DECISIONS = 600;

/** One moderator's decisions, ten at a time, half of them acceptances. */
export async function run(ground: Ground): Promise<Row[]> {
  const { forum, load, say } = ground;
  const items = await sow(forum, { count: DECISIONS, name: 'Décisions' });
  const cookie = await forum.logIn('moderator');
  let rate = Number.NaN;
  const { node, database } = await costOf(ground, DECISIONS, async () => {
    ({ rate } = await load.ask<{ rate: number }>('decide', { url: forum.url, cookie, items, atOnce: 10 }));
  });
  say(`decisions, 10 at a time: ${short(rate)} a second`);
  return [
    {
      what: 'decisions, 10 at a time',
      ours: short(rate, '/s'),
      cpu: `${short(node)} + ${short(database)} ms`,
      aim: '600/s',
    },
  ];
}
