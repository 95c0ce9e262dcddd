import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Cleaner, LIMITS } from './cleaner.js';
import { putClean } from './cleanings.js';
import type { BlackedAreas, Place } from './cleaning/covers.js';
import { Refused } from './cleaning/refusal.js';
import { Store } from './store.js';
import { tokenHash } from './token-hash.js';

/** Makes cleaned files once more without the parts that are covered; the file that is covered stays as it is. */
@Injectable()
export class BlackedFiles {
  private readonly cleaner = new Cleaner({ ...LIMITS, atOnce: 1 });

  constructor(
    private readonly writer: Writer,
    private readonly store: Store,
  ) {}

  /** The places of these words in a cleaned file. Each `who` has turns of their own. @throws Refused */
  async places(id: string, words: readonly string[], who = ''): Promise<Place[]> {
    const input = await this.bytesOf(id);
    const output = await this.store.making(id);
    try {
      return await this.cleaner.find({ input, output, find: words }, who);
    } finally {
      await rm(output, { recursive: true, force: true });
    }
  }

  /**
   * Makes another file without the covered parts and answers its id. It belongs to nothing yet, and nobody has its
   * token: whoever asked has to attach it, or it is erased after a day. @throws Refused, then nothing of it is left
   */
  async make(id: string, blackOut: BlackedAreas, now: Date, who = ''): Promise<string> {
    const made = randomUUID();
    await this.writer.query(
      `insert into desk.file (id, token_hash, state, size, stored, sent_at)
       select $1, $2, 'arriving', 0, stored, $3 from desk.file where id = $4`,
      [made, tokenHash(randomBytes(24).toString('base64url')), now, id],
    );
    try {
      const input = await this.bytesOf(id);
      const output = await this.store.making(made);
      const cleaning = await this.cleaner.clean({ input, output, blackOut }, who);
      const words = await this.store.words(output);
      const hash = await this.store.keep(made, output);
      await this.writer.transaction(async (tx) => {
        await putClean(tx, made, { ...cleaning, hash, words });
        // What was removed from the file when it came is not in this one either, nor what the team has covered since.
        await tx.query(
          `update desk.file f set removed = o.removed, covered_at = o.covered_at, covered_reason = o.covered_reason,
             covered_for = o.covered_for from desk.file o where f.id = $1 and o.id = $2`,
          [made, id],
        );
      });
    } catch (error) {
      await this.discard(made);
      throw error;
    }
    return made;
  }

  /** Erases a file that belongs to nothing. */
  async discard(made: string): Promise<void> {
    const [row] = await this.writer.query<{ keptAs: string }>(
      `delete from desk.file where id = $1 returning coalesce(kept_as, id) as "keptAs"`,
      [made],
    );
    await this.store.erase(row?.keptAs ?? made);
  }

  private async bytesOf(id: string): Promise<string> {
    const [row] = await this.writer.query<{ keptAs: string }>(
      `select coalesce(kept_as, id) as "keptAs" from desk.file where id = $1 and state = 'clean'`,
      [id],
    );
    if (row === undefined) throw new Refused('broken');
    return this.store.kept(row.keptAs);
  }
}
