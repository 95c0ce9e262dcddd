import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { type Disguise, launch, NOBODY, postgresBinary } from './postgres-binaries.js';

/**
 * Makes an empty cluster at `folder`. It is made beside it and renamed, so that a start cut short leaves nothing that
 * looks like data. Sorting is by code point and the same on every machine; French order is asked for where it is shown.
 */
export async function makeCluster(folder: string, owner: string, how: Disguise, durable: boolean): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (how === 'dropped') chownSync(unfinished, NOBODY, NOBODY);
  const parameters = [
    '-D', unfinished, '-U', owner, '--auth=trust', '-E', 'UTF8',
    '--locale-provider=builtin', '--locale=C.UTF-8', '--no-instructions', ...(durable ? [] : ['--no-sync']),
  ];
  const { command, arguments: all, ids } = launch(postgresBinary('initdb'), parameters, how);
  const child = spawn(command, all, { stdio: ['ignore', 'ignore', 'pipe'], ...ids });
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder ${folder}:\n${complaint}`);
  renameSync(unfinished, folder);
}
