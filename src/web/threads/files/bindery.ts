import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Busy } from '../../../errors/errors.js';
import type { Bound } from './bindery-worker.js';
import type { Book, BoundKind } from './book.js';

/** How many may wait while one is made. */
const MOST_WAITING = 20;
/** What may be asked of one book, in milliseconds; then its thread is ended and the next one gets a new one. */
const LONGEST = 30_000;
/** How long the thread, its fonts and what it worked out stay for the next one. */
const IDLE = 60_000;
/** What a book takes before the first was made. */
const USUAL = 1_000;

/**
 * Makes PDF and EPUB, one at a time, in a thread of its own that is started when somebody asks. Who would be the 22nd
 * is told when to come back: a file can wait, and the forum must not.
 */
@Injectable()
export class Bindery implements OnModuleDestroy {
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private usual = USUAL;
  private asker: { resolve(answer: Bound): void; reject(error: Error): void } | null = null;
  private idle: NodeJS.Timeout | null = null;

  /** @throws Busy when too many wait; `read` is called when it is this book's turn. */
  async bind(kind: BoundKind, read: () => Promise<Book>): Promise<Buffer> {
    if (this.waiting > MOST_WAITING)
      throw new Busy('files-busy', { seconds: Math.ceil((this.waiting * this.usual) / 1000) + 1 });
    this.waiting++;
    const turn = this.last.then(() => this.made(kind, read));
    this.last = turn.catch(() => undefined);
    return turn.finally(() => this.waiting--);
  }

  async onModuleDestroy(): Promise<void> {
    await this.end();
  }

  private async made(kind: BoundKind, read: () => Promise<Book>): Promise<Buffer> {
    const book = await read();
    const started = performance.now();
    if (this.idle !== null) clearTimeout(this.idle);
    try {
      const answer = await this.ask(kind, book);
      if ('problem' in answer) throw new Error(answer.problem);
      return Buffer.from(answer.bytes.buffer);
    } finally {
      this.usual = (this.usual + performance.now() - started) / 2;
      this.idle = setTimeout(() => void this.end(), IDLE).unref();
    }
  }

  private async ask(kind: BoundKind, book: Book): Promise<Bound> {
    const worker = (this.worker ??= this.started());
    let late: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Bound>((resolve, reject) => {
        this.asker = { resolve, reject };
        late = setTimeout(() => reject(new Error(`A ${kind} took longer than ${LONGEST} ms.`)), LONGEST);
        worker.postMessage({ kind, book });
      });
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      clearTimeout(late);
      this.asker = null;
    }
  }

  private started(): Worker {
    const worker = new Worker(new URL('./bindery-worker.js', import.meta.url));
    const fail = (error: Error): void => {
      if (worker === this.worker) this.asker?.reject(error);
    };
    worker.on('message', (answer: Bound) => this.asker?.resolve(answer));
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`The thread that makes files ended with ${code}.`)));
    // Listening to it must not keep a forum alive that ends.
    worker.unref();
    return worker;
  }

  private async end(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    if (this.idle !== null) clearTimeout(this.idle);
    await worker?.terminate();
  }
}
