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

/** Who may do what, and who may not be here any more. Used by administrators at /members and on the command line. */
@Injectable()
export class Roles {
  constructor(private readonly writer: Writer) {}

  /**
   * Gives a role. `categories` limits a moderator to these; none means all, and no other role has any. Whoever gets
   * another role logs in anew, so that no open page or socket outlives what it was opened with.
   * @throws NotFound, Invalid when one of the categories does not exist, and Conflict when the last administrator would be gone.
   */
  async change(member: number, role: Role, now: Date, categories: readonly number[] = []): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const former = await lockMember(tx, member, now);
      if (role !== 'administrator') former.mayLeave();
      await tx.manager.update(MemberEntity, { id: member }, { role });
      await tx.query('delete from desk.moderator_category where member_id = $1', [member]);
      // What leads to the desk from outside goes with the desk, and does not come back with it.
      if (role !== 'moderator' && role !== 'administrator') await tx.query('delete from private.desk_feed where member_id = $1', [member]);
      if (role === 'moderator') await limit(tx, member, new Set(categories));
      if (former.role !== role) await endSessionsOf(tx, member);
      await tx.tell({ news: 'MemberChanged', member });
    });
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
    const [found] = await this.writer.query<{ id: number; name: string; role: Role }>(
      'select id, name, role from member where name_key = $1', [nameKey(name)],
    );
    if (found === undefined) throw new NotFound();
    return found;
  }
}

/** A category that is not there must not be left out: without any, a moderator would be one of all. */
async function limit(tx: Transaction, member: number, categories: ReadonlySet<number>): Promise<void> {
  const limits = await tx.query(
    `insert into desk.moderator_category (member_id, category_id) select $1, id from category where id = any($2::int[])
     returning category_id`,
    [member, [...categories]],
  );
  if (limits.length < categories.size) throw new Invalid({ categories: 'wrong-value' });
}
