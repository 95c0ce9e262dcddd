import { cp, mkdir, readdir } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Store } from './store.js';

/** What a comparison of folder and tables has found, by ids. */
export interface FilesFound {
  checked: number;
  /** Rows whose files are not there. */
  missing: string[];
  /** Files whose bytes are not those that were kept. */
  changed: string[];
  /** Files that belong to no row. */
  unknown: string[];
}

interface Row {
  /** The id under which its bytes lie. */
  id: string;
  row: string;
  comingAs: string | null;
  state: string;
  hash: Buffer | null;
}

const SOME = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Compares all files with their rows, for the administrator; the hourly job compares only whether they are there. */
@Injectable()
export class FileCheck {
  constructor(
    private readonly writer: Writer,
    private readonly store: Store,
  ) {}

  /** `progress` is told how many files were read. */
  async check(progress: (done: number) => void): Promise<FilesFound> {
    const found: FilesFound = { checked: 0, missing: [], changed: [], unknown: [] };
    const known = new Set<string>();
    for (let last: string | undefined = FIRST; last !== undefined;) {
      const rows: Row[] = await this.writer.query<Row>(
        `select coalesce(kept_as, id) as id, id as row, coming_as as "comingAs", state, hash
         from desk.file where id > $1 order by id limit ${SOME}`,
        [last],
      );
      for (const { id, comingAs, state, hash } of rows) {
        known.add(id).add(comingAs ?? id);
        if (state !== 'clean') continue;
        const lies = await this.store.hashOf(id);
        if (lies === null) found.missing.push(id);
        else if (hash === null || !lies.equals(hash)) found.changed.push(id);
        found.checked += 1;
      }
      progress(found.checked);
      last = rows.length < SOME ? undefined : rows.at(-1)?.row;
    }
    for await (const { id } of this.store.lying()) if (!known.has(id)) found.unknown.push(id);
    return found;
  }

  /** Copies the whole folder to an empty one. Answers false if that is not empty. */
  async copyTo(folder: string): Promise<boolean> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await readdir(folder)).length > 0) return false;
    await mkdir(this.store.root, { recursive: true, mode: 0o700 });
    await cp(this.store.root, folder, { recursive: true, preserveTimestamps: true });
    return true;
  }
}
