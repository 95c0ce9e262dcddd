import { IsNull, Not } from 'typeorm';
import type { Queries, Transaction } from '../../database/transaction.js';
import { CaseReminderEntity } from './case-reminder.entity.js';
import { HOME, WITH_HOME } from './reminders.js';

/** The address of a reminder that nobody has confirmed yet; null where there is nothing to ask. */
export async function unconfirmedAddress(from: Queries, id: string): Promise<string | null> {
  const row = await from
    .repository(CaseReminderEntity)
    .findOneBy({ id, email: Not(IsNull()), emailConfirmedAt: IsNull() });
  return row?.email ?? null;
}

/** Its reader wants to be reminded. Answers the path of the case. */
export async function confirmReminder(tx: Transaction, id: string, email: string, now: Date): Promise<string> {
  await tx.repository(CaseReminderEntity).update({ id, email }, { emailConfirmedAt: now });
  const [row] = await tx.query<{ thread: number }>(
    `select ${HOME} as thread from private.case_reminder r ${WITH_HOME} where r.id = $1`,
    [id],
  );
  return `/thread/${row?.thread ?? 0}`;
}
