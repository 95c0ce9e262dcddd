import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { hashOf } from '../submissions/token-hash.js';
import type { Visitor } from '../visitors/visitor.js';
import type { WorkshopFacts } from '../workshops/workshop-facts.js';
import type { ExactPlace, OwnRegistration, ReadWords, WorkshopSecret } from './own-registration.js';
import { READS_WORDS } from './reads-words.js';
import { registeredBy, type RegistrationOwner } from './registration-owner.js';
import { revealedFrom } from './reveal.js';

const COLUMNS = `r.id, r.thread_id as thread, r.date_id as date, r.part_id as part, r.persons, r.state, r.name, r.help,
  r.remind, coalesce(r.email, '') as email, r.email_confirmed_at is not null as "emailConfirmed",
  r.member_id is not null as mine, r.arrival_code as "arrivalCode",
  case when r.state = 'waiting' then (select count(*)::int from private.registration o
    where o.date_id = r.date_id and o.state = 'waiting' and o.part_id is not distinct from r.part_id
      and o.position <= r.position) end as place`;

const MOST = 200;
const WORDS = 50;

/** Lets people read their own registrations, and nobody else's. */
@Injectable()
export class OwnRegistrations {
  constructor(private readonly writer: Writer) {}

  /** Null for what is not theirs, and for what was erased. */
  async one(owner: RegistrationOwner): Promise<OwnRegistration | null> {
    const { where, values } = registeredBy(owner);
    const [row] = await this.writer.query<OwnRegistration>(
      `select ${COLUMNS}, coalesce(r.mail_token_hash = $3::bytea, false) as "byLetter"
       from private.registration r where ${where}`,
      [...values, 'token' in owner ? hashOf(owner.token) : null],
    );
    return row ?? null;
  }

  /** The registrations that a member keeps among theirs. */
  of({ member }: Visitor): Promise<OwnRegistration[]> {
    return this.writer.query<OwnRegistration>(
      `select ${COLUMNS}, false as "byLetter" from private.registration r
       where r.member_id = $1 and r.state <> 'cancelled' order by r.thread_id desc, r.id limit ${MOST}`,
      [member?.id ?? null],
    );
  }

  /** Their states by the ids of their dates, for the calendar of a member. */
  async statesOf(member: number): Promise<Map<string, Pick<OwnRegistration, 'state' | 'persons'>>> {
    const rows = await this.writer.query<Pick<OwnRegistration, 'date' | 'state' | 'persons'>>(
      `select r.date_id as date, r.state, r.persons from private.registration r
       where r.member_id = $1 and r.state <> 'cancelled' order by r.thread_id desc, r.id limit ${MOST}`,
      [member],
    );
    return new Map(rows.map(({ date, state, persons }) => [date, { state, persons }]));
  }

  /** What hosts have written to this person, the newest first. */
  wordsFor({ id }: OwnRegistration): Promise<ReadWords[]> {
    return this.writer.query<ReadWords>(
      `select s.html, o.published_at as at from private.registration r
       join private.workshop_words o on o.thread_id = r.thread_id and ${READS_WORDS}
       join desk.submission s on s.id = o.submission_id and s.html <> ''
       where r.id = $1 order by o.published_at desc limit ${WORDS}`,
      [id],
    );
  }

  /** Whether a workshop that is gone may come back: its author has not withdrawn it. */
  async mayReturn({ date }: OwnRegistration): Promise<boolean> {
    const [row] = await this.writer.query(
      'select from desk.kept_date where id = $1 union all select from workshop_date where id = $1',
      [date],
    );
    return row !== undefined;
  }

  /**
   * The exact place. It is asked anew each time it is shown, and only given to whoever has a seat at a date that takes
   * place, and not before its time. Null where there is nothing besides what everybody reads.
   */
  async exactPlace({ id }: OwnRegistration, now: Date): Promise<ExactPlace | null> {
    const [row] = await this.writer.query<
      WorkshopSecret & { reveal: WorkshopFacts['reveal']; startsAt: Date; zone: string }
    >(
      `select s.address, s.online, w.reveal, d.starts_at as "startsAt", w.zone
       from private.registration r join workshop_date d on d.id = r.date_id join workshop w on w.thread_id = d.thread_id
       join private.workshop_secret s on s.thread_id = d.thread_id
       where r.id = $1 and r.state = 'seated' and d.state = 'planned' and (s.address <> '' or s.online <> '')`,
      [id],
    );
    if (row === undefined) return null;
    const { reveal, startsAt, zone, address, online } = row;
    const from = revealedFrom(reveal, startsAt, zone);
    return from !== null && from > now ? { from } : { secret: { address, online } };
  }
}
