import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApart, memoryOf } from '../../../src/uploads/apart.js';
import { LIMITS } from '../../../src/uploads/cleaner.js';
import type { Refusal } from '../../../src/uploads/cleaning/refusal.js';
import type { BecameOfIt } from './clean-many.js';
import type { HostileFile } from './hostile-file.js';

const PROGRAM = new URL('clean-many.js', import.meta.url);
const AT_ONCE = 2;
/** Milliseconds of the processor for one file, and by the clock where the system does not tell those. */
const WORK = 2_000;
const PATIENCE = 60_000;
const LOOK = 50;
/** Milliseconds that the system counts the processor's work in. */
const TICK = 10;

/**
 * Cleans all files, two at once, each in a process with as few rights as the cleaner's, that goes on with the next one:
 * two hundred processes would cost more than what they are for. One that ends or costs too much is begun anew.
 */
export async function cleanAll(files: readonly HostileFile[]): Promise<(HostileFile & BecameOfIt)[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'palabre-hostile-')));
  const waiting = [...files.entries()];
  const done: (HostileFile & BecameOfIt)[] = [];
  const work = async (): Promise<void> => {
    let child: ChildProcess | null = null;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [nth, file] = next;
      const path = join(folder, String(nth));
      writeFileSync(path, file.bytes);
      child ??= launchApart(PROGRAM, [`--allow-fs-read=${folder}`]);
      const became = await oneOf(child, path);
      if (became.isSpent) {
        await end(child);
        child = null;
      }
      done.push({ ...file, ...became });
    }
    if (child !== null) await end(child);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return done;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function oneOf(child: ChildProcess, path: string): Promise<BecameOfIt> {
  return new Promise((resolve) => {
    let why: Refusal = 'broken';
    const stop = (reason: Refusal): void => {
      why = reason;
      child.kill('SIGKILL');
    };
    const before = workOf(child);
    const late = setTimeout(() => stop('took-too-long'), PATIENCE);
    const look = setInterval(() => {
      if (memoryOf(child) > LIMITS.memory) stop('needs-too-much');
      else if (workOf(child) - before > WORK) stop('took-too-long');
    }, LOOK);
    const settle = (told: BecameOfIt): void => {
      clearTimeout(late);
      clearInterval(look);
      child.off('message', settle).off('close', gone);
      resolve(told);
    };
    const gone = (): void => settle({ became: why, extension: '', made: '', words: '', isSpent: true });
    child.once('message', settle).once('close', gone);
    child.send(path, (error) => error && gone());
  });
}

/** Milliseconds that the processor has worked for it. */
function workOf({ pid }: ChildProcess): number {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
    return TICK * (Number(user) + Number(system));
  } catch {
    return 0;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = once(child, 'exit');
  child.kill('SIGKILL');
  await over;
}
