import { Injectable } from '@nestjs/common';
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Writer } from '../database/writer.js';
import { InstallationEntity } from './installation.entity.js';

/**
 * 32 random bytes, made once for an installation and then never changed: follow pages hang on it. As a key object: from
 * plain bytes Node makes one at each call, which costs five times the hash.
 */
@Injectable()
export class InstallationSecret {
  private known: Promise<KeyObject> | undefined;

  constructor(private readonly writer: Writer) {}

  get(): Promise<KeyObject> {
    this.known ??= this.read().catch((problem: unknown) => {
      this.known = undefined;
      throw problem;
    });
    return this.known;
  }

  private async read(): Promise<KeyObject> {
    // Two processes may start at once on an empty table: the first one's secret stands.
    await this.writer.query('insert into private.installation (secret) values ($1) on conflict do nothing', [
      randomBytes(32),
    ]);
    const { secret } = await this.writer.repository(InstallationEntity).findOneByOrFail({ one: true });
    return createSecretKey(secret);
  }
}
