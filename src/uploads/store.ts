import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { FilesFolder } from '../documents/files-folder.js';
import { WORDS } from './cleaning/told.js';
import { flush } from './flush.js';

/** Bytes as they came, whole and on the disk. */
export interface Arrived {
  size: number;
  hash: Buffer;
}

/** A file that lies in the folder. If it belongs to no row it may be erased: a row is always stored before its file. */
export interface Lying {
  id: string;
  where: string;
}

const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The folder of files: what came and is not cleaned yet, what is being made, what is kept. A file is there whole or
 * not at all: it is written beside, flushed to the disk and renamed.
 */
@Injectable()
export class Store {
  constructor(private readonly folder: FilesFolder) {}

  /** A store for programs that work without the running forum. */
  static of(config: Config): Store {
    return new Store(new FilesFolder(config));
  }

  get root(): string {
    return this.folder.root;
  }

  /** The hash of the file as it lies there now; null if it does not. */
  async hashOf(id: string): Promise<Buffer | null> {
    try {
      return createHash('sha256')
        .update(await readFile(this.kept(id)))
        .digest();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Where the bytes of a file are while it comes. */
  coming(id: string): string {
    return join(this.folder.root, 'coming', id);
  }

  arrived(id: string): string {
    return join(this.folder.root, 'came', id);
  }

  /** The path of a file that was made anew. */
  kept(id: string): string {
    return this.folder.piece(id, 'file');
  }

  /** @throws TooLarge, or what the stream throws; then nothing of it lies there. */
  async receive(id: string, stream: Readable, most: number): Promise<Arrived> {
    const beside = this.coming(id);
    await mkdir(dirname(beside), { recursive: true, mode: 0o700 });
    await mkdir(dirname(this.arrived(id)), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    let size = 0;
    try {
      await pipeline(
        stream,
        async function* (source: AsyncIterable<Buffer>) {
          for await (const part of source) {
            size += part.length;
            if (size > most) throw new TooLarge();
            hash.update(part);
            yield part;
          }
        },
        createWriteStream(beside, { flush: true, mode: 0o600 }),
      );
      await rename(beside, this.arrived(id));
      await flush(dirname(this.arrived(id)));
      return { size, hash: hash.digest() };
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }

  /** An empty folder in which the file is made anew: one for each attempt, since two processes may begin the same. */
  async making(id: string): Promise<string> {
    const making = join(this.folder.root, 'making', id, randomUUID());
    await mkdir(making, { recursive: true, mode: 0o700 });
    return making;
  }

  /** Keeps what was made in that folder. Answers the hash of the file. */
  async keep(id: string, making: string): Promise<Buffer> {
    const kept = this.folder.of(id);
    const hash = createHash('sha256')
      .update(await readFile(join(making, 'file')))
      .digest();
    await rm(join(making, WORDS), { force: true });
    for (const name of await readdir(making)) await flush(join(making, name));
    await flush(making);
    await mkdir(dirname(kept), { recursive: true, mode: 0o700 });
    await rm(kept, { recursive: true, force: true });
    await rename(making, kept);
    await flush(dirname(kept));
    return hash;
  }

  /** The words of a file that is being made in that folder, page by page. */
  async words(making: string): Promise<string[]> {
    return JSON.parse(await readFile(join(making, WORDS), 'utf8')) as string[];
  }

  /** Erases the bytes that came, and whatever was begun to be made of them. */
  async dropArrived(id: string): Promise<void> {
    await rm(this.arrived(id), { force: true });
    await rm(join(this.folder.root, 'making', id), { recursive: true, force: true });
  }

  async hasArrived(id: string): Promise<boolean> {
    return exists(this.arrived(id));
  }

  async has(id: string): Promise<boolean> {
    return exists(this.folder.piece(id, 'file'));
  }

  /** Erases everything of a file, wherever it lies. */
  async erase(id: string): Promise<void> {
    await rm(this.coming(id), { force: true });
    await this.dropArrived(id);
    await rm(this.folder.of(id), { recursive: true, force: true });
  }

  async *lying(): AsyncGenerator<Lying> {
    for (const place of ['coming', 'came', 'making']) yield* this.within(place);
    for (const first of await names(join(this.folder.root, 'kept'))) yield* this.within(join('kept', first));
  }

  /** How many bytes are free on the disk, and how many it has. */
  async room(): Promise<{ free: number; all: number }> {
    await mkdir(this.folder.root, { recursive: true, mode: 0o700 });
    const { bavail, blocks, bsize } = await statfs(this.folder.root);
    return { free: bavail * bsize, all: blocks * bsize };
  }

  private async *within(place: string): AsyncGenerator<Lying> {
    for (const id of await names(join(this.folder.root, place)))
      if (NAME.test(id)) yield { id, where: join(this.folder.root, place, id) };
  }
}

/** More bytes came than one file may have. */
export class TooLarge extends Error {
  constructor() {
    super('too large');
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
