import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/config.js';
import type { Queries, Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { defineJob } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { memberAddressee } from './addressees.js';
import type { Drawn } from './drawn.js';
import { addressKey } from './keys.js';
import { Outbox } from './outbox.js';

export const ALERTS = defineJob('alerts', z.strictObject({}), { every: 10 * 60_000 });

const HOUR = 3_600_000;

/** In the place of a category, for what waits about members and not in one. */
const PEOPLE = 0;
const PLACES = `(select id, slug, position from category union all select ${PEOPLE}, null, null)`;

/** Members of the team by the categories that they moderate: `a` is the account, `m` the member, `c` one of PLACES. */
const MODERATES = `m.role = 'administrator' or (m.role = 'moderator' and (
  not exists (select from desk.moderator_category l where l.member_id = m.id)
  or exists (select from desk.moderator_category l where l.member_id = m.id and l.category_id = c.id)))`;

/** Tells the moderators of a category that something has waited for too long there: once, until nothing has any more. */
@Injectable()
export class Alerts {
  constructor(
    jobs: Jobs, private readonly writer: Writer, private readonly secret: InstallationSecret, private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Pick<Config, 'alertHours'>,
  ) {
    jobs.does(ALERTS, (_, { now }) => this.look(now));
  }

  async look(now: Date): Promise<void> {
    if (!this.outbox.isOpen || this.config.alertHours === 0) return;
    await this.writer.transaction(async (tx) => {
      const overdue = await this.overdue(tx, now);
      await tx.query('delete from desk.alert where category_id <> all($1::int[])', [overdue]);
      const fresh = await tx.query<{ category: number }>(
        'insert into desk.alert (category_id, begun_at) select unnest($1::int[]), $2 on conflict do nothing returning category_id as category', [overdue, now],
      );
      if (fresh.length > 0) await this.tell(tx, fresh.map(({ category }) => category), now);
    });
  }

  /** Categories in which something waits longer than it should. */
  private async overdue(from: Queries, now: Date): Promise<number[]> {
    const since = new Date(now.getTime() - this.config.alertHours * HOUR);
    const rows = await from.query<{ category: number }>(
      `select distinct coalesce(category_id, ${PEOPLE}) as category from desk.submission where status = 'waiting' and written_at <= $1 order by 1`,
      [since],
    );
    return rows.map(({ category }) => category);
  }

  private async tell(tx: Transaction, categories: number[], now: Date): Promise<void> {
    const team = await tx.query<{ id: number }>(
      `select distinct m.id from member m cross join ${PLACES} c where c.id = any($1) and (${MODERATES}) order by m.id`, [categories],
    );
    const secret = await this.secret.get();
    for (const { id: member } of team) {
      const addressee = await memberAddressee(tx, { member, kind: 'alert' }, now);
      if (addressee !== null) await this.outbox.add(tx, { kind: 'alert', addressKey: addressKey(secret, addressee.address), member }, now);
    }
  }

  /** A link to the queue of each of these categories; null when all of it was decided in the meantime. */
  async letter(from: Queries, member: number, now: Date): Promise<Drawn | null> {
    const addressee = await memberAddressee(from, { member, kind: 'alert' }, now);
    const rows = await from.query<{ slug: string | null }>(
      `select c.slug from ${PLACES} c join member m on m.id = $1 where c.id = any($2) and (${MODERATES}) order by c.position, c.id`,
      [member, await this.overdue(from, now)],
    );
    if (addressee === null || rows.length === 0) return null;
    const links: Drawn['links'] = rows.map(({ slug }) => ({ lead: 'queue', path: slug === null ? '/desk?kind=profile' : `/desk?category=${slug}` }));
    return { to: addressee.address, language: addressee.language, subject: 'alert', says: 'alert', links, stop: { of: 'member', member, kind: 'alert' } };
  }
}
