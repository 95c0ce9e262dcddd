import { resolve } from 'node:path';
import { FileCheck } from '../uploads/file-check.js';
import type { MembersWork } from './with-members.js';

const EVERY = 1_000;
/** Of each list so many ids are named. */
const NAMED = 20;

/** Where files were to be copied to, something lies already. */
export class FilledFolder extends Error {
  constructor(folder: string) {
    super(`${folder} is not empty.`);
  }
}

/** Says which files are missing, changed or unknown; `progress` is told every thousand of them. */
export function checkFiles(progress: (line: string) => void): MembersWork {
  return async (rooms) => {
    let told = 0;
    const { checked, ...found } = await rooms.get(FileCheck, { strict: false }).check((done) => {
      if (done - told < EVERY) return;
      told = done;
      progress(`${done} files`);
    });
    const lines = Object.entries(found).flatMap(([what, ids]) => [
      `${ids.length} ${what}`,
      ...ids.slice(0, NAMED).map((id) => `  ${id}`),
      ...(ids.length > NAMED ? [`  and ${ids.length - NAMED} more`] : []),
    ]);
    return [`${checked} files checked.`, ...lines].join('\n');
  };
}

/** Copies the files to another folder, from which the forum reads them after its next start. */
export function moveFiles(to: string): MembersWork {
  const folder = resolve(to);
  return async (rooms) => {
    const copied = await rooms.get(FileCheck, { strict: false }).copyTo(folder);
    if (!copied) throw new FilledFolder(folder);
    return [
      `All files were copied to ${folder}.`,
      'Stop the forum, run this once more into another empty folder if files came meanwhile, set FILES_DIR to ' +
        'it and start.',
      'Then “files check” says whether all are there; the former folder can be deleted after it.',
    ].join('\n');
  };
}
