import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { boxed, codeOf, hashOfCode, readCode, spelt } from './follow-code.js';
import { InstallationSecret } from './installation-secret.js';
import { hashOf } from './tokens.js';

/** The short codes of follow pages. Who asks for many is slowed down at the door, for a code can be guessed at. */
@Injectable()
export class FollowCodes {
  constructor(private readonly writer: Writer, private readonly secret: InstallationSecret) {}

  /** The code of the follow page that has this token, as it is written down; null where none was given. */
  async of(token: string): Promise<string | null> {
    const secret = await this.secret.get();
    const code = codeOf(secret, token);
    const [row] = await this.writer.query('select 1 from desk.submission where token_hash = $1 and code_hash = $2', [hashOf(token), hashOfCode(secret, code)]);
    return row === undefined ? null : spelt(code);
  }

  /** The token of the follow page that this code leads to; null when it leads nowhere. */
  async open(typed: string): Promise<string | null> {
    const code = readCode(typed);
    if (code === null) return null;
    const secret = await this.secret.get();
    const [row] = await this.writer.query<{ box: Buffer }>('select code_box as box from desk.submission where code_hash = $1', [hashOfCode(secret, code)]);
    return row === undefined ? null : boxed(secret, code, row.box).toString('base64url');
  }
}
