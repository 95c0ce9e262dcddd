import type { Ground } from './bench.js';
import { Child } from './child.js';
import type { Usage } from './children/answering.js';
import { raw } from './raw.js';
import { median, type Row, short } from './table.js';

interface Size {
  /** Of the first rows. */
  connections: number[];
  /** Seconds or requests, after which a run ends. */
  enough: { duration: number } | { amount: number; sampleInt: number };
  runs: number;
}

export const USUAL: Size = { connections: [10, 50, 500], enough: { duration: 2 }, runs: 3 };
export const SHORT: Size = { connections: [2], enough: { amount: 20, sampleInt: 50 }, runs: 1 };
/** Unless a page says otherwise. */
const CONNECTIONS = 10;

export interface Page {
  what: string;
  path: string;
  headers: Record<string, string>;
  aim: string;
  connections?: number;
}

interface Pace {
  rate: number;
  cpu: number;
}

/** Pages of the forum, each beside a bare server that answers with the same bytes, by turns in the same run. */
export async function run(ground: Ground, size = USUAL): Promise<Row[]> {
  const { forum } = ground;
  const thread = await forum.thread('ateliers', 'une caméra, un message');
  const compressed = { 'accept-encoding': 'gzip, deflate, br' };
  const pages: Page[] = [
    ...size.connections.map((connections) => ({
      what: `thread, 20 posts, visitor, ${connections} connections`,
      path: thread,
      headers: compressed,
      aim: 'ratio 0.9',
      connections,
    })),
    { what: 'same, 10, not compressed', path: thread, headers: {}, aim: 'ratio 0.9' },
    { what: 'category, visitor', path: '/category/villes', headers: compressed, aim: 'ratio 0.9' },
    { what: 'home, visitor', path: '/', headers: compressed, aim: 'ratio 0.9' },
  ];
  const floor = await Child.start('floor-pages', 0);
  const rows: Row[] = [];
  for (const page of pages) rows.push(await measure(ground, floor, page, size));
  await floor.stop();
  return rows;
}

/** Ours and a bare server with the same bytes, by turns. */
export async function measure(
  { forum, load, say }: Ground,
  floor: Child,
  { what, path, headers, aim, connections = CONNECTIONS }: Page,
  { enough, runs }: Pick<Size, 'enough' | 'runs'> = USUAL,
): Promise<Row> {
  const bytes = await raw(forum.url + path, headers);
  await floor.ask('show', bytes);
  const floorUrl = await floor.ask<string>('address');
  const pace = async (server: Pick<Child, 'ask'>, url: string): Promise<Pace> => {
    const before = await server.ask<Usage>('usage');
    const { rate, requests, failed } = await load.ask<{ rate: number; requests: number; failed: number }>('fire', {
      url,
      headers,
      connections,
      enough,
    });
    const after = await server.ask<Usage>('usage');
    if (failed > 0) throw new Error(`${url}: ${failed} of ${requests} requests failed`);
    return { rate, cpu: (after.cpu - before.cpu) / requests };
  };
  await pace(forum.server, forum.url + path);
  const ours: Pace[] = [];
  const bare: Pace[] = [];
  for (let turn = 0; turn < runs; turn++) {
    ours.push(await pace(forum.server, forum.url + path));
    bare.push(await pace(floor, floorUrl));
  }
  const [rate, bareRate] = [median(ours.map((one) => one.rate)), median(bare.map((one) => one.rate))];
  // Turn by turn: what else the machine does meanwhile slows both down alike.
  const ratio = median(ours.map((one, turn) => one.rate / (bare[turn]?.rate ?? Number.NaN)));
  say(`${what}: ${short(rate)} of ${short(bareRate)} a second`);
  return {
    what: `${what} (${short(Buffer.byteLength(bytes.body, 'base64') / 1024, 'kB')})`,
    ours: short(rate, '/s'),
    floor: short(bareRate, '/s'),
    ratio: short(ratio),
    cpu: short(median(ours.map((one) => one.cpu)), 'ms'),
    floorCpu: short(median(bare.map((one) => one.cpu)), 'ms'),
    aim,
  };
}
