import { randomBytes, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import type { FileKind } from '../documents/visible-document.js';
import type { Queries } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Cleanings } from './cleanings.js';
import type { Trace } from './cleaning/cleaned.js';
import type { Hint } from './cleaning/hints.js';
import { Refused, type Refusal } from './cleaning/refusal.js';
import type { FileState } from './file-state.js';
import { mayNotGrow, noRoom } from './no-room.js';
import { Store, TooLarge } from './store.js';
import { tokenHash } from './token-hash.js';

/** A file as whoever sent it sees it. */
export interface Upload {
  id: string;
  state: FileState;
  refusal: Refusal | null;
  /** Whether it waits because the scanner did not answer. */
  unscanned: boolean;
  kind: FileKind | null;
  extension: string | null;
  size: number;
  pages: number | null;
  drawn: number;
  removed: Trace[];
  /** What its words look like, for whoever looks at it. */
  hints: Hint[];
  sentAt: Date;
}

export const UPLOAD_COLUMNS = `f.id, f.state, f.refusal, f.unscanned, f.kind, f.extension, f.size, f.pages, f.drawn,
  f.removed, f.hints, f.sent_at as "sentAt"`;

/** The share of the disk that has to stay free. */
const LEAST_FREE = 0.1;

/** Files that people have sent, before they belong to anything. For a day they belong to whoever has their tokens. */
@Injectable()
export class Uploads {
  constructor(
    private readonly writer: Writer,
    private readonly store: Store,
    private readonly cleanings: Cleanings,
    @Inject(CONFIG) private readonly config: Pick<Config, 'filesBytes' | 'fileBytes' | 'filePatience'>,
  ) {}

  /** How large one file may be, in bytes. */
  get mostBytes(): number {
    return this.config.fileBytes;
  }

  /**
   * Receives a file. Answers its token as soon as its bytes are on the disk; its cleaning has begun then. The row is
   * stored first, so that no file lies in the folder without one; until its size is known it counts as large as a file
   * may be. Each sender (`who`) has turns of their own among the files that wait to be cleaned.
   *
   * @throws Busy where there is no room; Refused for one that is empty or too large; what the stream throws. Then
   * nothing of it is left.
   */
  async receive(stream: Readable, now: Date, who = ''): Promise<{ id: string; token: string }> {
    await this.mustHaveRoom();
    const [id, token] = [randomUUID(), randomBytes(24).toString('base64url')];
    await this.writer.query(
      `insert into desk.file (id, token_hash, state, size, stored, sent_at) values ($1, $2, 'arriving', 0, $4, $3)`,
      [id, tokenHash(token), now, this.config.fileBytes],
    );
    try {
      const { size, hash } = await this.store.receive(id, stream, this.config.fileBytes);
      if (size === 0) throw new Refused('empty');
      await this.writer.query(
        `update desk.file set state = 'unchecked', size = $2, stored = $2, sent_hash = $3
         where id = $1 and state = 'arriving'`,
        [id, size, hash],
      );
    } catch (error) {
      await this.drop(id);
      if (mayNotGrow(error)) throw noRoom();
      throw error instanceof TooLarge ? new Refused('too-large') : error;
    }
    this.cleanings.begin(id, who);
    return { id, token };
  }

  /** The upload; waits some seconds for the end of its cleaning. Null if it is gone. */
  async looked(id: string): Promise<Upload | null> {
    await Promise.race([this.cleanings.end(id), pause(this.config.filePatience, undefined, { ref: false })]);
    const [row] = await this.writer.query<Upload>(`select ${UPLOAD_COLUMNS} from desk.file f where id = $1`, [id]);
    return row ?? null;
  }

  /** The same. An upload that was refused is gone after that. @throws Refused */
  async settled(id: string): Promise<Upload> {
    const upload = await this.looked(id);
    if (upload === null) throw new Refused('broken');
    if (upload.state === 'refused') {
      await this.drop(id);
      throw new Refused(upload.refusal ?? 'broken');
    }
    return upload;
  }

  /** The upload with this token; null if there never was one, or it is more than a day old and belongs to nothing. */
  async byToken(token: string): Promise<Upload | null> {
    return uploadBy(this.writer, token);
  }

  /** Throws away the upload with this token, unless it belongs to something. */
  async remove(token: string): Promise<void> {
    const rows = await this.writer.query<{ id: string; comingAs: string | null }>(
      `delete from desk.file f where token_hash = $1 and not exists (select from desk.document d where d.id = f.id)
       returning coalesce(f.kept_as, f.id) as id, f.coming_as as "comingAs"`,
      [tokenHash(token)],
    );
    for (const { id, comingAs } of rows)
      for (const each of [id, ...(comingAs === null ? [] : [comingAs])]) await this.store.erase(each);
  }

  /** @throws Busy where there is no room for so many more bytes */
  async mustHaveRoom(bytes: number = this.config.fileBytes): Promise<void> {
    await this.mustHaveDisk();
    const [kept] = await this.writer.query<{ bytes: string }>(
      `select coalesce(sum(stored), 0) as bytes from desk.file where state <> 'refused'`,
    );
    if (Number(kept?.bytes ?? 0) + bytes > this.config.filesBytes) throw noRoom();
  }

  /** The same, asked of the disk alone, for a file that has its room among the others already. @throws Busy */
  async mustHaveDisk(): Promise<void> {
    const { free, all } = await this.store.room();
    if (free < all * LEAST_FREE) throw noRoom();
  }

  private async drop(id: string): Promise<void> {
    await this.store.erase(id);
    await this.writer.query('delete from desk.file where id = $1', [id]);
  }
}

/** The file that a token opens. */
export async function uploadBy(tx: Queries, token: string): Promise<Upload | null> {
  const [row] = await tx.query<Upload>(`select ${UPLOAD_COLUMNS} from desk.file f where token_hash = $1`, [
    tokenHash(token),
  ]);
  return row ?? null;
}
