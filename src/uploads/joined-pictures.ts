import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Invalid } from '../errors/errors.js';
import { Cleaner, LIMITS } from './cleaner.js';
import { putClean } from './cleanings.js';
import type { Trace } from './cleaning/cleaned.js';
import { Store } from './store.js';
import { tokenHash } from './token-hash.js';
import { Uploads } from './uploads.js';

interface Row {
  /** The id under which its bytes lie. */
  keptAs: string;
  isPicture: boolean;
  stored: number;
  removed: Trace[];
  sentHash: Buffer;
}

/** Several pictures of one paper become one document. */
@Injectable()
export class JoinedPictures {
  private readonly cleaner = new Cleaner({ ...LIMITS, atOnce: 1 });

  constructor(
    private readonly writer: Writer,
    private readonly store: Store,
    private readonly uploads: Uploads,
  ) {}

  /**
   * One PDF of these pictures, in their order: another upload, whose token it answers. They stay where they are and go
   * after their day, so that a form that is sent once more finds them again. `who` sent them has a turn of their own.
   *
   * @throws Invalid where one is gone or no picture that was checked; Refused, Busy: then nothing of it is left.
   */
  async join(tokens: readonly string[], now: Date, who: string): Promise<string> {
    const pictures = await this.rows(tokens);
    if (pictures.length < tokens.length || !pictures.every(({ isPicture }) => isPicture))
      throw new Invalid({ file: 'join-pictures' });
    await this.uploads.mustHaveRoom(pictures.reduce((bytes, { stored }) => bytes + stored, 0));
    const [id, token] = [randomUUID(), randomBytes(24).toString('base64url')];
    await this.writer.query(
      `insert into desk.file (id, token_hash, state, size, stored, sent_at) values ($1, $2, 'arriving', 0, $3, $4)`,
      [id, tokenHash(token), pictures.reduce((bytes, { stored }) => bytes + stored, 0), now],
    );
    try {
      await this.make(id, pictures, who);
    } catch (error) {
      await this.store.erase(id);
      await this.writer.query('delete from desk.file where id = $1', [id]);
      throw error;
    }
    return token;
  }

  private async make(id: string, pictures: readonly Row[], who: string): Promise<void> {
    const output = await this.store.making(id);
    const [input = '', ...join] = pictures.map((picture) => this.store.kept(picture.keptAs));
    const cleaning = await this.cleaner.clean({ input, output, join }, who);
    const words = await this.store.words(output);
    const hash = await this.store.keep(id, output);
    await this.store.dropArrived(id);
    const removed = [...new Set(pictures.flatMap((picture) => picture.removed))].sort();
    // By this hash the same pictures in the same order are known again.
    const sent = createHash('sha256').update('joined');
    for (const { sentHash } of pictures) sent.update(sentHash);
    await this.writer.transaction(async (tx) => {
      await putClean(tx, id, { ...cleaning, removed, hash, words });
      await tx.query('update desk.file set sent_hash = $2 where id = $1', [id, sent.digest()]);
    });
  }

  /** The rows in the order of their tokens. Waits for those that are still being checked. */
  private async rows(tokens: readonly string[]): Promise<Row[]> {
    for (const token of tokens) {
      const upload = await this.uploads.byToken(token);
      if (upload?.state === 'unchecked') await this.uploads.looked(upload.id);
    }
    return this.writer.query<Row>(
      `select coalesce(f.kept_as, f.id) as "keptAs", 
        f.kind is not distinct from 'picture' and f.state = 'clean' as "isPicture", f.stored, f.removed,
         f.sent_hash as "sentHash"
       from unnest($1::bytea[]) with ordinality t (hash, nth) join desk.file f on f.token_hash = t.hash
       where not exists (select from desk.document d where d.id = f.id)
       order by t.nth`,
      [tokens.map(tokenHash)],
    );
  }
}
