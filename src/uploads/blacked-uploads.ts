import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { BlackedFiles } from './blacked-files.js';
import type { BlackedAreas, Place } from './cleaning/covers.js';
import { exchangeBytes } from './exchange-bytes.js';
import { isCoverable, mustCover } from './must-cover.js';
import { tokenHash } from './token-hash.js';
import { type Upload, UPLOAD_COLUMNS } from './uploads.js';

/** An upload of which parts can be covered. */
export interface CoverableUpload extends Upload {
  /** Names the bytes that somebody has looked at: only these are covered. */
  version: string;
  keptAs: string;
}

/**
 * Lets whoever has the token of an upload cover parts of it before it is sent. The upload keeps its token, so that the
 * form that names it needs to know nothing of it, and nobody has the former bytes any more.
 */
@Injectable()
export class BlackedUploads {
  constructor(
    private readonly writer: Writer,
    private readonly blacked: BlackedFiles,
  ) {}

  /** The upload; null if it is not there, not clean, or belongs to something already. */
  async one(token: string): Promise<CoverableUpload | null> {
    const [row] = await this.writer.query<CoverableUpload>(
      `select ${UPLOAD_COLUMNS}, left(encode(f.hash, 'hex'), 16) as version, coalesce(f.kept_as, f.id) as "keptAs"
       from desk.file f where f.token_hash = $1 and f.state = 'clean'
         and not exists (select from desk.document d where d.id = f.id)`,
      [tokenHash(token)],
    );
    return row ?? null;
  }

  /** The places of these words. @throws NotFound, Refused */
  async places(token: string, words: readonly string[], who: string): Promise<Place[]> {
    return this.blacked.places((await this.must(token)).id, words, who);
  }

  /**
   * @throws NotFound, Invalid where nothing is covered, Conflict 'file-changed' where it was covered or sent since
   * `version` was read, Refused
   */
  async blackOut(
    token: string,
    { version, ...areas }: BlackedAreas & { version: string },
    now: Date,
    who: string,
  ): Promise<void> {
    const upload = await this.must(token);
    if (upload.version !== version) throw new Conflict('file-changed');
    mustCover(upload, areas);
    const made = await this.blacked.make(upload.id, areas, now, who);
    try {
      await this.writer.transaction(async (tx) => {
        // Locked first: whoever attaches the upload meanwhile has either done so, or waits.
        await tx.query('select from desk.file where id = $1 for update', [upload.id]);
        const [still] = await tx.query(
          `select from desk.file f where f.id = $1 and f.state = 'clean' and left(encode(f.hash, 'hex'), 16) = $2
             and not exists (select from desk.document d where d.id = f.id)`,
          [upload.id, version],
        );
        if (still === undefined) throw new Conflict('file-changed');
        await exchangeBytes(tx, upload.id, made);
        // A sending with these bytes is not the same as one with the former bytes.
        await tx.query('update desk.file set sent_hash = hash where id = $1', [upload.id]);
        // If the process dies before it discards `made`, the hourly job erases it.
        await tx.query('update desk.file set sent_at = to_timestamp(0) where id = $1', [made]);
      });
    } finally {
      // After the exchange `made` has the former bytes, after a conflict the new ones: nobody needs either.
      await this.blacked.discard(made);
    }
  }

  private async must(token: string): Promise<CoverableUpload> {
    const upload = await this.one(token);
    if (upload === null || !isCoverable(upload)) throw new NotFound();
    return upload;
  }
}
