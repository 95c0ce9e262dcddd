import { costOf } from './acting.js';
import type { Ground } from './bench.js';
import { type Acted, cellsOf, floorActs } from './floor-acts.js';
import type { Row } from './table.js';
import { sow } from './waiting.js';

/** Before `warm` decisions half of what they cost is that their code is compiled. */
const USUAL = { runs: 3, total: 600, warm: 1_500 };
export const SHORT: typeof USUAL = { runs: 1, total: 10, warm: 2 };

/** One moderator's decisions, ten at a time, half of them acceptances. */
export async function run(ground: Ground, { runs, total, warm } = USUAL): Promise<Row[]> {
  const { forum, load, say } = ground;
  const items = await sow(forum, { count: warm + runs * total, name: 'Décisions' });
  const cookie = await forum.logIn('moderator');
  const decide = (url: string, decided: string[]): Promise<{ rate: number }> =>
    load.ask('decide', { url, cookie, items: decided, atOnce: 10 });
  const floor = await floorActs(ground);
  try {
    await decide(forum.url, items.splice(0, warm));
    await decide(floor.url, await floor.sow(warm));
    const ours: Acted[] = [];
    const least: Acted[] = [];
    for (let turn = 0; turn < runs; turn++) {
      let rate = Number.NaN;
      const [decided, bare] = [items.splice(0, total), await floor.sow(total)];
      const cost = await costOf(ground, total, async () => ({ rate } = await decide(forum.url, decided)));
      ours.push({ ...cost, rate });
      least.push(await floor.costOf(total, () => decide(floor.url, bare)));
    }
    const cells = cellsOf(ours, least);
    say(`decisions, 10 at a time: ${cells.ours}, and ${cells.floor} bare`);
    return [{ what: 'decisions, 10 at a time', ...cells, aim: '600/s' }];
  } finally {
    await floor.close();
  }
}
