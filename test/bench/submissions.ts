import { costOf } from './acting.js';
import type { Ground } from './bench.js';
import { type Acted, cellsOf, floorActs } from './floor-acts.js';
import type { Row } from './table.js';

/** As for decisions: before `warm` of them half of what they cost is that their code is compiled. */
const USUAL = { runs: 3, total: 400, warm: 1_500 };
export const SHORT: typeof USUAL = { runs: 1, total: 10, warm: 0 };

/** Guests' replies that are held: stored on disk before each of them is answered. */
export async function run(ground: Ground, { runs, total, warm } = USUAL): Promise<Row[]> {
  const { forum, load, say } = ground;
  const path = `${/^\/thread\/\d+/.exec(await forum.thread('villes', 'des micros'))?.[0]}/replies`;
  const floor = await floorActs(ground);
  const rows: Row[] = [];
  try {
    for (const url of [forum.url, floor.url]) await load.ask('send', { url, path, senders: 10, total: warm });
    for (const senders of [1, 10, 50]) {
      const send = (url: string, count: number): Promise<{ rate: number }> =>
        load.ask('send', { url, path, senders, total: count });
      const ours: Acted[] = [];
      const least: Acted[] = [];
      for (let turn = 0; turn < runs; turn++) {
        let rate = Number.NaN;
        const cost = await costOf(ground, total, async () => ({ rate } = await send(forum.url, total)));
        ours.push({ ...cost, rate });
        least.push(await floor.costOf(total, () => send(floor.url, total)));
      }
      const cells = cellsOf(ours, least);
      say(`submissions, ${senders} at a time: ${cells.ours}, and ${cells.floor} bare`);
      const what = `submissions of guests, ${senders} at a time`;
      rows.push({ what, ...cells, ...(senders === 1 ? {} : { aim: '1 000/s' }) });
    }
    return rows;
  } finally {
    await floor.close();
  }
}
