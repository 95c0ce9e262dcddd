import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Conflict, NotFound } from '../errors/errors.js';
import type { RegistrationState } from './registration-states.js';
import { lockDate, settleSeats } from './seats.js';

const NOW_IS: Record<RegistrationState, string> = {
  seated: 'already-admitted',
  waiting: 'already-admitted',
  asked: 'already-asked',
  declined: 'already-declined',
  maybe: 'registration-maybe',
  cancelled: 'registration-cancelled',
};

/** Lets hosts decide who may come. The caller has to ask whether somebody is a host. */
@Injectable()
export class Admissions {
  /**
   * Whoever is admitted gets seats, or stands in the line where there are none. Of two hosts who admit one person the
   * second finds it done. Whoever was declined may be admitted after all, at their place in the line.
   *
   * @returns the date where somebody comes back. @throws NotFound, Conflict with what is true now
   */
  admit(
    tx: Transaction,
    thread: number,
    registration: string,
    now: Date,
    was?: RegistrationState,
  ): Promise<string | null> {
    return decide(tx, { thread, registration, was, ...ADMIT }, now);
  }

  /**
   * Declines a registration, even one that was admitted before or did not need to be: its seats are free for the next
   * ones in the line.
   *
   * @returns the date where seats, or a place in the line, were taken back. @throws NotFound, Conflict with what is
   * true now
   */
  decline(
    tx: Transaction,
    thread: number,
    registration: string,
    now: Date,
    was?: RegistrationState,
  ): Promise<string | null> {
    return decide(tx, { thread, registration, was, ...DECLINE }, now);
  }
}

interface Deciding {
  thread: number;
  registration: string;
  /** The state that the host has seen who decides. */
  was: RegistrationState | undefined;
  to: RegistrationState;
  from: RegistrationState[];
  /** In these states the same has been decided before. */
  done: RegistrationState[];
}

const ADMIT = { to: 'waiting', from: ['asked', 'declined'], done: ['seated', 'waiting'] } satisfies Partial<Deciding>;
const DECLINE = {
  to: 'declined',
  from: ['asked', 'seated', 'waiting', 'maybe'],
  done: ['declined'],
} satisfies Partial<Deciding>;

async function decide(
  tx: Transaction,
  { thread, registration, was, to, from, done }: Deciding,
  now: Date,
): Promise<string | null> {
  // Nothing is to be decided about somebody who came without a registration (and has no box for the code).
  const [found] = await tx.query<{ date: string }>(
    `select date_id as date from private.registration
     where id = $1 and thread_id = $2 and octet_length(code_box) > 0`,
    [registration, thread],
  );
  if (found === undefined) throw new NotFound();
  const date = await lockDate(tx, thread, found.date);
  if (date === null) throw new Conflict('workshop-gone');
  const [row] = await tx.query<{ state: RegistrationState }>(
    'select state from private.registration where id = $1 for update',
    [registration],
  );
  if (row === undefined) throw new NotFound();
  if (done.includes(row.state)) return null;
  // Another host has decided about this person meanwhile. A host who has not seen that does not overrule it.
  const overrules = was === 'asked' && row.state !== 'asked';
  if (overrules || !from.includes(row.state)) throw new Conflict(NOW_IS[row.state]);
  await tx.query(`update private.registration set state = $2, arrived = arrived and $2 <> 'declined' where id = $1`, [
    registration,
    to,
  ]);
  await settleSeats(tx, date, now);
  return row.state === 'asked' ? null : found.date;
}
