import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Invalid, NotFound } from '../errors/errors.js';
import { isSuspendedAt } from '../members/suspension.js';
import { hashOf } from '../members/set-up-link.js';
import type { Visitor } from '../visitors/visitor.js';
import { logAct } from './administration-log.js';
import { administrator } from './administrator.js';
import { InvitationEntity } from './invitation.entity.js';
import type { InvitedRole } from './invited-role.js';

const LIFE = 7 * 86_400_000;
/** As many may be open at once: nobody invites more people within a week, and the list stays one page. */
const MOST = 50;

/** What a link gives. */
export interface Invitation {
  id: number;
  role: InvitedRole;
  /** Names of the categories that a moderator is limited to; empty for all. */
  categories: string[];
  by: string;
  madeAt: Date;
  expiresAt: Date;
}

/** About a row `i`: it can still be used, and whoever made it could make it now. */
export const OPEN_INVITATION = `i.expires_at > $1 and exists (select 1 from member m join private.account a
  on a.member_id = m.id where m.id = i.made_by and m.role = 'administrator' and not ${isSuspendedAt('$1')})`;

const COLUMNS = `i.id, i.role, i.made_at as "madeAt", i.expires_at as "expiresAt",
  (select m.name from member m where m.id = i.made_by) as by,
  array(select c.name from category c where c.id = any(i.categories) order by c.position, c.id) as categories`;

/** The links by which administrators invite people with a role. */
@Injectable()
export class Invitations {
  constructor(private readonly writer: Writer) {}

  /** Those that nobody has used yet, the newest first. @throws NotFound for everybody but administrators */
  async all(visitor: Visitor, now: Date): Promise<Invitation[]> {
    administrator(visitor);
    return this.writer.query<Invitation>(
      `select ${COLUMNS} from private.invitation i where ${OPEN_INVITATION} order by i.id desc limit ${MOST}`,
      [now],
    );
  }

  /**
   * @returns the token, 192 bits in base64url, which is kept nowhere: it works once, for seven days
   * @throws Invalid when a category does not exist, Conflict when too many are open
   */
  invite(
    visitor: Visitor,
    { role, categories }: { role: InvitedRole; categories: readonly number[] },
    now: Date,
  ): Promise<string> {
    const by = administrator(visitor);
    const limits = role === 'moderator' ? [...new Set(categories)] : [];
    const token = randomBytes(24).toString('base64url');
    return this.writer.transaction(async (tx) => {
      const invitations = tx.repository(InvitationEntity);
      await invitations.delete({ expiresAt: LessThanOrEqual(now) });
      if ((await invitations.countBy({ expiresAt: MoreThan(now) })) >= MOST) throw new Conflict('invitations-full');
      await mustExist(tx, limits);
      await invitations.insert({
        tokenHash: hashOf(token),
        role,
        categories: limits,
        madeBy: by.id,
        madeAt: now,
        expiresAt: new Date(now.getTime() + LIFE),
      });
      await logAct(tx, by, { act: 'invitation-made', detail: { role } }, now);
      return token;
    });
  }

  /** The link opens nothing any more. Does nothing where it was used or has ended. */
  revoke(visitor: Visitor, id: number, now: Date): Promise<void> {
    const by = administrator(visitor);
    return this.writer.transaction(async (tx) => {
      const { affected } = await tx.repository(InvitationEntity).delete({ id });
      if (affected === 1) await logAct(tx, by, { act: 'invitation-revoked', detail: {} }, now);
    });
  }

  /** What this link gives. @throws NotFound for one that was used, revoked, has ended or never was */
  async open(token: string, now: Date): Promise<Invitation> {
    const [found] = await this.writer.query<Invitation>(
      `select ${COLUMNS} from private.invitation i where ${OPEN_INVITATION} and i.token_hash = $2`,
      [now, hashOf(token)],
    );
    if (found === undefined) throw new NotFound();
    return found;
  }
}

/** A category that does not exist must not be ignored: without any, a moderator would moderate all of them. */
async function mustExist(tx: Transaction, categories: readonly number[]): Promise<void> {
  const known = await tx.query('select 1 from category where id = any($1::int[])', [categories]);
  if (known.length < categories.length) throw new Invalid({ categories: 'wrong-value' });
}
