import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/config.js';
import type { Queries, Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { awaitsColleague } from '../desk/queue/awaits-colleague.js';
import { defineJob } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { memberAddressee } from './addressees.js';
import type { LetterContent } from './letter-content.js';
import { addressKey } from './keys.js';
import { Outbox } from './outbox.js';

export const ALERTS = defineJob('alerts', z.strictObject({}), { every: 10 * 60_000 });

const HOUR = 3_600_000;

interface Overdue {
  member: number;
  category: number;
  /** Null for what waits about members. */
  slug: string | null;
}

/** Stands for a category where submissions are about members and have none. */
const PEOPLE = 0;
const PLACES = `(select id, slug, position from category union all select ${PEOPLE}, null, null)`;

/** Members of the team by the categories that they moderate: `a` is the account, `m` the member, `c` one of PLACES. */
const MODERATES = `m.role = 'administrator' or (m.role = 'moderator' and (
  not exists (select from desk.moderator_category l where l.member_id = m.id)
  or exists (select from desk.moderator_category l where l.member_id = m.id and l.category_id = c.id)))`;

/**
 * Tells a moderator that a submission of a category has waited too long for them: once, until none does any more. What
 * they have agreed to or may not judge waits for a colleague.
 */
@Injectable()
export class Alerts {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Pick<Config, 'alertHours'>,
  ) {
    jobs.does(ALERTS, (_, { now }) => this.look(now));
  }

  async look(now: Date): Promise<void> {
    if (!this.outbox.isOpen || this.config.alertHours === 0) return;
    await this.writer.transaction(async (tx) => {
      const overdue = await this.overdue(tx, now);
      const of = [overdue.map(({ member }) => member), overdue.map(({ category }) => category)];
      await tx.query(
        `delete from desk.alert a where not exists (
          select from unnest($1::int[], $2::int[]) o (member, category)
          where o.member = a.member_id and o.category = a.category_id)`,
        of,
      );
      const fresh = await tx.query<{ member: number }>(
        `insert into desk.alert (member_id, category_id, begun_at)
          select o.member, o.category, $3 from unnest($1::int[], $2::int[]) o (member, category)
          on conflict do nothing returning member_id as member`,
        [...of, now],
      );
      await this.tell(tx, new Set(fresh.map(({ member }) => member)), now);
    });
  }

  /** For each member of the team the categories in which a submission waits for them longer than it should. */
  private overdue(from: Queries, now: Date, member: number | null = null): Promise<Overdue[]> {
    const since = new Date(now.getTime() - this.config.alertHours * HOUR);
    return from.query<Overdue>(
      `select m.id as member, c.id as category, c.slug from member m cross join ${PLACES} c
       where (${MODERATES}) and ($3::int is null or m.id = $3) and exists (
         select from desk.submission s where s.status = 'waiting' and coalesce(s.category_id, ${PEOPLE}) = c.id
           and s.written_at <= $1 and not ${awaitsColleague('m.id', '$2')})
       order by m.id, c.position, c.id`,
      [since, now, member],
    );
  }

  private async tell(tx: Transaction, team: Set<number>, now: Date): Promise<void> {
    const secret = await this.secret.get();
    for (const member of team) {
      const addressee = await memberAddressee(tx, { member, kind: 'alert' }, now);
      if (addressee !== null)
        await this.outbox.add(tx, { kind: 'alert', addressKey: addressKey(secret, addressee.address), member }, now);
    }
  }

  /** A link to the queue of each of these categories; null when all of it was decided in the meantime. */
  async letter(from: Queries, member: number, now: Date): Promise<LetterContent | null> {
    const addressee = await memberAddressee(from, { member, kind: 'alert' }, now);
    const rows = await this.overdue(from, now, member);
    if (addressee === null || rows.length === 0) return null;
    const links: LetterContent['links'] = rows.map(({ slug }) => ({
      lead: 'queue',
      path: slug === null ? '/desk?kind=profile' : `/desk?category=${slug}`,
    }));
    return {
      to: addressee.address,
      language: addressee.language,
      subject: 'alert',
      says: 'alert',
      links,
      stop: { of: 'member', member, kind: 'alert' },
    };
  }
}
