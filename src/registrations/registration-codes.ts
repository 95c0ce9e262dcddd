import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { boxed, codeOf, hashOfCode, readCode, spelt } from '../submissions/follow-code.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { RegistrationEntity } from './registration.entity.js';

/** The twelve letters of registrations. Tries are limited in src/web, because a code can be guessed. */
@Injectable()
export class RegistrationCodes {
  constructor(
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
  ) {}

  /** The code of the page that has this token, as people write it down. */
  async of(token: string): Promise<string> {
    return spelt(codeOf(await this.secret.get(), token));
  }

  /** The token of the page that this code leads to; null when it leads nowhere. */
  async open(typed: string): Promise<string | null> {
    const code = readCode(typed);
    if (code === null) return null;
    const secret = await this.secret.get();
    const found = await this.writer.repository(RegistrationEntity).findOneBy({ codeHash: hashOfCode(secret, code) });
    return found === null ? null : boxed(secret, code, found.codeBox).toString('base64url');
  }
}
