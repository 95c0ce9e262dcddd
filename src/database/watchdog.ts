import { type ChildProcess, spawn } from 'node:child_process';

/**
 * When the forum's process is gone, the script reads the process number of PostgreSQL and checks that it is PostgreSQL
 * with this folder: a dead server may have left the file, and its number may belong to another program by now.
 */
const SCRIPT = `
cat >/dev/null
read -r pid <"$1/postmaster.pid" || exit
if [ -d /proc/self ]; then words=$(tr '\\0' ' ' <"/proc/$pid/cmdline"); else words=$(ps -p "$pid" -o args=); fi
case "$words " in *"postgres -D $1 "*) kill -INT "$pid" ;; esac
`;

/**
 * Stops PostgreSQL when this process has ended, for whatever reason. A shell waits for the end of a pipe that only
 * this process holds open, so this process need not do anything when it dies. The shell is outside of our process
 * group, because Ctrl-C must reach the forum first. The death signal of Linux (setpriv --pdeathsig) would work on one
 * system only, and comes when a thread ends, not the process.
 */
export function watchOver(dataFolder: string): ChildProcess {
  const dog = spawn('/bin/sh', ['-c', SCRIPT, 'palabre-watchdog', dataFolder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  dog.stdin?.on('error', () => undefined);
  dog.unref();
  return dog;
}
