import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { livingProcess } from './living-process.js';

/** What a running PostgreSQL writes about itself into its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  socketFolder: string;
  /**
   * Whether the file says that it is ready. A connection alone succeeds too early ("the database system is starting
   * up").
   */
  ready: boolean;
}

/** Seconds by which the clock may have been set since, without a running server being taken for another program. */
const CLOCK_ERROR = 120;

/**
 * The server that has `folder` open, or null. A file does not count when its server is dead, or when the process
 * number in it now belongs to another program, to the PostgreSQL of another folder, or to a process that began at
 * another time (numbers are used again after a reboot or in a container).
 */
export function runningPostmaster(folder: string): Postmaster | null {
  const lines = linesOf(join(folder, 'postmaster.pid'));
  const [pid, begun] = [Number(lines[0]), Number(lines[2])];
  const found = pid > 0 ? livingProcess(pid) : null;
  if (found === null || !isPostgresOn(folder, found.words)) return null;
  if (found.begun !== null && Math.abs(found.begun - begun) > CLOCK_ERROR) return null;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/**
 * Deletes the files that a dead server has left: PostgreSQL trusts the process number in them and refuses to start
 * while any process has this number. Deleting them is safe, because PostgreSQL also finds the shared memory of a
 * living server by its folder, so two servers never share one.
 */
export function forgetPostmaster(folder: string, socketFolder: string, port: number): void {
  const socket = join(socketFolder, `.s.PGSQL.${port}`);
  for (const left of [join(folder, 'postmaster.pid'), `${socket}.lock`, socket]) rmSync(left, { force: true });
}

function isPostgresOn(folder: string, words: string[]): boolean {
  const [program = '', ...rest] = words;
  return /(^|\/)postgres$/.test(program) && `${rest.join(' ')} `.includes(`-D ${folder} `);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
