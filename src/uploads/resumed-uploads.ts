import { randomBytes, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type HeldLock, HeldLocks } from '../database/held-locks.js';
import { Writer } from '../database/writer.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { Cleanings } from './cleanings.js';
import { Refused } from './cleaning/refusal.js';
import { ComingFiles } from './coming-files.js';
import type { FileState } from './file-state.js';
import { HALF_UPLOADS_LAST } from './keeping.js';
import { TooLarge } from './store.js';
import { tokenHash } from './token-hash.js';
import { Uploads } from './uploads.js';

/** How far an upload has come, in bytes. */
export interface UploadSpan {
  length: number;
  offset: number;
  /** Until when the rest is waited for; null where all has come. */
  until: Date | null;
}

interface Row {
  id: string;
  state: FileState;
  length: number;
  offset: number;
  sentAt: Date;
  attached: boolean;
}

/**
 * Uploads whose bytes come in several requests: what has come is kept for two hours, and whoever has the token sends
 * the rest. Once it is whole it is an upload as any other.
 */
@Injectable()
export class ResumedUploads {
  /** Those that are being written, by their tokens. */
  private readonly writing = new Map<string, { cut: () => void; over: Promise<unknown> }>();

  constructor(
    private readonly writer: Writer,
    private readonly files: ComingFiles,
    private readonly uploads: Uploads,
    private readonly cleanings: Cleanings,
    private readonly locks: HeldLocks,
  ) {}

  /** Answers the token of a file of that many bytes, of which none has come. @throws Refused, Busy */
  async begin(length: number, now: Date): Promise<string> {
    this.mustFit(length);
    await this.uploads.mustHaveRoom(length);
    const token = randomBytes(24).toString('base64url');
    await this.writer.query(
      `insert into desk.file (id, token_hash, state, size, stored, announced, sent_at)
       values ($1, $2, 'arriving', 0, $3, $3, $4)`,
      [randomUUID(), tokenHash(token), length, now],
    );
    return token;
  }

  /** @throws Refused */
  mustFit(length: number): void {
    if (length === 0) throw new Refused('empty');
    if (length > this.uploads.mostBytes) throw new Refused('too-large');
  }

  /**
   * How much has come. Whoever asks has lost the connection that brought it: what is still read from there is not
   * waited for. @throws NotFound where it is gone, or belongs to something already
   */
  async span(token: string, now: Date): Promise<UploadSpan> {
    await this.release(token);
    const row = await this.row(token, now);
    if (row === null || row.attached) throw new NotFound();
    return spanOf(row);
  }

  /**
   * Writes what comes behind what has come, and answers how much that is then. `who` sent it has a turn of their own
   * among those that wait to be cleaned.
   *
   * @throws NotFound, Conflict for an upload that belongs to something or stands elsewhere than at `offset`, TooLarge
   * for more than was announced, and what the stream throws: what had come until then is kept.
   */
  async goOn(
    token: string,
    offset: number,
    stream: Readable,
    { now, who }: { now: Date; who: string },
  ): Promise<number> {
    await this.release(token);
    // Another request may have begun meanwhile.
    if (this.writing.has(token)) throw new Conflict('upload-stands-elsewhere');
    const cut = (): void => void stream.destroy(new Error('somebody else goes on with it'));
    const going = async (lock: HeldLock): Promise<number> => {
      const row = await this.row(token, now);
      if (row === null) throw new NotFound();
      if (row.attached) throw new Conflict('upload-attached');
      if (row.state !== 'arriving' || row.offset !== offset) throw new Conflict('upload-stands-elsewhere');
      return this.write(row, stream, who, lock);
    };
    const work = this.alone(token, going, cut);
    this.writing.set(token, { cut, over: work.catch(() => undefined).finally(() => this.writing.delete(token)) });
    return work;
  }

  /** Throws it away. @throws NotFound, Conflict where it belongs to something, or another process writes it */
  async remove(token: string, now: Date): Promise<void> {
    await this.release(token);
    const row = await this.row(token, now);
    if (row === null) throw new NotFound();
    if (row.attached) throw new Conflict('upload-attached');
    await this.alone(token, () => this.uploads.remove(token));
  }

  /** A request that still brings bytes of it is ended, and what it has brought is kept. */
  async release(token: string): Promise<void> {
    const writing = this.writing.get(token);
    writing?.cut();
    await writing?.over;
  }

  /** Nobody else, in whichever process, writes it before `work` is over; `lost` is called where that ends too early. */
  private async alone<T>(token: string, work: (lock: HeldLock) => Promise<T>, lost?: () => void): Promise<T> {
    const lock = await this.locks.take(tokenHash(token), lost);
    if (lock === null) throw new Conflict('upload-stands-elsewhere');
    try {
      return await work(lock);
    } finally {
      await lock.giveBack();
    }
  }

  private async write(row: Row, stream: Readable, who: string, lock: HeldLock): Promise<number> {
    const { id, offset, length } = row;
    if (!(await this.files.hasCome(id, offset))) {
      if (await this.files.isWhole(id, length)) {
        stream.resume();
        return this.end(row, who);
      }
      await this.writer.query(`delete from desk.file where id = $1 and state = 'arriving'`, [id]);
      throw new NotFound();
    }
    const { size, broke } = await this.files.append(id, stream, offset, length);
    // Another process may be writing there by now.
    if (!lock.isHeld) throw new Conflict('upload-stands-elsewhere');
    // A connection that breaks behind the last byte has brought all of it.
    if (size === length && !(broke instanceof TooLarge)) await this.end(row, who);
    else if (size < length) await this.tell(row, 'size = $3', [size]);
    if (broke !== null) throw broke;
    return size;
  }

  private async end(row: Row, who: string): Promise<number> {
    const hash = await this.files.whole(row.id);
    await this.tell(row, `state = 'unchecked', size = $3, stored = $3, sent_hash = $4`, [row.length, hash]);
    this.cleanings.begin(row.id, who);
    return row.length;
  }

  /** To its row, which stands where it was read. Bytes of one that is gone go with the next round of the job. */
  private async tell({ id, offset }: Row, what: string, values: unknown[]): Promise<void> {
    const told = await this.writer.query(
      `update desk.file set ${what} where id = $1 and state = 'arriving' and size = $2 returning id`,
      [id, offset, ...values],
    );
    if (told.length === 0) throw new Conflict('upload-stands-elsewhere');
  }

  private async row(token: string, now: Date): Promise<Row | null> {
    const [row] = await this.writer.query<Row>(
      `select f.id, f.state, f.announced as length, f.sent_at as "sentAt",
         case f.state when 'arriving' then f.size else f.announced end as "offset",
         exists (select from desk.document d where d.id = f.id) as attached
       from desk.file f where f.token_hash = $1 and f.announced is not null`,
      [tokenHash(token)],
    );
    return row === undefined || (row.state === 'arriving' && endOf(row) <= now) ? null : row;
  }
}

function endOf({ sentAt }: Row): Date {
  return new Date(sentAt.getTime() + HALF_UPLOADS_LAST);
}

function spanOf(row: Row): UploadSpan {
  const { length, offset, state } = row;
  return { length, offset, until: state === 'arriving' ? endOf(row) : null };
}
