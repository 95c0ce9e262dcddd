import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Writer } from '../database/writer.js';
import { InstallationEntity } from './installation.entity.js';

/** 32 random bytes, made once for an installation and then never changed: follow pages hang on it. */
@Injectable()
export class InstallationSecret {
  private known: Promise<Buffer> | undefined;

  constructor(private readonly writer: Writer) {}

  get(): Promise<Buffer> {
    this.known ??= this.read().catch((problem: unknown) => {
      this.known = undefined;
      throw problem;
    });
    return this.known;
  }

  private async read(): Promise<Buffer> {
    // Two processes may start at once on an empty table: the first one's secret stands.
    await this.writer.query('insert into private.installation (secret) values ($1) on conflict do nothing', [
      randomBytes(32),
    ]);
    return (await this.writer.repository(InstallationEntity).findOneByOrFail({ one: true })).secret;
  }
}
