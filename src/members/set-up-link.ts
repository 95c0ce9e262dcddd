import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';

const LIFE = 60 * 60 * 1_000;

/** The one-time way into a site that has no administrator yet. Whoever reads the table can't use what it holds. */
@Injectable()
export class SetUpLink {
  constructor(private readonly writer: Writer) {}

  /** A new token, good for an hour, in the place of any earlier one; null when the site is set up. */
  async issue(now: Date): Promise<string | null> {
    const token = randomBytes(24).toString('base64url');
    const issued = await this.writer.query(
      `insert into private.setup_link (token_hash, expires_at)
       select $1, $2 from site where set_up_at is null
       on conflict (one) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at
       returning one`,
      [hashOf(token), new Date(now.getTime() + LIFE)],
    );
    return issued.length > 0 ? token : null;
  }

  async isGood(token: string, now: Date): Promise<boolean> {
    const found = await this.writer.query('select 1 from private.setup_link where token_hash = $1 and expires_at > $2', [hashOf(token), now]);
    return found.length > 0;
  }
}

/** What is stored of a token; whoever uses the link up deletes the row by it, in the transaction that sets up the site. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
