import { costOf } from './acting.js';
import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';

const USUAL = { pages: 2_000, atOnce: 200, runs: 3 };
export const SHORT: typeof USUAL = { pages: 20, atOnce: 10, runs: 1 };

/** After a cut two thousand open pages ask for what they missed, and something was published meanwhile. */
export async function run(ground: Ground, { pages, atOnce, runs } = USUAL): Promise<Row[]> {
  const { forum, load, say } = ground;
  const thread = /\d+/.exec(await forum.thread('ateliers', 'une caméra, un message'))?.[0] ?? '';
  const path = `/thread/${thread}/posts?after=1&changes=0`;
  const cookie = await forum.logIn('administrator');
  const times: number[] = [];
  const costs: number[] = [];
  for (let turn = 0; turn < runs; turn++) {
    await publish(forum.url, thread, cookie, turn);
    const { node } = await costOf(ground, pages, async () => {
      const started = performance.now();
      await load.ask('visit', {
        url: forum.url,
        paths: Array<string>(pages).fill(path),
        headers: { 'sec-fetch-site': 'same-origin' },
        atOnce,
      });
      times.push(performance.now() - started);
    });
    costs.push(node);
  }
  say(`${short(pages)} pages caught up in ${short(median(times), 'ms')}`);
  return [
    {
      what: `${short(pages)} open pages catch up after a cut`,
      ours: short(median(times), 'ms'),
      cpu: short(median(costs), 'ms'),
      aim: '2 000 ms',
    },
  ];
}

async function publish(url: string, thread: string, cookie: string, turn: number): Promise<void> {
  const answer = await fetch(`${url}/thread/${thread}/replies`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: url },
    body: new URLSearchParams({
      text: `Pendant la coupure, ${turn + 1} : le mât du quai a été repeint.`,
      name: '',
      email: '',
      key: `key-of-a-catch-up-${turn}-${Date.now()}`,
    }),
  });
  if (answer.status !== 303) throw new Error(`a reply is answered ${answer.status}`);
}
