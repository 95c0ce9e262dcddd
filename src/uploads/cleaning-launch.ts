import type { ChildProcess } from 'node:child_process';
import { launchApart } from './apart.js';

const PROGRAM = new URL('cleaning/process.js', import.meta.url);

/** Starts the process that cleans one file. */
export function launchCleaning(inputs: readonly string[], output: string): ChildProcess {
  return launchApart(PROGRAM, [...inputs.map((input) => `--allow-fs-read=${input}`), `--allow-fs-write=${output}`]);
}
