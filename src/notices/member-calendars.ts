import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { isSuspendedAt } from '../members/suspension.js';
import { hashOf } from '../submissions/token-hash.js';
import { addressMadeAt, makeAddress, revokeAddress } from './secret-address.js';

const TABLE = 'private.calendar_address';

/** Whose calendar an address opens. */
export interface CalendarOwner {
  member: number;
  language: 'fr' | 'en' | null;
}

/**
 * Calendars of members, each by a secret address that its member makes, renews and revokes: programs that read
 * calendars have no session. It opens nothing else.
 */
@Injectable()
export class MemberCalendars {
  constructor(private readonly writer: Writer) {}

  madeAt(member: number): Promise<Date | null> {
    return addressMadeAt(this.writer, TABLE, member);
  }

  /** Answers the new token. */
  make(member: number, now: Date): Promise<string> {
    return makeAddress(this.writer, TABLE, member, now);
  }

  revoke(member: number): Promise<void> {
    return revokeAddress(this.writer, TABLE, member);
  }

  /** Null for a token that is not valid, and while its member is suspended. */
  async open(token: string, now: Date): Promise<CalendarOwner | null> {
    const [owner] = await this.writer.query<CalendarOwner>(
      `select a.member_id as member, a.language from private.calendar_address f
       join private.account a on a.member_id = f.member_id where f.token_hash = $1 and not ${isSuspendedAt('$2')}`,
      [hashOf(token), now],
    );
    return owner ?? null;
  }
}
