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

/** What hosts decide who admit each person themselves. Whether somebody is a host is the caller's question. */
@Injectable()
export class Admissions {
  /**
   * Whoever is admitted gets seats, or stands in the line where there are none. Of two hosts who admit one person the
   * second finds it done.
   *
   * @throws NotFound, Conflict with what is true now
   */
  async admit(tx: Transaction, thread: number, registration: string, now: Date): Promise<void> {
    await decide(tx, { thread, registration, to: 'waiting', done: ['seated', 'waiting'] }, now);
  }

  /** @throws NotFound, Conflict with what is true now */
  async decline(tx: Transaction, thread: number, registration: string, now: Date): Promise<void> {
    await decide(tx, { thread, registration, to: 'declined', done: ['declined'] }, now);
  }
}

interface Deciding {
  thread: number;
  registration: string;
  to: RegistrationState;
  /** In these states it was decided so before. */
  done: RegistrationState[];
}

async function decide(tx: Transaction, { thread, registration, to, done }: Deciding, now: Date): Promise<void> {
  const [found] = await tx.query<{ date: string }>(
    'select date_id as date from private.registration where id = $1 and thread_id = $2',
    [registration, thread],
  );
  if (found === undefined) throw new NotFound();
  const held = await lockDate(tx, thread, found.date);
  if (held === null) throw new Conflict('workshop-gone');
  const [row] = await tx.query<{ state: RegistrationState }>(
    'select state from private.registration where id = $1 for update',
    [registration],
  );
  if (row === undefined) throw new NotFound();
  if (done.includes(row.state)) return;
  if (row.state !== 'asked') throw new Conflict(NOW_IS[row.state]);
  await tx.query('update private.registration set state = $2 where id = $1', [registration, to]);
  await settleSeats(tx, held, now);
}
