import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest path that a Unix socket may have, without the name that PostgreSQL adds and the final zero. */
const LONGEST = 107 - '/.s.PGSQL.5432.lock'.length;

/**
 * A folder for the socket, short enough and the same at each start. No other user may have access: somebody who puts a
 * socket there would receive every password, and somebody who opens ours would need none.
 */
export function socketFolder(dataFolder: string, owner: number | undefined): string {
  const me = process.getuid?.() ?? 0;
  const name = createHash('sha256').update(`${me}\n${dataFolder}`).digest('hex').slice(0, 16);
  const place = join(tmpdir(), `palabre-${name}`);
  const folder = place.length > LONGEST ? join('/tmp', `palabre-${name}`) : place;
  try {
    mkdirSync(folder, { mode: 0o700 });
    chmodSync(folder, 0o700);
    if (owner !== undefined) chownSync(folder, owner, owner);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(folder);
  const owners = [me, owner ?? me];
  if (!found.isDirectory() || (found.mode & 0o777) !== 0o700 || !owners.includes(found.uid))
    throw new Error(
      `${folder} was made by somebody else, so the database can't put its socket there. Remove it, or set TMPDIR.`,
    );
  if (owner !== undefined && found.uid !== owner) chownSync(folder, owner, owner);
  return folder;
}
