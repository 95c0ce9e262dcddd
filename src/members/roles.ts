import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Invalid, NotFound } from '../errors/errors.js';
import type { Role } from '../visitors/visitor.js';
import { lockMember } from './lock-member.js';
import { MemberEntity } from './member.entity.js';
import { nameKey } from './name-key.js';
import { endSessionsOf } from './sessions.js';
import { reinstateAccount, suspendAccount } from './suspension.js';

/** Gives roles, suspends members and lets them in again; for administrators, at /members and on the command line. */
@Injectable()
export class Roles {
  constructor(private readonly writer: Writer) {}

  /**
   * Gives a role. `categories` limits a moderator to these; none means all, and no other role has any. A member who
   * gets another role has to log in again, so that no open page or socket keeps the former rights.
   * @throws NotFound, Invalid when one of the categories does not exist, and Conflict when the last administrator
   * would be gone.
   */
  async change(member: number, role: Role, now: Date, categories: readonly number[] = []): Promise<void> {
    await this.writer.transaction((tx) => changeRole(tx, member, { role, categories }, now));
  }

  /** For ever, as the command line does it; the desk says until when and why. @throws NotFound, Conflict as above. */
  async suspend(member: number, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      (await lockMember(tx, member, now)).mayLeave();
      await suspendAccount(tx, member, { until: null, why: null }, now);
    });
  }

  /** Lets a suspended member log in again. */
  async reinstate(member: number, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      await lockMember(tx, member, now);
      await reinstateAccount(tx, member);
    });
  }

  /** The member of a name, as it is typed at the command line. @throws NotFound */
  async find(name: string): Promise<{ id: number; name: string; role: Role }> {
    const found = await this.writer.repository(MemberEntity).findOneBy({ nameKey: nameKey(name) });
    if (found === null) throw new NotFound();
    return found;
  }
}

/** The same within a transaction that gives a role for another reason. */
export async function changeRole(
  tx: Transaction,
  member: number,
  { role, categories }: { role: Role; categories: readonly number[] },
  now: Date,
): Promise<void> {
  const former = await lockMember(tx, member, now);
  if (role !== 'administrator') former.mayLeave();
  await tx.repository(MemberEntity).update({ id: member }, { role });
  await tx.query('delete from desk.moderator_category where member_id = $1', [member]);
  // A member who loses the desk also loses the secret address of its feed, and does not get it back with the desk.
  if (role !== 'moderator' && role !== 'administrator')
    await tx.query('delete from private.desk_feed where member_id = $1', [member]);
  if (role === 'moderator') await limitTo(tx, member, new Set(categories));
  if (former.role !== role) await endSessionsOf(tx, member);
  await tx.tell({ news: 'MemberChanged', member });
}

/**
 * Limits a moderator to these categories; none means all. One that does not exist must not be ignored: without any
 * category, a moderator would moderate all of them.
 */
export async function limitTo(tx: Transaction, member: number, categories: ReadonlySet<number>): Promise<void> {
  const limits = await tx.query(
    `insert into desk.moderator_category (member_id, category_id) select $1, id from category where id = any($2::int[])
     returning category_id`,
    [member, [...categories]],
  );
  if (limits.length < categories.size) throw new Invalid({ categories: 'wrong-value' });
}
