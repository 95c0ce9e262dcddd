import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../../', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const NO_NETWORK = ['--user', '--net'];
const PAGE_SIZE = 4_096;

/**
 * Limits of the process: no dump, seconds of processor time, the size of a file in blocks of 512 bytes. They end a
 * process whose forum was killed before it.
 */
const LIMITS = 'ulimit -c 0; ulimit -t 240; ulimit -f 400000; exec "$@"';

let canUnshare: boolean | null = null;

/**
 * Starts a program of this house in a process with hardly any rights: no environment, only the program and what
 * `rights` name to read and write, and where the system can, no network either. It gives way to the forum.
 */
export function launchApart(program: URL, rights: readonly string[]): ChildProcess {
  canUnshare ??= process.platform === 'linux' && spawnSync('unshare', [...NO_NETWORK, 'true']).status === 0;
  const node = [
    process.execPath,
    ...['--no-warnings', '--max-old-space-size=512', '--permission', '--allow-addons', '--allow-wasi'],
    ...[`--allow-fs-read=${BUILD}`, `--allow-fs-read=${ROOT}node_modules/`, `--allow-fs-read=${ROOT}package.json`],
    ...[...rights, fileURLToPath(program)],
  ];
  const command = canUnshare ? ['unshare', ...NO_NETWORK, '--', ...node] : node;
  const options = { env: { PATH }, cwd: '/', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] } as const;
  const child = spawn('/bin/sh', ['-c', LIMITS, 'sh', ...command], { ...options, stdio: [...options.stdio] });
  if (child.pid !== undefined) makeWay(child.pid);
  return child;
}

/**
 * The memory of the process in bytes, where the system tells it; elsewhere only the time and the limit of the heap stop
 * it.
 */
export function memoryOf({ pid }: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_SIZE;
  } catch {
    return 0;
  }
}

function makeWay(pid: number): void {
  try {
    setPriority(pid, 10);
  } catch {
    // The process has ended already; its `close` event tells that.
  }
}
