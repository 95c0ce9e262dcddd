import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Writer } from '../database/writer.js';
import { SetUpLinkEntity } from './set-up-link.entity.js';

const LIFE = 60 * 60 * 1_000;

/**
 * The one-time way into a site that has no administrator yet. The table holds only a hash, so reading it does not help
 * to use the link.
 */
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
    return this.writer.repository(SetUpLinkEntity).existsBy({ tokenHash: hashOf(token), expiresAt: MoreThan(now) });
  }
}

/** What is stored of a token; the transaction that sets up the site deletes the row by this hash. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
