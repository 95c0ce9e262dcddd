import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import type { Slice } from '../threads/visible.js';
import type { Role } from '../visitors/visitor.js';
import { isSuspendedAt } from './suspension.js';

export interface MemberLine {
  id: number;
  name: string;
  role: Role;
  joinedOn: Date;
  suspended: boolean;
  /** Categories that a moderator is limited to; null for all. */
  moderates: number[] | null;
}

const ON_A_PAGE = 50;

/** All members by name, for administrators. */
@Injectable()
export class Directory {
  constructor(private readonly writer: Writer) {}

  /** The members whose names follow that of the member `after`; the cursor is the last one's id. */
  async page(after: number | null, now: Date): Promise<Slice<MemberLine>> {
    const rows = await this.writer.query<Omit<MemberLine, 'joinedOn'> & { joinedOn: string }>(
      `select m.id, m.name, m.role, m.joined_on::text as "joinedOn", ${isSuspendedAt('$3')} as suspended,
              (select array_agg(c.category_id order by c.category_id) from desk.moderator_category c
                where c.member_id = m.id) as moderates
         from member m join private.account a on a.member_id = m.id
        where $1::int is null
           or (m.name collate "fr-x-icu", m.id) > (select l.name collate "fr-x-icu", l.id from member l where l.id = $1)
        order by m.name collate "fr-x-icu", m.id limit $2`,
      [after, ON_A_PAGE + 1, now],
    );
    const shown = rows.slice(0, ON_A_PAGE).map((row) => ({ ...row, joinedOn: new Date(row.joinedOn) }));
    return { rows: shown, next: rows.length > ON_A_PAGE ? String(shown.at(-1)?.id) : null };
  }
}
