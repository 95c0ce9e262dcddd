import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import type { Slice } from '../threads/visible.js';
import type { Role } from '../visitors/visitor.js';
import { nameKey } from './name-key.js';
import { isSuspendedAt } from './suspension.js';

export interface MemberLine {
  id: number;
  name: string;
  role: Role;
  joinedOn: Date;
  /** The last day on which they were seen in a session that still stands; null without any. */
  seenOn: Date | null;
  suspended: boolean;
  /** Categories that a moderator is limited to; null for all. */
  moderates: number[] | null;
}

export const MEMBER_ORDERS = ['name', 'seen'] as const;

/** Which members, and in which order: by name, or those first who were here last. */
export interface MemberFilter {
  /** Part of a name, however it is typed; empty for all. */
  q: string;
  role: Role | null;
  sort: (typeof MEMBER_ORDERS)[number];
}

const ON_A_PAGE = 50;
/** A later place than that of the row `l`. */
const PLACES = {
  name: `(d.name collate "fr-x-icu", d.id) > (l.name collate "fr-x-icu", l.id)`,
  seen: `(d.seen < l.seen or d.seen = l.seen and (d.name collate "fr-x-icu", d.id) > (l.name collate "fr-x-icu",
    l.id))`,
};

/** The members, for administrators. */
@Injectable()
export class Directory {
  constructor(private readonly writer: Writer) {}

  /** The members who follow the member `after` in this order; the cursor is the last one's id. */
  async page(after: number | null, { q, role, sort }: MemberFilter, now: Date): Promise<Slice<MemberLine>> {
    const rows = await this.writer.query<
      Omit<MemberLine, 'joinedOn' | 'seenOn'> & { joinedOn: string; seenOn: string | null }
    >(
      `with d as (
         select m.id, m.name, m.role, m.name_key, m.joined_on, ${isSuspendedAt('$3')} as suspended,
           coalesce(s.seen, '-infinity'::date) as seen
         from member m join private.account a on a.member_id = m.id
         left join (select member_id, max(seen_on) as seen from private.session where expires_at > $3
           group by member_id) s on s.member_id = m.id)
       select d.id, d.name, d.role, d.joined_on::text as "joinedOn", nullif(d.seen, '-infinity')::text as "seenOn",
         d.suspended, (select array_agg(c.category_id order by c.category_id) from desk.moderator_category c
           where c.member_id = d.id) as moderates
       from d left join d l on l.id = $1
       where ($1::int is null or ${PLACES[sort]}) and strpos(d.name_key, $4) > 0 and ($5::text is null or d.role = $5)
       order by ${sort === 'seen' ? 'd.seen desc,' : ''} d.name collate "fr-x-icu", d.id limit $2`,
      [after, ON_A_PAGE + 1, now, nameKey(q), role],
    );
    const shown = rows.slice(0, ON_A_PAGE).map((row) => ({
      ...row,
      joinedOn: new Date(row.joinedOn),
      seenOn: row.seenOn === null ? null : new Date(row.seenOn),
    }));
    return { rows: shown, next: rows.length > ON_A_PAGE ? String(shown.at(-1)?.id) : null };
  }
}
