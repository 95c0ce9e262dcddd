import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What lies in the folder of one file: the file made anew, a small picture of it, and its drawn pages. */
export type Piece = 'file' | 'small.jpg' | `${number}.jpg`;

/**
 * Where the bytes of files lie. Whoever can open one has to have read a row that says who may: test/rules/files.spec.ts
 * lists the few files of src that may import this one.
 */
@Injectable()
export class FilesFolder {
  readonly root: string;

  constructor(@Inject(CONFIG) { filesDir }: Pick<Config, 'filesDir'>) {
    this.root = filesDir;
  }

  /** The folder of a file that was made anew. @throws Error for what is no id */
  of(id: string): string {
    if (!ID.test(id)) throw new Error('not the id of a file');
    return join(this.root, 'kept', id.slice(0, 2), id);
  }

  piece(id: string, piece: Piece): string {
    return join(this.of(id), piece);
  }
}
