import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Conflict } from '../errors/errors.js';
import { ComingFiles } from './coming-files.js';

/** An upload as it stands, and where its bytes lie while it comes. */
export interface WrittenUpload {
  id: string;
  /** How many bytes have come. */
  offset: number;
  comingAs: string;
  /** Whether a request writes to it, in this process or another one, or did until its process ended. */
  receiving: boolean;
}

/**
 * Who may write an upload is decided by its row: each request that begins needs the row as it has read it, and each
 * that ends needs it as it has left it. Where another request seems to write, it is overtaken: the next one writes on
 * in a copy of what has come, so that two never write the same file, and what the other one still brings counts no
 * more. No lock of a session and no clock is needed for it.
 */
@Injectable()
export class UploadWriting {
  constructor(
    private readonly writer: Writer,
    private readonly files: ComingFiles,
  ) {}

  /**
   * Takes the upload for a request, and answers its row. If another request seems to write to it, the bytes are copied.
   * The copy is made before the row names it, and the file that was copied is deleted after that: a process that ends
   * in between leaves a file too many, and never a row without its bytes. @throws Conflict where another request was
   * first
   */
  async take(row: WrittenUpload): Promise<WrittenUpload> {
    const comingAs = row.receiving ? randomUUID() : row.comingAs;
    if (row.receiving) await this.files.copy(row.comingAs, comingAs, row.offset);
    const taken = await this.writer.query(
      `update desk.file set receiving = true, coming_as = nullif($4::uuid, id)
       where id = $1 and state = 'arriving' and size = $2 and coalesce(coming_as, id) = $3 and receiving = $5
       returning id`,
      [row.id, row.offset, row.comingAs, comingAs, row.receiving],
    );
    if (row.receiving) await this.files.drop(taken.length === 0 ? comingAs : row.comingAs);
    if (taken.length === 0) throw new Conflict('upload-stands-elsewhere');
    return { ...row, comingAs, receiving: true };
  }

  /** Notes how much has come, and that nobody writes any more. @throws Conflict where it was overtaken */
  async leave({ id, offset, comingAs }: WrittenUpload, size: number): Promise<void> {
    const told = await this.writer.query(
      `update desk.file set size = $4, receiving = false
       where id = $1 and state = 'arriving' and size = $2 and coalesce(coming_as, id) = $3 returning id`,
      [id, offset, comingAs, size],
    );
    if (told.length === 0) throw new Conflict('upload-stands-elsewhere');
  }

  /**
   * Ends the upload: all of it has come. Its row is locked while the file is moved to those that wait to be cleaned, so
   * that no request which was overtaken puts other bytes there. @throws Conflict where it was overtaken
   */
  async end({ id, offset, comingAs }: WrittenUpload, length: number): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const mine = await tx.query(
        `select from desk.file where id = $1 and state = 'arriving' and size = $2 and coalesce(coming_as, id) = $3
         for update`,
        [id, offset, comingAs],
      );
      if (mine.length === 0) throw new Conflict('upload-stands-elsewhere');
      const hash = await this.files.arrive(id, comingAs);
      await tx.query(
        `update desk.file set state = 'unchecked', size = $2, stored = $2, sent_hash = $3, receiving = false,
           coming_as = null
         where id = $1`,
        [id, length, hash],
      );
    });
  }
}
