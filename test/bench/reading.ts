import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';

/** Five hundred posts each, of the longest thread of the demonstration: it has 1,200. */
const USUAL = { parts: ['1', '2'], warm: '3' };
/** A short thread has one part. */
export const SHORT: typeof USUAL = { parts: ['1'], warm: '1' };

interface Taken {
  ms: number;
  kB: number;
  /** The longest that anything else had to wait for its turn meanwhile, in ms. */
  delay: number;
}

/** A thread as one page, as PDF and as EPUB, each made for the first time, and what everybody else notices of it. */
export async function run({ forum, say }: Ground, { parts, warm } = USUAL): Promise<Row[]> {
  const page = await forum.thread('ateliers', 'une caméra, un message');
  const file = page.replace(/[^/]+$/, 'thread.');
  const rows: Row[] = [];
  await forum.calm();
  // Code that has never run is compiled while it runs.
  await taken(forum, `${page}?view=reading&part=${warm}`);
  // Starts the thread that makes books, which reads its fonts once.
  const first = await taken(forum, `${file}pdf?part=${warm}`);
  say(`the first PDF, with the start of its thread: ${short(first.ms, 'ms')}`);
  for (const [what, address, aim] of [
    ['as one page', `${page}?view=reading`, '150 ms'],
    ['as PDF', `${file}pdf?`, '1 000 ms'],
    ['as EPUB', `${file}epub?`, '500 ms'],
  ] as const) {
    const all: Taken[] = [];
    for (const part of parts) all.push(await taken(forum, part === '1' ? address : `${address}&part=${part}`));
    const [ms, kB, delay] = (['ms', 'kB', 'delay'] as const).map((key) => median(all.map((one) => one[key])));
    say(`500 posts ${what}: ${short(ms ?? 0, 'ms')}, ${short(kB ?? 0, 'kB')}`);
    rows.push(
      { what: `500 posts ${what}`, ours: short(ms ?? 0, 'ms'), aim },
      { what: 'same, the longest delay of the event loop', ours: short(delay ?? 0, 'ms'), aim: '20 ms' },
    );
  }
  return rows;
}

async function taken(forum: Ground['forum'], address: string): Promise<Taken> {
  await forum.server.ask<number>('longestDelay');
  const started = performance.now();
  const answer = await fetch(forum.url + address);
  const { byteLength } = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  const ms = performance.now() - started;
  return { ms, kB: byteLength / 1024, delay: await forum.server.ask<number>('longestDelay') };
}
