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

  /** Whether that many bytes of it lie there. */
  async hasCome(id: string, bytes: number): Promise<boolean> {
    if (bytes === 0) return true;
    return (await sizeOf(this.store.coming(id))) >= bytes;
  }

  /**
   * Writes behind the first `from` bytes; what lies behind them already was never told to anybody and goes. Answers how
   * many there are then, flushed to the disk, and what broke the stream off, or TooLarge at the first part that is more
   * than `most` in all.
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
        // Not destroyed when it is too much: whoever sends it is still to be answered.
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
   * Whether so many bytes of it lie among those that wait for their cleaning: it became whole, and its row was not
   * told, because the database was away.
   */
  async isWhole(id: string, bytes: number): Promise<boolean> {
    return (await sizeOf(this.store.arrived(id))) === bytes;
  }

  /** The first bytes of one beside it, on the disk, for somebody else to write on there. */
  async copy(from: string, to: string, bytes: number): Promise<void> {
    if (bytes === 0 || (await sizeOf(this.store.coming(from))) < bytes) return;
    await copyFile(this.store.coming(from), this.store.coming(to), constants.COPYFILE_FICLONE);
    await flush(this.store.coming(to));
  }

  /** Whoever still writes there has the file until the end, and nobody else finds it. */
  async drop(comingAs: string): Promise<void> {
    await rm(this.store.coming(comingAs), { force: true });
  }

  /** It is whole: it lies among those that wait for their cleaning now, if it did not before. Answers its hash. */
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

/** -1 for a file that is not there. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => -1,
  );
}
