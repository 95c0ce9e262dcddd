import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const USUAL = { command: file('../../../bin/demo.mjs'), runs: 3, rest: 2_000 };
/** The command goes on with the making of a demonstration, and what is sown for tests is none. */
export const SHORT: typeof USUAL = { command: file('../../whole/bench-forum.js'), runs: 1, rest: 0 };
const PATIENCE = 60_000;

/**
 * From the command to the first page with the data of the demonstration, and what the process holds when nobody asks
 * for anything.
 */
export async function run({ forum, say }: Ground, { command: program, runs, rest } = USUAL): Promise<Row[]> {
  const times: number[] = [];
  // A forum that was just made tells everybody of everything: that is work, and the process that does it is not at rest.
  await forum.calm();
  for (let turn = 0; turn < runs; turn++) {
    times.push(
      await forum.away(async (environment, url) => {
        const started = performance.now();
        const command = spawn(process.execPath, [program], {
          env: { ...process.env, ...environment },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        try {
          return (await firstPage(url)) - started;
        } finally {
          await end(command);
        }
      }),
    );
    say(`start ${turn + 1}: ${short(times.at(-1) ?? 0, 'ms')}`);
  }
  await (await fetch(`${forum.url}/`)).text();
  await pause(rest);
  await forum.calm();
  const { memory } = await forum.usage();
  return [
    { what: 'start with data, to the first page', ours: short(median(times), 'ms'), aim: '2 000 ms' },
    { what: 'memory when idle (Node alone)', ours: short(memory, 'MiB'), aim: '140 MiB' },
  ];
}

async function firstPage(url: string): Promise<number> {
  const late = performance.now() + PATIENCE;
  while (performance.now() < late) {
    const status = await fetch(`${url}/`).then(
      async (answer) => {
        await answer.text();
        return answer.status;
      },
      () => 0,
    );
    if (status === 200) return performance.now();
    await pause(10);
  }
  throw new Error('the forum did not start');
}

async function end(command: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => command.once('exit', resolve));
  command.kill('SIGTERM');
  await gone;
}
