import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Queries, Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Invalid, NotFound } from '../errors/errors.js';
import { readDates } from '../publishing/workshops/date-states.js';
import type { Visitor } from '../visitors/visitor.js';
import { MOST_PERSONS } from '../workshops/registering.js';
import { Admissions } from './admissions.js';
import { newArrivalCode, readArrival, speltArrival } from './arrival-code.js';
import { Erasure } from './erasure.js';
import { hostRights } from './host-rights.js';
import type { RegistrationState } from './registration-states.js';
import { lockDate, settleSeats } from './seats.js';
import { tellStory } from '../publishing/workshops/tell-story.js';

/** A registration as hosts see it: never an address, nor an account. */
export interface TeamLine {
  id: string;
  /** Six signs, to be typed at the door. */
  code: string;
  /** Empty where none was given. */
  name: string;
  persons: number;
  /** The title of the part; empty for the whole. */
  part: string;
  /** Whether seats are counted for that part alone, and not for the date. */
  apart: boolean;
  help: boolean;
  state: RegistrationState;
  arrived: boolean;
  /** Came without having registered. */
  walkIn: boolean;
}

/** No list is longer: more people do not fit into any room. */
const MOST = 2_000;
/**
 * SQL: whoever stands at the door may come in, whatever they had answered, unless they have cancelled or hosts have
 * declined them.
 */
const MAY_COME = `state not in ('cancelled', 'declined')`;

/** Who comes to a date, and who has come: for the hosts of its workshop, and for nobody else. */
@Injectable()
export class Team {
  constructor(
    private readonly writer: Writer,
    private readonly admissions: Admissions,
    private readonly erasure: Erasure,
  ) {}

  /** By name. @throws NotFound for all but its hosts */
  async of(visitor: Visitor, thread: number, date: string, now: Date): Promise<TeamLine[]> {
    await mustRun(this.writer, visitor, thread, now);
    const rows = await this.writer.query<TeamLine>(
      `select r.id, r.arrival_code as code, r.name, r.persons, coalesce(p.title, '') as part,
         p.seats is not null as apart, r.help, r.state, r.arrived,
         octet_length(r.code_box) = 0 as "walkIn"
       from private.registration r left join workshop_part p on p.id = r.part_id
       where r.thread_id = $1 and r.date_id = $2 and r.state <> 'cancelled'
       order by r.state = 'declined', r.name = '', r.name collate "fr-x-icu", r.position limit ${MOST}`,
      [thread, date],
    );
    return rows.map((row) => ({ ...row, code: speltArrival(row.code) }));
  }

  /** @returns the id of who has arrived. @throws NotFound, Invalid for a code that nobody has there */
  arriveBy(visitor: Visitor, thread: number, typed: string, now: Date): Promise<string> {
    return this.act(visitor, thread, now, async (tx) => {
      const code = readArrival(typed);
      const [row] =
        code === null
          ? []
          : await tx.query<{ id: string }>(
              `update private.registration set arrived = true where thread_id = $1 and arrival_code = $2 and ${MAY_COME}
               returning id`,
              [thread, code],
            );
      if (row === undefined) throw new Invalid({ code: 'arrival-unknown' });
      return row.id;
    });
  }

  /** @throws NotFound */
  arrive(visitor: Visitor, thread: number, id: string, now: Date): Promise<string> {
    return this.act(visitor, thread, now, async (tx) => {
      const [row] = await tx.query(
        `update private.registration set arrived = true where thread_id = $1 and id = $2 and ${MAY_COME} returning id`,
        [thread, id],
      );
      if (row === undefined) throw new NotFound();
      return id;
    });
  }

  /** Nobody has arrived after all; of who came without a registration nothing is left. @throws NotFound */
  undo(visitor: Visitor, thread: number, id: string, now: Date): Promise<string> {
    return this.act(visitor, thread, now, async (tx) => {
      const [row] = await tx.query<{ walkIn: boolean }>(
        `update private.registration set arrived = false where thread_id = $1 and id = $2
         returning octet_length(code_box) = 0 as "walkIn"`,
        [thread, id],
      );
      if (row === undefined) throw new NotFound();
      if (row.walkIn) await tx.query('delete from private.registration where id = $1', [id]);
      return id;
    });
  }

  /**
   * Somebody has come without having registered. They take no seat of anybody, so the room is the hosts' to judge. One
   * key counts once. @throws NotFound, Invalid
   */
  walkIn(
    visitor: Visitor,
    thread: number,
    { date, persons, key }: { date: string; persons: string; key: string },
    now: Date,
  ): Promise<string> {
    return this.act(visitor, thread, now, async (tx) => {
      const many = /^\d$/.test(persons.trim()) ? Number(persons) : 0;
      if (many < 1 || many > MOST_PERSONS) throw new Invalid({ persons: 'persons-wrong' });
      const counted = await lockDate(tx, thread, date);
      if (counted === null) throw new NotFound();
      const keyHash = createHash('sha256')
        .update(JSON.stringify(['walk-in', thread, date, key]))
        .digest();
      const [known] = await tx.query<{ id: string }>('select id from private.registration where key_hash = $1', [
        keyHash,
      ]);
      if (known !== undefined) return known.id;
      const id = randomUUID();
      await tx.query(
        `insert into private.registration (id, thread_id, date_id, persons, state, position, name, help, remind,
           language, arrival_code, arrived, token_hash, code_hash, code_box, key_hash)
         values ($1, $2, $3, $4, 'maybe', (select coalesce(max(position), 0) + 1 from private.registration
           where date_id = $3), '', false, '{}', 'fr', $5, true, $6, $7, '', $8)`,
        [id, thread, date, many, newArrivalCode(), randomBytes(32), randomBytes(32), keyHash],
      );
      // No seat becomes free by it, but the date has somebody now who is to be counted and erased later.
      await settleSeats(tx, counted, now);
      return id;
    });
  }

  /** `was` is the state that the host has seen. Of two hosts the second finds it done. @throws NotFound, Conflict */
  admit(visitor: Visitor, thread: number, id: string, now: Date, was?: RegistrationState): Promise<string> {
    return this.decide('admit', { visitor, thread, id, was }, now);
  }

  /** The same. Seats that are taken back, and given again, stand in the story, without a name. */
  decline(visitor: Visitor, thread: number, id: string, now: Date, was?: RegistrationState): Promise<string> {
    return this.decide('decline', { visitor, thread, id, was }, now);
  }

  private decide(
    act: 'admit' | 'decline',
    { visitor, thread, id, was }: { visitor: Visitor; thread: number; id: string; was: RegistrationState | undefined },
    now: Date,
  ): Promise<string> {
    return this.act(visitor, thread, now, async (tx) => {
      const date = await this.admissions[act](tx, thread, id, now, was);
      const state = date === null ? undefined : (await readDates(tx, thread)).get(date);
      if (date === null || state === undefined) return id;
      const detail = { dates: [{ id: date, from: state, to: state }] };
      await tellStory(tx, thread, { by: visitor.member?.id ?? null, act, detail }, now);
      return id;
    });
  }

  /** Forgets who came to the dates that are over or cancelled. @throws NotFound, Conflict where none is */
  erase(visitor: Visitor, thread: number, now: Date): Promise<void> {
    return this.act(visitor, thread, now, (tx) => this.erasure.ofWorkshop(tx, thread, now));
  }

  private act<T>(visitor: Visitor, thread: number, now: Date, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.writer.transaction(async (tx) => {
      await mustRun(tx, visitor, thread, now);
      return work(tx);
    });
  }
}

async function mustRun(from: Queries, visitor: Visitor, thread: number, now: Date): Promise<void> {
  if ((await hostRights(from, visitor, thread, now)) === null) throw new NotFound();
}
