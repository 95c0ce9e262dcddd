import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Forbidden, NotFound } from '../errors/errors.js';
import { createAccount, type NewAccount, type Registered } from '../members/accounts.js';
import { hashPassword } from '../members/passwords.js';
import { changeRole, limitTo } from '../members/roles.js';
import { hashOf } from '../members/set-up-link.js';
import type { Identity, Role } from '../visitors/visitor.js';
import { logAct } from './administration-log.js';
import { OPEN_INVITATION } from './invitations.js';
import type { InvitedRole } from './invited-role.js';

interface Used {
  role: InvitedRole;
  categories: number[];
}

/** Whether the link would give this member something: it never takes a right away. */
export function gainsBy(role: InvitedRole, member: Pick<Identity, 'role'>): boolean {
  return role !== 'member' && member.role !== 'administrator';
}

/** Uses an invitation up, in the transaction that gives its role: of several people at once one has it. */
@Injectable()
export class InvitationAcceptance {
  constructor(private readonly writer: Writer) {}

  /** With a new account. @throws NotFound for a link that is not good any more, Invalid for a name that is taken */
  async join(token: string, account: NewAccount, now: Date): Promise<Registered> {
    const passwordHash = await hashPassword(account.password);
    return this.writer.transaction(async (tx) => {
      const { role, categories } = await use(tx, token, now);
      const registered = await createAccount(tx, { ...account, passwordHash, role }, now);
      if (role === 'moderator') await limitTo(tx, registered.id, new Set(categories));
      await logAct(tx, registered, { act: 'invitation-used', detail: { role } }, now);
      return registered;
    });
  }

  /**
   * With the account that somebody has already; all its sessions end. @returns the role that they have now
   * @throws NotFound as above, Forbidden where the link would give them nothing
   */
  accept(token: string, member: Identity, now: Date): Promise<Role> {
    return this.writer.transaction(async (tx) => {
      const { role, categories } = await use(tx, token, now);
      if (!gainsBy(role, member)) throw new Forbidden('invitation-not-needed');
      await changeRole(tx, member.id, { role, categories }, now);
      await logAct(tx, member, { act: 'invitation-used', detail: { role } }, now);
      return role;
    });
  }
}

async function use(tx: Transaction, token: string, now: Date): Promise<Used> {
  const [used] = await tx.query<Used>(
    `delete from private.invitation i where ${OPEN_INVITATION} and i.token_hash = $2 returning i.role, i.categories`,
    [now, hashOf(token)],
  );
  if (used === undefined) throw new NotFound();
  return used;
}
