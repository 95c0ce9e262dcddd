import { close, open, read } from 'node:fs';
import { Readable, type Writable } from 'node:stream';

const PIECE = 128 * 1024;

/**
 * A file, or the part of it from one byte to another, both included. Each piece is read into memory that an earlier
 * piece has left, once the answer has handed that on to the network. Node's own stream takes new memory for each, and
 * clearing it away cost a large file more than sending it.
 */
export class FileBytes extends Readable {
  private file: number | null = null;
  private to: Writable | null = null;
  private pushed = 0;
  /** What was read into, in its order, and how many bytes had been pushed with it. */
  private readonly kept: { memory: Buffer; end: number }[] = [];

  constructor(
    private readonly path: string,
    private at: number,
    private readonly last: number,
  ) {
    super({ highWaterMark: PIECE });
  }

  /** Whoever takes the pieces otherwise may keep them, and then none is used again. */
  override pipe<T extends NodeJS.WritableStream>(to: T, options?: { end?: boolean }): T {
    this.to = to as unknown as Writable;
    return super.pipe(to, options);
  }

  override _construct(done: (error?: Error | null) => void): void {
    open(this.path, 'r', (error, file) => {
      if (error === null) this.file = file;
      done(error);
    });
  }

  override _read(): void {
    const length = Math.min(PIECE, this.last - this.at + 1);
    if (length <= 0 || this.file === null) return void this.push(null);
    const memory = this.free() ?? Buffer.allocUnsafeSlow(length);
    read(this.file, memory, 0, Math.min(length, memory.length), this.at, (error, bytes) => {
      if (error !== null) return void this.destroy(error);
      this.at += bytes;
      this.pushed += bytes;
      this.kept.push({ memory, end: this.pushed });
      this.push(bytes === 0 ? null : memory.subarray(0, bytes));
    });
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (this.file === null) done(error);
    else close(this.file, (problem) => done(error ?? problem));
  }

  /** Pieces leave in their order: what is not on its way yet are the last ones. */
  private free(): Buffer | null {
    const [first] = this.kept;
    if (first === undefined || this.to === null) return null;
    if (this.pushed - first.end < this.readableLength + this.to.writableLength) return null;
    return this.kept.shift()?.memory ?? null;
  }
}
