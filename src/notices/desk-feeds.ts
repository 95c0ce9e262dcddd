import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { isSuspendedAt } from '../members/suspension.js';
import { hashOf } from '../submissions/tokens.js';

/** What a moderator's feed says: numbers and dates, and nothing that anybody wrote. Without a category: texts about members. */
export interface FeedLine {
  category: { slug: string; name: string } | null;
  count: number;
  oldest: Date;
}

/** The queue from afar, by a secret address that its owner makes, renews and revokes. It opens nothing else. */
@Injectable()
export class DeskFeeds {
  constructor(private readonly writer: Writer) {}

  /** When the address that works now was made; null without one. */
  async madeAt(member: number): Promise<Date | null> {
    const [row] = await this.writer.query<{ at: Date }>('select made_at as at from private.desk_feed where member_id = $1', [member]);
    return row?.at ?? null;
  }

  /** Answers the new token, 192 bits in base64url, which is not kept; the former one opens nothing any more. */
  async make(member: number, now: Date): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    await this.writer.query(
      `insert into private.desk_feed (member_id, token_hash, made_at) values ($1, $2, $3)
       on conflict (member_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at`,
      [member, hashOf(token), now],
    );
    return token;
  }

  async revoke(member: number): Promise<void> {
    await this.writer.query('delete from private.desk_feed where member_id = $1', [member]);
  }

  /** The categories of this moderator in which something waits; null for a token that opens nothing. Asked anew each time: roles change. */
  async open(token: string, now: Date): Promise<{ language: 'fr' | 'en' | null; lines: FeedLine[] } | null> {
    const [owner] = await this.writer.query<{ member: number; role: string; language: 'fr' | 'en' | null }>(
      `select m.id as member, m.role, a.language from private.desk_feed f join member m on m.id = f.member_id join private.account a on a.member_id = m.id
       where f.token_hash = $1 and m.role in ('moderator', 'administrator') and not ${isSuspendedAt('$2')}`,
      [hashOf(token), now],
    );
    if (owner === undefined) return null;
    const lines = await this.writer.query<FeedLine>(
      `select case when c.id is not null then jsonb_build_object('slug', c.slug, 'name', c.name) end as category, count(*)::int as count,
         min(s.written_at) as oldest
       from desk.submission s left join category c on c.id = s.category_id
       where s.status = 'waiting' and ($2 = 'administrator' or not exists (select from desk.moderator_category l where l.member_id = $1)
         or exists (select from desk.moderator_category l where l.member_id = $1 and l.category_id = c.id))
       group by c.id order by c.position, c.id`,
      [owner.member, owner.role],
    );
    return { language: owner.language, lines };
  }
}
