import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { awaitsColleague } from '../desk/queue/awaits-colleague.js';
import { isSuspendedAt } from '../members/suspension.js';
import { hashOf } from '../submissions/token-hash.js';
import { addressMadeAt, makeAddress, revokeAddress } from './secret-address.js';

const TABLE = 'private.desk_feed';

/**
 * What a moderator's feed says: numbers and dates, and nothing that anybody wrote. Without a category: texts about
 * members.
 */
export interface FeedLine {
  category: { slug: string; name: string } | null;
  count: number;
  oldest: Date;
}

/**
 * The queue in a feed reader, by a secret address that its moderator makes, renews and revokes. It opens nothing else.
 */
@Injectable()
export class DeskFeeds {
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

  /**
   * The categories of this moderator in which a submission waits for them; null for a token that is not valid. Read
   * again each time, because roles change.
   */
  async open(token: string, now: Date): Promise<{ language: 'fr' | 'en' | null; lines: FeedLine[] } | null> {
    const [owner] = await this.writer.query<{ member: number; role: string; language: 'fr' | 'en' | null }>(
      `select m.id as member, m.role, a.language from private.desk_feed f join member m on m.id = f.member_id
        join private.account a on a.member_id = m.id
       where f.token_hash = $1 and m.role in ('moderator', 'administrator') and not ${isSuspendedAt('$2')}`,
      [hashOf(token), now],
    );
    if (owner === undefined) return null;
    const lines = await this.writer.query<FeedLine>(
      `select case when c.id is not null then jsonb_build_object('slug', c.slug, 'name', c.name) end as category,
        count(*)::int as count,
         min(s.written_at) as oldest
       from desk.submission s left join category c on c.id = s.category_id
       where s.status = 'waiting' and not ${awaitsColleague('$1', '$3')}
       and ($2 = 'administrator' or not exists (select from desk.moderator_category l
         where l.member_id = $1)
         or exists (select from desk.moderator_category l where l.member_id = $1 and l.category_id = c.id))
       group by c.id order by c.position, c.id`,
      [owner.member, owner.role, now],
    );
    return { language: owner.language, lines };
  }
}
