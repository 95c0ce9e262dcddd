import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ForumProcess } from './forum-process.js';
import { mayMount, mountedAt } from './small-disk.js';

/** A disk for files alone, which a test can fill; the database has another one. */
export interface SmallDiskForFiles {
  /** What it is made of. */
  how: string;
  /** For FILES_DIR. */
  files: string;
  through: string[];
  /** Whether it is as full to the process in which a file is made anew, which has limits of its own. */
  isFullForAll: boolean;
  /** So that files of this size still find room, and larger ones do not; null for less room than any file is given. */
  leave(forum: ForumProcess, bytes: number | null): void;
  free(forum: ForumProcess): void;
}

/** Of a file system in memory; a tenth of it is 4 MiB. */
const SIZE = 40 * 1024 * 1024;
const LESS_THAN_A_TENTH = SIZE / 20;

/**
 * Ways to have one here: a file system in memory where this machine lets us make one, and everywhere a limit of how
 * long a file of the forum may grow.
 */
export function disksForFiles(home: string): SmallDiskForFiles[] {
  const place = join(home, 'small');
  mkdirSync(place);
  return [...(mayMount(place, SIZE) ? [mounted(place)] : []), limited(join(home, 'files'))];
}

function mounted(place: string): SmallDiskForFiles {
  // The same place, as the forum's process sees it.
  const filler = ({ child }: ForumProcess): string => `/proc/${child.pid}/root${place}/filler`;
  return {
    how: 'a file system in memory',
    files: join(place, 'files'),
    through: mountedAt(place, SIZE),
    isFullForAll: true,
    leave(forum, bytes) {
      rmSync(filler(forum), { force: true });
      const { bavail, bsize } = statfsSync(`/proc/${forum.child.pid}/root${place}`);
      writeFileSync(filler(forum), Buffer.alloc(bavail * bsize - (bytes ?? LESS_THAN_A_TENTH)));
    },
    free: (forum) => rmSync(filler(forum), { force: true }),
  };
}

/** The forum's process is refused what it would write beyond this, as it would be on a full disk. */
function limited(files: string): SmallDiskForFiles {
  const limit = ({ child }: ForumProcess, bytes: string): void => {
    const { status } = spawnSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:unlimited`]);
    if (status !== 0) throw new Error('the length of files cannot be limited here');
  };
  return {
    how: 'a limit of file size',
    files,
    through: [],
    isFullForAll: false,
    leave: (forum, bytes) => limit(forum, String(bytes ?? 0)),
    free: (forum) => limit(forum, 'unlimited'),
  };
}
