import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ForumProcess } from './forum-process.js';
import type { Victim } from './killing.js';

/** A disk that a test can fill, and that is given to the forum alone. */
export interface SmallDisk {
  /** For DATA_DIR. */
  data: string;
  through: string[];
  fill(forum: ForumProcess, victim: Victim): void;
  free(forum: ForumProcess, victim: Victim): void;
}

const SIZE = 160 * 1024 * 1024;
const AS_ROOT = process.getuid?.() === 0 ? [] : ['--map-root-user'];

/**
 * A file system in memory where this machine lets us make one; a limit of how long files may grow where it does not.
 */
export function smallDisk(home: string): SmallDisk {
  const place = join(home, 'disk');
  mkdirSync(place);
  return mayMount(place, SIZE) ? mounted(place, mountedAt(place, SIZE)) : limited(place);
}

/** A command that gives the one behind it a file system in memory at that place, which nobody else sees. */
export function mountedAt(place: string, bytes: number): string[] {
  const mount = `mount -t tmpfs -o size=${bytes},mode=711 none "$0" && exec "$@"`;
  return ['unshare', ...AS_ROOT, '--mount', 'sh', '-c', mount, place];
}

export function mayMount(place: string, bytes: number): boolean {
  const [command = '', ...words] = [...mountedAt(place, bytes), 'true'];
  return spawnSync(command, words).status === 0;
}

function mounted(place: string, through: string[]): SmallDisk {
  // The same place, as the forum's process sees it.
  const inside = ({ child }: ForumProcess): string => `/proc/${child.pid}/root${place}`;
  return {
    data: join(place, 'data'),
    through,
    fill(forum) {
      const { bavail, bsize } = statfsSync(inside(forum));
      try {
        writeFileSync(join(inside(forum), 'filler'), Buffer.alloc(bavail * bsize));
      } catch (error) {
        // PostgreSQL took some of it meanwhile: full is full.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    free: (forum) => rmSync(join(inside(forum), 'filler')),
  };
}

/**
 * PostgreSQL is refused whatever it wants to write beyond the first pages of a file, as it would be on a full disk.
 */
function limited(place: string): SmallDisk {
  const limit = (victim: Victim, bytes: string): void => {
    for (const pid of victim.all()) spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
  };
  return {
    data: join(place, 'data'),
    through: [],
    fill: (_forum, victim) => limit(victim, '8192'),
    free: (_forum, victim) => limit(victim, 'unlimited'),
  };
}
