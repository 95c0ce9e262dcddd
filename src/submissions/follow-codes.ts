import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { boxed, codeOf, hashOfCode, readCode, spelt } from './follow-code.js';
import { InstallationSecret } from './installation-secret.js';
import { SubmissionEntity } from './submission.entity.js';
import { hashOf } from './token-hash.js';

/** The short codes of follow pages. Tries are limited in src/web, because a code can be guessed. */
@Injectable()
export class FollowCodes {
  constructor(
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
  ) {}

  /** The code of the follow page that has this token, as it is written down; null where none was given. */
  async of(token: string): Promise<string | null> {
    const secret = await this.secret.get();
    const code = codeOf(secret, token);
    const given = await this.writer
      .repository(SubmissionEntity)
      .existsBy({ tokenHash: hashOf(token), codeHash: hashOfCode(secret, code) });
    return given ? spelt(code) : null;
  }

  /** The token of the follow page that this code leads to; null when it leads nowhere. */
  async open(typed: string): Promise<string | null> {
    const code = readCode(typed);
    if (code === null) return null;
    const secret = await this.secret.get();
    const found = await this.writer.repository(SubmissionEntity).findOneBy({ codeHash: hashOfCode(secret, code) });
    return found === null || found.codeBox === null ? null : boxed(secret, code, found.codeBox).toString('base64url');
  }
}
