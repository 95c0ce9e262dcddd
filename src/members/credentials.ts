import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Invalid } from '../errors/errors.js';
import type { Role } from '../visitors/visitor.js';
import { AccountEntity } from './account.entity.js';
import { nameKey } from './name-key.js';
import { hashPassword, isPassword } from './passwords.js';
import { codeHash } from './recovery-code.js';
import { endSessionsOf } from './sessions.js';

/** Who proved to be a member. */
export interface Proven {
  id: number;
  name: string;
  role: Role;
  suspended: boolean;
}

/** Proving who one is: by a password, or by a code from paper when the password is lost. */
@Injectable()
export class Credentials {
  constructor(private readonly writer: Writer) {}

  /** The member of this name and password, or null, after the same work whether or not there is such a name. */
  async check(name: string, password: string): Promise<Proven | null> {
    const [found] = await this.writer.query<Proven & { passwordHash: string }>(
      `select m.id, m.name, m.role, a.suspended_at is not null as suspended, a.password_hash as "passwordHash"
         from member m join private.account a on a.member_id = m.id where m.name_key = $1`,
      [nameKey(name)],
    );
    const fits = await isPassword(found?.passwordHash ?? null, password);
    if (!fits || found === undefined) return null;
    const { passwordHash: _, ...proven } = found;
    return proven;
  }

  /**
   * A new password for whoever has the name and an unused code; the code is used up and all sessions end.
   * @returns the member's id
   * @throws Invalid, the same for a wrong name and for a wrong code.
   */
  async recover(name: string, code: string, password: string): Promise<number> {
    const passwordHash = await hashPassword(password);
    return this.writer.transaction(async (tx) => {
      const [used] = await tx.query<{ member: number }>(
        `delete from private.recovery_code c using member m
          where m.name_key = $1 and c.member_id = m.id and c.code_hash = $2 returning c.member_id as member`,
        [nameKey(name), codeHash(code)],
      );
      if (used === undefined) throw new Invalid({ code: 'wrong-code' });
      await tx.manager.update(AccountEntity, { memberId: used.member }, { passwordHash });
      await endSessionsOf(tx, used.member);
      return used.member;
    });
  }
}
