import { randomBytes, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { Cleanings } from './cleanings.js';
import { Refused } from './cleaning/refusal.js';
import { ComingFiles } from './coming-files.js';
import type { FileState } from './file-state.js';
import { HALF_UPLOADS_LAST } from './keeping.js';
import { mayNotGrow, noRoom } from './no-room.js';
import { TooLarge } from './store.js';
import { tokenHash } from './token-hash.js';
import { UploadWriting, type WrittenUpload } from './upload-writing.js';
import { Uploads } from './uploads.js';

/** How far an upload has come, in bytes. */
export interface UploadSpan {
  length: number;
  offset: number;
  /** Until when the rest is waited for; null where all has come. */
  until: Date | null;
}

interface Row extends WrittenUpload {
  state: FileState;
  length: number;
  sentAt: Date;
  attached: boolean;
}

/**
 * Uploads whose bytes come in several requests: what has come is kept for two hours, and whoever has the token sends
 * the rest. Once it is whole it is an upload as any other.
 */
@Injectable()
export class ResumedUploads {
  /** The uploads that are being written in this process, by their tokens. */
  private readonly writing = new Map<string, { cut: () => void; over: Promise<unknown> }>();

  constructor(
    private readonly writer: Writer,
    private readonly files: ComingFiles,
    private readonly uploads: Uploads,
    private readonly cleanings: Cleanings,
    private readonly uploadWriting: UploadWriting,
  ) {}

  /** Begins an upload of that many bytes and answers its token. @throws Refused, Busy */
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
   * How much has come. Whoever asks has lost the connection that brought it: that request is ended, and what was still
   * being read is not waited for. @throws NotFound where it is gone, or belongs to something already
   */
  async span(token: string, now: Date): Promise<UploadSpan> {
    await this.release(token);
    const row = await this.row(token, now);
    if (row === null || row.attached) throw new NotFound();
    return spanOf(row);
  }

  /**
   * Writes the bytes of a request behind those that have come, and answers how many there are then. Each sender (`who`)
   * has turns of their own among the uploads that wait to be cleaned.
   *
   * @throws NotFound, Conflict for an upload that belongs to something or stands elsewhere than at `offset`, TooLarge
   * for more than was announced, Busy where there is no room, and what the stream throws: what had come until then is
   * kept.
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
    const going = async (): Promise<number> => {
      const row = await this.row(token, now);
      if (row === null) throw new NotFound();
      if (row.attached) throw new Conflict('upload-attached');
      if (row.state !== 'arriving' || row.offset !== offset) throw new Conflict('upload-stands-elsewhere');
      await this.uploads.mustHaveDisk();
      return this.write({ ...row, ...(await this.uploadWriting.take(row)) }, stream, who);
    };
    const cut = (): void => void stream.destroy(new Error('somebody else goes on with it'));
    const work = going();
    this.writing.set(token, { cut, over: work.catch(() => undefined).finally(() => this.writing.delete(token)) });
    return work;
  }

  /** Throws an upload away. @throws NotFound, Conflict where it belongs to something */
  async remove(token: string, now: Date): Promise<void> {
    await this.release(token);
    const row = await this.row(token, now);
    if (row === null) throw new NotFound();
    if (row.attached) throw new Conflict('upload-attached');
    await this.uploads.remove(token);
  }

  /** Ends a request that still brings bytes of this upload, and keeps what it has brought. */
  async release(token: string): Promise<void> {
    const writing = this.writing.get(token);
    writing?.cut();
    await writing?.over;
  }

  private async write(row: Row, stream: Readable, who: string): Promise<number> {
    const { id, comingAs, offset, length } = row;
    if (!(await this.files.hasCome(comingAs, offset))) {
      if (await this.files.isWhole(id, length)) {
        stream.resume();
        return this.end(row, who);
      }
      await this.writer.query(
        `delete from desk.file where id = $1 and state = 'arriving' and coalesce(coming_as, id) = $2`,
        [id, comingAs],
      );
      throw new NotFound();
    }
    const { size, broke } = await this.files.append(comingAs, stream, offset, length);
    // If the connection breaks after the last byte, all has come.
    if (size === length && !(broke instanceof TooLarge)) await this.end(row, who);
    else await this.uploadWriting.leave(row, size < length ? size : offset);
    if (broke !== null) throw mayNotGrow(broke) ? noRoom() : broke;
    return size;
  }

  private async end(row: Row, who: string): Promise<number> {
    await this.uploadWriting.end(row, row.length);
    this.cleanings.begin(row.id, who);
    return row.length;
  }

  private async row(token: string, now: Date): Promise<Row | null> {
    const [row] = await this.writer.query<Row>(
      `select f.id, f.state, f.announced as length, f.sent_at as "sentAt", f.receiving,
         coalesce(f.coming_as, f.id) as "comingAs",
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
