import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Ends PostgreSQL when this process is gone, however it went. The shell waits for the end of a pipe that only this
 * process holds open, so nothing needs to run at its death, and it reads the number of PostgreSQL at that moment, so
 * it can't hit another program. It is out of our process group, because Ctrl-C there must reach the forum first.
 * The death signal of Linux (setpriv --pdeathsig) does the same on one system only, and dies with a thread.
 */
export function watchOver(dataFolder: string): ChildProcess {
  const script = 'cat >/dev/null; read -r pid <"$1/postmaster.pid" && kill -INT "$pid"';
  const dog = spawn('/bin/sh', ['-c', script, 'palabre-watchdog', dataFolder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  dog.stdin?.on('error', () => undefined);
  dog.unref();
  return dog;
}
