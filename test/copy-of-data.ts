import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/**
 * Copies a data folder of PostgreSQL, whose server has stopped. `cp` keeps owners and modes, on which PostgreSQL
 * insists, and Node's own copy does not. @returns the copy
 */
export async function copyOfData(from: string, to: string): Promise<string> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  await promisify(execFile)('cp', ['-a', from, to]);
  return to;
}
