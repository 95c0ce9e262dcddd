import { openLogins } from '../src/database/open-database.js';
import { Writer } from '../src/database/writer.js';
import { Registrations, type RegistrationDraft } from '../src/registrations/registrations.js';
import { InstallationSecret } from '../src/submissions/installation-secret.js';
import type { Visitor } from '../src/visitors/visitor.js';
import { DeskRoom, freshKey, NOON, verdict } from './desk-room.js';

export interface WorkshopOptions {
  seats?: number | null;
  admission?: 'open' | 'hosts';
  count?: 'number' | 'left' | 'hidden';
  reveal?: string;
  address?: string;
  online?: string;
  dates?: [string, string][];
  /** Where the date is to be found: at least two, and then no dates. */
  candidates?: [string, string][];
  /** Their seats; null for parts without seats of their own. */
  parts?: (number | null)[];
}

export interface HeldWorkshop {
  thread: number;
  dates: string[];
  parts: string[];
}

/** Workshops that somebody runs, with the classes that give their seats away. */
export class SeatsRoom {
  private constructor(
    readonly room: DeskRoom,
    readonly moderator: Visitor,
    readonly host: Visitor,
  ) {}

  static async open(): Promise<SeatsRoom> {
    const room = await DeskRoom.open();
    await room.category('rendez-vous');
    await room.rows(`update category set takes = '{thread,workshop}'`);
    return new SeatsRoom(room, await room.member('Nadia', 'moderator'), await room.member('Solveig', 'organizer'));
  }

  close(): Promise<void> {
    return this.room.close();
  }

  /** Sent, accepted and taken on like any other. */
  async workshop(options: WorkshopOptions = {}): Promise<HeldWorkshop> {
    const { seats = 15, admission = 'open', count = 'number', reveal = 'registered', parts = [] } = options;
    const { candidates = [], address = '', online = '' } = options;
    const { dates = candidates.length > 0 ? [] : [['2026-12-12T14:00', '2026-12-12T17:00']] } = options;
    const facts = {
      town: ['57534'],
      address: [address],
      online: [online],
      start: dates.map(([start]) => start),
      end: dates.map(([, end]) => end),
      candidateStart: candidates.map(([start]) => start),
      candidateEnd: candidates.map(([, end]) => end),
      seats: [seats === null ? '' : String(seats)],
      count: [count],
      admission: [admission],
      reveal: [reveal],
      partTitle: parts.map((_seats, at) => `Partie ${at + 1}`),
      partTime: parts.map(() => '15 h'),
      partText: parts.map(() => ''),
      partSeats: parts.map((each) => (each === null ? '' : String(each))),
    };
    const { submission } = await this.room.reception.submit(
      this.room.guest,
      {
        kind: 'workshop',
        category: 'rendez-vous',
        title: 'Qui nous regarde ?',
        text: `Par deux, un trottoir chacun, ${freshKey()}.`,
        facts,
        name: '',
        email: '',
        key: freshKey(),
        language: 'fr',
      },
      NOON,
    );
    await this.room.decisions.decide(this.moderator, submission, verdict('accept'), NOON);
    const { thread } = await this.room.row<{ thread: number }>(
      'select thread_id as thread from desk.submission where id = $1',
      [submission],
    );
    await this.room.rows(
      `insert into private.workshop_host (thread_id, member_id, by_role, is_shown, since)
       values ($1, $2, true, false, $3)`,
      [thread, this.host.member?.id, NOON],
    );
    await this.room.rows('update workshop set has_host = true where thread_id = $1', [thread]);
    const ids = (table: string, order: string): Promise<{ id: string }[]> =>
      this.room.rows(`select id from ${table} where thread_id = $1 order by ${order}`, [thread]);
    return {
      thread,
      dates: (await ids('workshop_date', 'starts_at, id')).map(({ id }) => id),
      parts: (await ids('workshop_part', 'position')).map(({ id }) => id),
    };
  }

  draft({ thread, dates }: HeldWorkshop, more: Partial<RegistrationDraft> = {}): RegistrationDraft {
    return {
      thread,
      date: dates[0] ?? '',
      part: '',
      persons: '1',
      answer: 'yes',
      name: '',
      help: false,
      remind: [],
      email: '',
      mine: false,
      key: freshKey(),
      language: 'fr',
      ...more,
    };
  }

  get registrations(): Registrations {
    return this.registrationsOf(this.room.db.writer);
  }

  registrationsOf(writer: Writer): Registrations {
    return new Registrations(writer, new InstallationSecret(writer));
  }

  /** The same through another pool, as another process has it. */
  async elsewhere(): Promise<{ writer: Writer; registrations: Registrations; close(): Promise<void> }> {
    const { reader, writer } = this.room.db.connections;
    const open = await openLogins(reader, writer);
    const other = new Writer(open.writer);
    return { writer: other, registrations: this.registrationsOf(other), close: () => open.close() };
  }

  async register(workshop: HeldWorkshop, more: Partial<RegistrationDraft> = {}): Promise<string> {
    return (await this.registrations.register(this.room.guest, this.draft(workshop, more), NOON)).token;
  }

  /** State and persons of all, in the order of the line. */
  async line(date: string | undefined): Promise<string[]> {
    const rows = await this.room.rows<{ state: string; persons: number }>(
      'select state, persons from private.registration where date_id = $1 order by position',
      [date],
    );
    return rows.map(({ state, persons }) => `${state} ${persons}`);
  }
}
