import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running PostgreSQL writes about itself into its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  socketFolder: string;
  /** A bare connection succeeds too early ("the database system is starting up"); this word does not. */
  ready: boolean;
}

/** The server that has `folder` open, or null: a file left by a dead one, or by a number since given to another program, is none. */
export function runningPostmaster(folder: string): Postmaster | null {
  const lines = linesOf(join(folder, 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!(pid > 0) || !commandOf(pid).includes(`-D ${folder} `)) return null;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Asking for the command line and not whether the process lives: a zombie that nobody buries answers that it does. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
