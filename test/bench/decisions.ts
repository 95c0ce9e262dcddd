import { costOf } from './acting.js';
import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';
import { sow } from './waiting.js';

const RUNS = 3;
const TOTAL = 600;
/** Before they count: until then half of what they cost is that their code is compiled. */
const WARM = 1_500;

/** One moderator's decisions, ten at a time, half of them acceptances. */
export async function run(ground: Ground): Promise<Row[]> {
  const { forum, load, say } = ground;
  const items = await sow(forum, { count: WARM + RUNS * TOTAL, name: 'Décisions' });
  const cookie = await forum.logIn('moderator');
  const decide = (count: number): Promise<{ rate: number }> =>
    load.ask('decide', { url: forum.url, cookie, items: items.splice(0, count), atOnce: 10 });
  await decide(WARM);
  const rates: number[] = [];
  const costs: { node: number; database: number }[] = [];
  for (let turn = 0; turn < RUNS; turn++) {
    costs.push(await costOf(ground, TOTAL, async () => rates.push((await decide(TOTAL)).rate)));
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
