import type { Ground } from './bench.js';
import { Child } from './child.js';
import type { Usage } from './children/answering.js';
import { type Row, short } from './table.js';

const USUAL = { sockets: 10_000 };
export const SHORT: typeof USUAL = { sockets: 50 };

interface Open {
  /** In kB for each. */
  memory: number;
  /** In ms for each. */
  cpu: number;
}

/** Ten thousand open pages of one thread, beside bare Socket.IO. */
export async function run({ forum, load, say }: Ground, { sockets } = USUAL): Promise<Row[]> {
  const thread = /\d+/.exec(await forum.thread('ateliers', 'une caméra, un message'))?.[0] ?? '';
  const open = async (server: Child, url: string, room: string): Promise<Open> => {
    const before = await server.ask<Usage>('usage');
    await load.ask('gather', { url, room, size: sockets });
    const after = await server.ask<Usage>('usage');
    await load.ask('leave');
    return { memory: ((after.memory - before.memory) * 1024) / sockets, cpu: (after.cpu - before.cpu) / sockets };
  };
  const floor = await Child.start('floor-live', 0);
  const bare = await open(floor, await floor.ask<string>('address'), 'any');
  await floor.stop();
  const ours = await open(forum.server, forum.url, `thread:${thread}`);
  say(`${short(sockets)} sockets: ${short(ours.memory, 'kB')} each beside ${short(bare.memory, 'kB')}`);
  return [
    {
      what: `${short(sockets)} open pages, memory of each`,
      ours: short(ours.memory, 'kB'),
      floor: short(bare.memory, 'kB'),
      ratio: short(ours.memory / bare.memory),
      aim: 'ratio 1.1',
    },
    {
      what: 'same, to connect and join',
      ours: short(ours.cpu, 'ms'),
      floor: short(bare.cpu, 'ms'),
      ratio: short(ours.cpu / bare.cpu),
      aim: 'ratio 1.5',
    },
  ];
}
