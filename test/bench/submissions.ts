import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';

const USUAL = { runs: 3, total: 400, warm: 50 };
export const SHORT: typeof USUAL = { runs: 1, total: 10, warm: 0 };

/** Guests' replies that are held: stored on disk before each of them is answered. */
export async function run({ forum, load, say }: Ground, { runs, total, warm } = USUAL): Promise<Row[]> {
  const path = `${/^\/thread\/\d+/.exec(await forum.thread('villes', 'des micros'))?.[0]}/replies`;
  const rows: Row[] = [];
  for (const senders of [1, 10]) {
    await load.ask('send', { url: forum.url, path, senders, total: warm });
    const rates: number[] = [];
    const cpus: number[] = [];
    const databaseCpus: number[] = [];
    for (let turn = 0; turn < runs; turn++) {
      const [before, databaseBefore] = [await forum.usage(), forum.databaseCpu()];
      rates.push((await load.ask<{ rate: number }>('send', { url: forum.url, path, senders, total })).rate);
      cpus.push(((await forum.usage()).cpu - before.cpu) / total);
      databaseCpus.push((forum.databaseCpu() - databaseBefore) / total);
    }
    say(`submissions, ${senders} at a time: ${short(median(rates))} a second`);
    rows.push({
      what: `submissions of guests, ${senders} at a time`,
      ours: short(median(rates), '/s'),
      cpu: `${short(median(cpus))} + ${short(median(databaseCpus))} ms`,
      ...(senders === 10 ? { aim: '1 000/s' } : {}),
    });
  }
  return rows;
}
