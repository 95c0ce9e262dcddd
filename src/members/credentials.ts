import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Invalid } from '../errors/errors.js';
import type { Role } from '../visitors/visitor.js';
import { AccountEntity } from './account.entity.js';
import { type MarkedAccount, markedFor, newMark } from './known-browser.js';
import { nameKey } from './name-key.js';
import { hashPassword, isPassword } from './passwords.js';
import { codeHash } from './recovery-code.js';
import { endSessionsOf } from './sessions.js';
import { isSuspendedAt, type Suspension } from './suspension.js';

/** A member who has proved who they are. */
export interface Proven {
  id: number;
  name: string;
  role: Role;
  /** Until when and why they may not log in; null for a member who may. */
  suspended: Suspension | null;
}

/** Checks who somebody is: by a password, or by a recovery code when the password is lost. */
@Injectable()
export class Credentials {
  constructor(private readonly writer: Writer) {}

  /** The member of this name and password, or null, after the same work whether or not there is such a name. */
  async check(name: string, password: string, now: Date): Promise<Proven | null> {
    const [found] = await this.writer.query<
      Pick<Proven, 'id' | 'name' | 'role'> & Suspension & { passwordHash: string; suspended: boolean }
    >(
      `select m.id, m.name, m.role, ${isSuspendedAt('$2')} as suspended, a.suspended_until as until,
        a.suspended_for as why, a.password_hash as "passwordHash"
         from member m join private.account a on a.member_id = m.id where m.name_key = $1`,
      [nameKey(name), now],
    );
    const fits = await isPassword(found?.passwordHash ?? null, password);
    if (!fits || found === undefined) return null;
    const { id, name: known, role, until, why, suspended } = found;
    return { id, name: known, role, suspended: suspended ? { until, why } : null };
  }

  /** What marks a browser as one in which this member has logged in (known-browser.ts). */
  async newMark(member: number, now: Date): Promise<string> {
    const { passwordHash } = await this.writer
      .repository(AccountEntity)
      .findOneOrFail({ where: { memberId: member }, select: { passwordHash: true } });
    return newMark({ member, passwordHash }, now);
  }

  /** The id in a browser's mark when the member of this name has logged in there, else null. */
  async markedFor(name: string, mark: string, now: Date): Promise<string | null> {
    const [account] = await this.writer.query<MarkedAccount>(
      `select m.id as member, a.password_hash as "passwordHash"
         from member m join private.account a on a.member_id = m.id where m.name_key = $1`,
      [nameKey(name)],
    );
    return account === undefined ? null : markedFor(account, mark, now);
  }

  /**
   * Sets a new password for somebody who knows the name and an unused code; the code is used up and all sessions end.
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
      await tx.repository(AccountEntity).update({ memberId: used.member }, { passwordHash });
      await endSessionsOf(tx, used.member);
      return used.member;
    });
  }
}
