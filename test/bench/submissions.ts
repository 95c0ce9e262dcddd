import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';

const RUNS = 3;
const TOTAL = 400;

/** Guests' replies that are held: stored on disk before each of them is answered. */
export async function run({ forum, load, say }: Ground): Promise<Row[]> {
  const path = `${/^\/thread\/\d+/.exec(await forum.thread('villes', 'des micros'))?.[0]}/replies`;
  const rows: Row[] = [];
  for (const senders of [1, 10]) {
    await load.ask('send', { url: forum.url, path, senders, total: 50 });
    const rates: number[] = [];
    const cpus: number[] = [];
    for (let turn = 0; turn < RUNS; turn++) {
      const before = await forum.usage();
      rates.push((await load.ask<{ rate: number }>('send', { url: forum.url, path, senders, total: TOTAL })).rate);
      cpus.push(((await forum.usage()).cpu - before.cpu) / TOTAL);
    }
    say(`submissions, ${senders} at a time: ${short(median(rates))} a second`);
    rows.push({ what: `submissions of guests, ${senders} at a time`, ours: short(median(rates), '/s'), cpu: short(median(cpus), 'ms') });
  }
  return rows;
}
