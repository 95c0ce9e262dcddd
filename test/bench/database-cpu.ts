import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the clock in which Linux counts. */
const TICK = 10;

/** CPU of the forum's own PostgreSQL so far, in ms, all of its processes; NaN where the system does not tell. */
export function databaseCpu(folder: string): number {
  const file = join(folder, 'postgres', 'postmaster.pid');
  if (!existsSync('/proc/self/stat') || !existsSync(file)) return Number.NaN;
  const server = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const counted = statOf(entry);
    if (counted === null) continue;
    if (counted.parent === server) ticks += counted.own;
    if (Number(entry) === server) ticks += counted.own + counted.gone;
  }
  return ticks * TICK;
}

/** Null for a process that has just ended. `gone` is what its ended children have used. */
function statOf(pid: string): { parent: number; own: number; gone: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold anything; what comes after it is numbers.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const number = (place: number): number => Number(fields[place]);
    return { parent: number(1), own: number(11) + number(12), gone: number(13) + number(14) };
  } catch {
    return null;
  }
}
