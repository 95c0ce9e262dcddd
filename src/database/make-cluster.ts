import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { type Disguise, launch, NOBODY } from './postgres-binaries.js';

export interface NewCluster {
  folder: string;
  owner: string;
  /** What `linkLibraries` has made. */
  libraries: string;
  how: Disguise;
  durable: boolean;
}

/**
 * Makes an empty cluster at `folder`. It is made in a folder beside it and renamed, so that an interrupted start
 * leaves nothing that looks like data. Sorting is by code point and so the same on every machine; queries name the
 * French order where people see it.
 */
export async function makeCluster({ folder, owner, libraries, how, durable }: NewCluster): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (how === 'dropped') chownSync(unfinished, NOBODY, NOBODY);
  const parameters = [
    '-D',
    unfinished,
    '-U',
    owner,
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  const { command, arguments: all, env, ids } = launch({ name: 'initdb', parameters, libraries }, how);
  const child = spawn(command, all, { stdio: ['ignore', 'ignore', 'pipe'], env, ...ids });
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder ${folder}:\n${complaint}`);
  renameSync(unfinished, folder);
}
