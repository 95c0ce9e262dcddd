import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { flush } from './flush.js';
import { Store, TooLarge } from './store.js';

/** The bytes of files that come in parts, until they are whole. */
@Injectable()
export class ComingFiles {
  constructor(private readonly store: Store) {}

  /** Whether at least that many bytes of the file lie there. */
  async hasCome(id: string, bytes: number): Promise<boolean> {
    if (bytes === 0) return true;
    return (await sizeOf(this.store.coming(id))) >= bytes;
  }

  /**
   * Writes behind the first `from` bytes. Bytes that lie behind these already were never confirmed to anybody and are
   * dropped. Answers how many bytes there are then, flushed to the disk, and the error that broke the stream off, or
   * TooLarge at the first part that makes it more than `most`.
   */
  async append(id: string, stream: Readable, from: number, most: number): Promise<{ size: number; broke: unknown }> {
    const path = this.store.coming(id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    let size = from;
    let broke: unknown = null;
    try {
      await file.truncate(from);
      try {
        // The stream is not destroyed when too much comes: its sender still has to be answered.
        for await (const part of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
          if (size + part.length > most) throw new TooLarge();
          for (let at = 0; at < part.length;)
            at += (await file.write(part, at, part.length - at, size + at)).bytesWritten;
          size += part.length;
        }
      } catch (error) {
        broke = error;
        stream.resume();
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { size, broke };
  }

  /**
   * Whether the file lies whole among those that wait for their cleaning. It may, without its row saying so, if the
   * database was away when it became whole.
   */
  async isWhole(id: string, bytes: number): Promise<boolean> {
    return (await sizeOf(this.store.arrived(id))) === bytes;
  }

  /** Copies the first bytes of a file to another one on the disk, for somebody else to write on there. */
  async copy(from: string, to: string, bytes: number): Promise<void> {
    if (bytes === 0 || (await sizeOf(this.store.coming(from))) < bytes) return;
    await copyFile(this.store.coming(from), this.store.coming(to), constants.COPYFILE_FICLONE);
    await flush(this.store.coming(to));
  }

  /** Deletes the file. Whoever still writes to it keeps it open until the end, and nobody else finds it. */
  async drop(comingAs: string): Promise<void> {
    await rm(this.store.coming(comingAs), { force: true });
  }

  /** Moves the whole file to those that wait for their cleaning, if it is not there yet. Answers its hash. */
  async arrive(id: string, comingAs: string): Promise<Buffer> {
    const arrived = this.store.arrived(id);
    await mkdir(dirname(arrived), { recursive: true, mode: 0o700 });
    if ((await sizeOf(this.store.coming(comingAs))) >= 0) await rename(this.store.coming(comingAs), arrived);
    await flush(dirname(arrived));
    const hash = createHash('sha256');
    for await (const part of createReadStream(arrived) as AsyncIterable<Buffer>) hash.update(part);
    return hash.digest();
  }
}

/** The size of a file; -1 if it is not there. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => -1,
  );
}
