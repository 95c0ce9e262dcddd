import { z } from 'zod';
import type { Transaction } from '../../database/transaction.js';
import { defineJob } from '../../jobs/job.js';
import { putDown } from '../../jobs/jobs.js';
import { learned } from './known.js';
import { standingOf } from './standing.js';

/** Somebody has given an address with a registration; src/notices asks whose it is. */
export const CONFIRM_REGISTRATION = defineJob('confirm-registration', z.strictObject({ registration: z.uuid() }));

/**
 * Begins to tell the person of a registration what changes, in the ways that the registration names. What they have
 * just read or done counts as known. To be called after each act of theirs, in its transaction.
 */
export async function tellOf(tx: Transaction, registration: string, now: Date): Promise<void> {
  await tx.query(
    `delete from private.registration_telling t using private.registration r
     where t.registration_id = r.id and r.id = $1 and (r.state = 'cancelled'
       or case t.channel when 'letter' then r.email is null else r.member_id is null end)`,
    [registration],
  );
  // A registration that a member does not keep among theirs any more is not named among their notices either.
  const unkept = await tx.query<{ member: number }>(
    `delete from private.notice n using private.registration r
     where n.registration_id = r.id and r.id = $1 and n.member_id is distinct from r.member_id
     returning n.member_id as member`,
    [registration],
  );
  for (const member of new Set(unkept.map((each) => each.member))) await tx.tell({ news: 'NoticesChanged', member });
  const standing = await standingOf(tx, registration);
  if (standing === null) return;
  await tx.query(
    `insert into private.registration_telling (registration_id, channel, knows)
     select r.id, c.channel, $2 from private.registration r, (values ('letter'), ('notice')) c (channel)
     where r.id = $1 and r.state <> 'cancelled'
       and case c.channel when 'letter' then r.email is not null else r.member_id is not null end
     on conflict (registration_id, channel) do update set knows = excluded.knows, due_at = null`,
    [registration, JSON.stringify(learned({}, standing, now))],
  );
}

/** Asks by a letter that leaves after `wait` ms whose the address is that was just given. */
export function askWhose(tx: Transaction, registration: string, wait: number): Promise<void> {
  return putDown(tx, CONFIRM_REGISTRATION, { registration }, { wait });
}

/** Stops the letters about a registration and erases the address. */
export async function forgetAddress(tx: Transaction, registration: string): Promise<void> {
  await tx.query(
    `update private.registration set email = null, email_confirmed_at = null, mail_token_hash = null where id = $1`,
    [registration],
  );
  await tx.query(`delete from private.registration_telling where registration_id = $1 and channel = 'letter'`, [
    registration,
  ]);
}
