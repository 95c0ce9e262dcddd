import { Busy } from '../errors/errors.js';

/** How a system says that its disk is full, or somebody's share of it. */
const FULL = ['ENOSPC', 'EDQUOT'];
/** Seconds until somebody may have made room. */
const LATER = 3_600;

export function isFull(error: unknown): boolean {
  return FULL.includes((error as NodeJS.ErrnoException | null)?.code ?? '');
}

/** The same of what the forum writes, which may also have been forbidden to write files that long. */
export function mayNotGrow(error: unknown): boolean {
  return isFull(error) || (error as NodeJS.ErrnoException | null)?.code === 'EFBIG';
}

/** There is no room for a file: nothing is wrong with it. */
export function noRoom(): Busy {
  return new Busy('files-full', { seconds: LATER });
}
