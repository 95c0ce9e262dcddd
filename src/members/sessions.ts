import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import type { Role } from '../visitors/visitor.js';
import { SessionEntity } from './session.entity.js';
import { dayOf, sessionEnd } from './session-life.js';

const MINUTE = 60_000;

/** An open session, as its own member sees it: no address and no device, since neither is known. */
export interface OpenSession {
  /** Hash of the token in hex, by which the program names the session. */
  session: string;
  createdAt: Date;
  seenOn: Date;
}

/** The sessions of logged-in members. The token is sent once, in a cookie; only its hash is stored. */
@Injectable()
export class Sessions {
  constructor(private readonly writer: Writer) {}

  /**
   * A new session and its token, 256 bits in base64url. `former` is the session of the same browser, if any: it ends.
   */
  async begin(member: { id: number; role: Role }, now: Date, former: string | null = null): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const createdAt = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
    await this.writer.transaction(async (tx) => {
      if (former !== null) await endSession(tx, former);
      await tx.repository(SessionEntity).delete({ expiresAt: LessThanOrEqual(now) });
      await tx.repository(SessionEntity).insert({
        tokenHash: tokenHash(token),
        memberId: member.id,
        createdAt,
        seenOn: dayOf(now),
        expiresAt: sessionEnd(member.role, createdAt, now),
      });
    });
    return token;
  }

  async end(session: string): Promise<void> {
    await this.writer.transaction((tx) => endSession(tx, session));
  }

  /** Ends every session of a member but this one. */
  async endOthers(member: number, session: string | null): Promise<void> {
    await this.writer.transaction((tx) => endSessionsOf(tx, member, session));
  }

  /** Open sessions, the newest first. */
  async of(member: number, now: Date): Promise<OpenSession[]> {
    const rows = await this.writer.repository(SessionEntity).find({
      where: { memberId: member, expiresAt: MoreThan(now) },
      order: { createdAt: 'DESC' },
    });
    return rows.map(({ tokenHash: hash, createdAt, seenOn }) => ({
      session: hash.toString('hex'),
      createdAt,
      seenOn: new Date(seenOn),
    }));
  }
}

/** What is stored of a token. */
export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

async function endSession(tx: Transaction, session: string): Promise<void> {
  const { affected } = await tx.repository(SessionEntity).delete({ tokenHash: Buffer.from(session, 'hex') });
  if (affected === 1) await tx.tell({ news: 'SessionEnded', session });
}

/**
 * Ends all sessions of a member, or all but one, and says so: their sockets close and their cookies are worth nothing.
 */
export async function endSessionsOf(tx: Transaction, member: number, except: string | null = null): Promise<void> {
  const ended = await tx.query<{ session: string }>(
    `delete from private.session where member_id = $1 and token_hash is distinct from $2
      returning encode(token_hash, 'hex') as session`,
    [member, except === null ? null : Buffer.from(except, 'hex')],
  );
  for (const { session } of ended) await tx.tell({ news: 'SessionEnded', session });
}
