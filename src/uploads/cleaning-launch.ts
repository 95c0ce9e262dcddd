import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('cleaning/process.js', import.meta.url));
const BUILD = fileURLToPath(new URL('../../', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Seconds of work, blocks of 512 bytes in one file: what ends a process whose forum was killed before it. */
const LIMITS = 'ulimit -c 0; ulimit -t 240; ulimit -f 400000; exec "$@"';

let canUnshare: boolean | null = null;

/** Starts the process that cleans one file. Where the system can, it has no network either. */
export function launchCleaning(input: string, output: string): ChildProcess {
  canUnshare ??= process.platform === 'linux' && spawnSync('unshare', [...NO_NETWORK, 'true']).status === 0;
  const node = [
    process.execPath,
    ...['--no-warnings', '--max-old-space-size=512', '--permission', '--allow-addons', '--allow-wasi'],
    ...[`--allow-fs-read=${BUILD}`, `--allow-fs-read=${ROOT}node_modules/`, `--allow-fs-read=${ROOT}package.json`],
    ...[`--allow-fs-read=${input}`, `--allow-fs-write=${output}`, PROGRAM],
  ];
  const command = canUnshare ? ['unshare', ...NO_NETWORK, '--', ...node] : node;
  const options = { env: { PATH }, cwd: '/', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] } as const;
  return spawn('/bin/sh', ['-c', LIMITS, 'sh', ...command], { ...options, stdio: [...options.stdio] });
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const NO_NETWORK = ['--user', '--net'];
