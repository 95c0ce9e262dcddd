import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Invalid, NotFound } from '../errors/errors.js';
import type { Role } from '../visitors/visitor.js';
import { AccountEntity } from './account.entity.js';
import { MemberEntity } from './member.entity.js';
import { nameKey } from './name-key.js';
import { endSessionsOf } from './sessions.js';

/** Who may do what, and who may not be here any more. Used by administrators at /members and on the command line. */
@Injectable()
export class Roles {
  constructor(private readonly writer: Writer) {}

  /**
   * Gives a role. `categories` limits a moderator to these; none means all, and no other role has any. Whoever gets
   * another role logs in anew, so that no open page or socket outlives what it was opened with.
   * @throws NotFound, Invalid when one of the categories does not exist, and Conflict when the last administrator would be gone.
   */
  async change(member: number, role: Role, categories: readonly number[] = []): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const former = await lock(tx, member);
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

  /** Ends all sessions and lets nobody in; what was published stays. @throws NotFound, Conflict as above. */
  async suspend(member: number, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      (await lock(tx, member)).mayLeave();
      await tx.manager.update(AccountEntity, { memberId: member }, { suspendedAt: now });
      await endSessionsOf(tx, member);
      await tx.tell({ news: 'MemberChanged', member });
    });
  }

  /** Lets a suspended member log in again. */
  async reinstate(member: number): Promise<void> {
    await this.writer.transaction(async (tx) => {
      await lock(tx, member);
      await tx.manager.update(AccountEntity, { memberId: member }, { suspendedAt: null });
      await tx.tell({ news: 'MemberChanged', member });
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

interface Locked {
  role: Role;
  /** @throws Conflict when there is no other administrator who could log in. */
  mayLeave(): void;
}

/**
 * Locks a member together with all administrators, in one order: two who demote each other at once come one after
 * the other, and the second is refused.
 */
async function lock(tx: Transaction, member: number): Promise<Locked> {
  const rows = await tx.query<{ id: number; role: Role; suspended: boolean }>(
    `select m.id, m.role, a.suspended_at is not null as suspended
       from member m join private.account a on a.member_id = m.id
      where m.id = $1 or m.role = 'administrator' order by m.id for update of m`,
    [member],
  );
  const found = rows.find(({ id }) => id === member);
  if (found === undefined) throw new NotFound();
  const others = rows.filter(({ id, role, suspended }) => id !== member && role === 'administrator' && !suspended);
  return {
    role: found.role,
    mayLeave() {
      if (found.role === 'administrator' && others.length === 0) throw new Conflict('last-administrator');
    },
  };
}
