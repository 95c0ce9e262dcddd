import { Injectable } from '@nestjs/common';
import { unseenList } from '../../database/unseen-list.js';
import { Writer } from '../../database/writer.js';
import type { Visitor } from '../../visitors/visitor.js';

/** An open page of the desk asks again each minute, so a moderator is counted as present for a little over two. */
const HERE = 2.5 * 60_000;
const OFTEN = 30_000;

/**
 * Who is at the desk now: moderators who have loaded it in the last minutes, with or without scripts, in any process.
 */
@Injectable()
export class Presence {
  private readonly noted = new Map<number, number>();

  constructor(private readonly writer: Writer) {}

  /** Notes that this moderator looks at the queue; written down at most twice a minute. */
  async note({ member }: Visitor, now: Date): Promise<void> {
    if (member === null || Math.abs(now.getTime() - (this.noted.get(member.id) ?? 0)) < OFTEN) return;
    this.noted.set(member.id, now.getTime());
    await this.writer.query(
      `insert into desk.presence (member_id, seen_at) values ($1, $2)
       on conflict (member_id) do update set seen_at = greatest(desk.presence.seen_at, $2)`,
      [member.id, now],
    );
  }

  /** Names of the others who are there and have a category in common with this moderator. */
  async colleagues(moderator: Visitor, now: Date): Promise<string[]> {
    const rows = await this.writer.query<{ name: string }>(
      `select m.name from desk.presence p join member m on m.id = p.member_id
       where p.seen_at > $1 and p.seen_at <= $2 and m.id <> $3 and m.role in ('moderator', 'administrator')
       and (${unseenList('$4', 'int')} is null or m.role = 'administrator'
         or not exists (select 1 from desk.moderator_category c where c.member_id = m.id)
         or exists (select 1 from desk.moderator_category c where c.member_id = m.id
           and c.category_id = any${unseenList('$4', 'int')}))
       order by m.name`,
      [new Date(now.getTime() - HERE), new Date(now.getTime() + HERE), moderator.member?.id ?? 0, moderator.desk],
    );
    return rows.map(({ name }) => name);
  }
}
