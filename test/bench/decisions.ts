import { costOf } from './acting.js';
import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';
import { sow } from './waiting.js';

/** Before `warm` decisions half of what they cost is that their code is compiled. */
const USUAL = { runs: 3, total: 600, warm: 1_500 };
export const SHORT: typeof USUAL = { runs: 1, total: 10, warm: 2 };

/** One moderator's decisions, ten at a time, half of them acceptances. */
export async function run(ground: Ground, { runs, total, warm } = USUAL): Promise<Row[]> {
  const { forum, load, say } = ground;
  const items = await sow(forum, { count: warm + runs * total, name: 'Décisions' });
  const cookie = await forum.logIn('moderator');
  const decide = (count: number): Promise<{ rate: number }> =>
    load.ask('decide', { url: forum.url, cookie, items: items.splice(0, count), atOnce: 10 });
  await decide(warm);
  const rates: number[] = [];
  const costs: { node: number; database: number }[] = [];
  for (let turn = 0; turn < runs; turn++) {
    costs.push(await costOf(ground, total, async () => rates.push((await decide(total)).rate)));
  }
  const [node, database] = [median(costs.map((cost) => cost.node)), median(costs.map((cost) => cost.database))];
  say(`decisions, 10 at a time: ${short(median(rates))} a second`);
  return [
    {
      what: 'decisions, 10 at a time',
      ours: short(median(rates), '/s'),
      cpu: `${short(node)} + ${short(database)} ms`,
      aim: '600/s',
    },
  ];
}
