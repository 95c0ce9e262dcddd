import { Busy } from '../errors/errors.js';

/** How a system says that its disk is full, or somebody's share of it. */
const FULL = ['ENOSPC', 'EDQUOT'];
/** Seconds until somebody may have made room. */
const LATER = 3_600;

export function isFull(error: unknown): boolean {
  return FULL.includes((error as NodeJS.ErrnoException | null)?.code ?? '');
}

/** The same for files of the forum itself, for which a limit of their length may be set as well. */
export function mayNotGrow(error: unknown): boolean {
  return isFull(error) || (error as NodeJS.ErrnoException | null)?.code === 'EFBIG';
}

/** The problem that there is no room for a file; nothing is wrong with the file. */
export function noRoom(): Busy {
  return new Busy('files-full', { seconds: LATER });
}
