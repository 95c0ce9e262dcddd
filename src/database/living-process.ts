import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface LivingProcess {
  /** Its command line; on a Mac a folder with a space in it is two. */
  words: string[];
  /** Seconds since 1970; null where the system does not say. */
  begun: number | null;
}

/** Linux counts a process's beginning in these, whatever its kernel was built with. */
const TICKS = 100;

/**
 * The process of this number, or null. A zombie counts as none: it has no command line any more, though it can be
 * signalled.
 */
export function livingProcess(pid: number): LivingProcess | null {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return null;
  }
}

function fromProc(pid: number): LivingProcess | null {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  if (words.length === 0) return null;
  // The name of the program stands in parentheses and may hold anything; the 22nd field is the 20th after it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const boot = Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);
  const begun = boot + Number(fields[19]) / TICKS;
  return { words, begun: Number.isFinite(begun) ? begun : null };
}

function fromPs(pid: number): LivingProcess | null {
  const line = execFileSync('ps', ['-p', String(pid), '-o', 'lstart=,args='], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  }).trim();
  // "Sun Nov 29 00:53:27 2026", then the command line.
  const begun = Date.parse(line.slice(0, 24)) / 1000;
  const words = line.slice(24).trim().split(/\s+/);
  return words[0] === '' || words[0] === undefined ? null : { words, begun: Number.isFinite(begun) ? begun : null };
}
