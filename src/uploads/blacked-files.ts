import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Cleaner, LIMITS } from './cleaner.js';
import { putClean } from './cleanings.js';
import type { BlackedAreas, Place } from './cleaning/covers.js';
import { Store } from './store.js';
import { tokenHash } from './token-hash.js';

/** Makes cleaned files once more without what is covered; the file that it is made of stays as it is. */
@Injectable()
export class BlackedFiles {
  private readonly cleaner = new Cleaner({ ...LIMITS, atOnce: 1 });

  constructor(
    private readonly writer: Writer,
    private readonly store: Store,
  ) {}

  /** Where these words stand in a cleaned file. @throws Refused */
  async places(id: string, words: readonly string[]): Promise<Place[]> {
    const output = await this.store.making(id);
    try {
      return await this.cleaner.find({ input: this.store.kept(id), output, find: words });
    } finally {
      await rm(output, { recursive: true, force: true });
    }
  }

  /**
   * Another file without it, which belongs to nothing yet and of which nobody has the token: whoever asked has to
   * attach it, or it goes after a day. Answers its id. @throws Refused, then nothing of it is left.
   */
  async make(id: string, blackOut: BlackedAreas, now: Date): Promise<string> {
    const made = randomUUID();
    await this.writer.query(
      `insert into desk.file (id, token_hash, state, size, stored, sent_at)
       select $1, $2, 'arriving', 0, stored, $3 from desk.file where id = $4`,
      [made, tokenHash(randomBytes(24).toString('base64url')), now, id],
    );
    try {
      const output = await this.store.making(made);
      const cleaning = await this.cleaner.clean({ input: this.store.kept(id), output, blackOut });
      const words = await this.store.words(output);
      const hash = await this.store.keep(made, output);
      await this.writer.transaction((tx) => putClean(tx, made, { ...cleaning, hash, words }));
    } catch (error) {
      await this.store.erase(made);
      await this.writer.query('delete from desk.file where id = $1', [made]);
      throw error;
    }
    return made;
  }
}
