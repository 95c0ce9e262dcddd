import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Invalid, NotFound } from '../errors/errors.js';
import { refusedRegistration } from '../workshops/visible-workshop.js';
import { type CheckedRegistration, checkedRegistration, type TypedRegistration } from './checked-registration.js';
import { registeredBy, type RegistrationOwner } from './registration-owner.js';
import type { Remind } from '../workshops/registering.js';
import type { RegistrationState } from './registration-states.js';
import { askWhose, tellOf } from './telling/tell-of.js';
import { beginsAs, type SeatDate, lockDate, poolOf, settleSeats, takenSeats } from './seats.js';

/** The fields of a form that were sent; the others keep their values. */
export type TypedChange = { [F in keyof TypedRegistration]?: TypedRegistration[F] | undefined };

interface Row {
  id: string;
  thread: number;
  date: string;
  part: string | null;
  persons: number;
  state: RegistrationState;
  name: string;
  help: boolean;
  remind: Remind[];
  email: string;
  member: number | null;
}

/** Lets people change and cancel their own registrations. */
@Injectable()
export class RegistrationChanges {
  constructor(private readonly writer: Writer) {}

  /**
   * `member` is who asks; with `mine` they keep it among theirs. After `letterWait` ms a letter asks about an address
   * that is new.
   *
   * @throws NotFound for what is not theirs, Invalid for a wrong field and where more persons or another part find no
   * seats (then all stays as it is), Conflict with the reason where the date takes no changes any more
   */
  async change(
    owner: RegistrationOwner,
    typed: TypedChange,
    { member, now, letterWait = 0 }: { member: number | null; now: Date; letterWait?: number },
  ): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const { date, row } = await lockRegistration(tx, owner);
      if (row.state === 'cancelled') throw new Conflict('registration-cancelled');
      if (row.state === 'declined') throw new Conflict('already-declined');
      if (date === null) throw new Conflict('workshop-gone');
      const wanted = checkedRegistration({ ...standing(row), ...defined(typed) });
      if (date.state === 'cancelled') throw new Conflict('cancelled-date');
      if (date.startsAt <= now) throw new Conflict(date.endsAt <= now ? 'over-date' : 'begun-date');
      const state = await nextState(tx, { date, row, wanted }, now);
      const keeps = wanted.mine ? (row.member ?? member) : null;
      await tx.query(
        `update private.registration set part_id = $2, persons = $3, state = $4, name = $5, help = $6, remind = $7,
           email_confirmed_at = case when email = $8 then email_confirmed_at end,
           mail_token_hash = case when email = $8 then mail_token_hash end, email = nullif($8, ''), member_id = $9,
           position = case when state = 'maybe' and $4 <> 'maybe' then (select max(o.position) + 1
             from private.registration o where o.date_id = $10) else position end
         where id = $1`,
        [
          row.id,
          wanted.part,
          wanted.persons,
          state,
          wanted.name,
          wanted.help,
          wanted.remind,
          wanted.email,
          keeps,
          date.id,
        ],
      );
      await settleSeats(tx, date, now);
      await tellOf(tx, row.id, now);
      if (wanted.email !== '' && wanted.email !== row.email) await askWhose(tx, row.id, letterWait);
    });
  }

  /**
   * Cancels a registration: its seats are free, and nothing of it is kept but the way to its page. Cancelled twice it
   * stays cancelled. @throws NotFound
   */
  async cancel(owner: RegistrationOwner, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const { date, row } = await lockRegistration(tx, owner);
      await tx.query(
        `update private.registration set state = 'cancelled', persons = 1, name = '', help = false, remind = '{}',
           email = null, email_confirmed_at = null, arrived = false where id = $1`,
        [row.id],
      );
      if (date !== null) await settleSeats(tx, date, now);
      await tellOf(tx, row.id, now);
    });
  }
}

/** Locks the date before the registration, as all code does that gives seats away. */
async function lockRegistration(
  tx: Transaction,
  owner: RegistrationOwner,
): Promise<{ date: SeatDate | null; row: Row }> {
  const { where, values } = registeredBy(owner);
  const [found] = await tx.query<{ thread: number; date: string }>(
    `select r.thread_id as thread, r.date_id as date from private.registration r where ${where}`,
    values,
  );
  if (found === undefined) throw new NotFound();
  const date = await lockDate(tx, found.thread, found.date);
  const [row] = await tx.query<Row>(
    `select r.id, r.thread_id as thread, r.date_id as date, r.part_id as part, r.persons, r.state, r.name, r.help,
       r.remind, coalesce(r.email, '') as email, r.member_id as member
     from private.registration r where ${where} for update`,
    values,
  );
  if (row === undefined) throw new NotFound();
  return { date, row };
}

function standing({ part, persons, state, name, help, remind, email, member }: Row): TypedRegistration {
  const answer = state === 'maybe' ? 'maybe' : 'yes';
  return { part: part ?? '', persons: String(persons), answer, name, help, remind, email, mine: member !== null };
}

function defined(typed: TypedChange): Partial<TypedRegistration> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}

/** Whoever has seats never loses them by asking for more: then the answer says that there are none. */
async function nextState(
  tx: Transaction,
  { date, row, wanted }: { date: SeatDate; row: Row; wanted: CheckedRegistration },
  now: Date,
): Promise<RegistrationState> {
  const moves = wanted.part !== row.part;
  const pool = await poolOf(tx, date, wanted.part);
  if (pool === null && moves) throw new Invalid({ part: 'part-unknown' });
  if (wanted.answer === 'maybe') return 'maybe';
  const wantsMore = row.state === 'maybe' || wanted.persons > row.persons || moves;
  const refused = refusedRegistration(date, date, now);
  if (wantsMore && refused !== null) throw new Conflict(refused);
  if (row.state === 'maybe') return beginsAs('yes', date);
  if (row.state === 'asked' || !wantsMore || pool === null) return row.state;
  if (date.admission === 'hosts' && wanted.persons > row.persons) throw new Invalid({ persons: 'persons-admitted' });
  if (row.state === 'waiting') return 'waiting';
  const before = await poolOf(tx, date, row.part);
  const own = before?.id === pool.id ? row.persons : 0;
  const taken = await takenSeats(tx, date.id, pool.id);
  if (pool.seats !== null && taken - own + wanted.persons > pool.seats)
    throw new Invalid(moves ? { part: 'part-full' } : { persons: 'persons-no-seats' });
  return 'seated';
}
