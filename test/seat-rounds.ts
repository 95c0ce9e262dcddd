import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { NOON } from './desk-room.js';
import type { RegistrationDraft } from '../src/registrations/registrations.js';
import type { SeatsRoom } from './seats-room.js';

export const AT_ONCE = 200;
export const SEATS = 15;

export interface Round {
  /** Persons who got seats. */
  taken: number;
  /** What is not as the rule of the line says; empty. */
  wrong: string[];
}

interface Row {
  id: string;
  persons: number;
  state: string;
  committed: number;
}

/**
 * Two hundred at once for fifteen seats, groups among them, over two processes. A trigger of the test notes each commit
 * while it still holds the lock, so that the line can be compared with the order of the commits.
 */
export async function rounds(seats: SeatsRoom, count: number): Promise<Round[]> {
  const { room } = seats;
  await room.rows(`
    create table committed (nth bigint generated always as identity primary key, id uuid not null);
    grant insert on committed to public;
    create function note_commit() returns trigger language plpgsql as $$
    begin
      insert into public.committed (id) values (new.id);
      return null;
    end $$;
    create constraint trigger noted after insert on private.registration deferrable initially deferred
      for each row execute function note_commit()`);
  const other = await Elsewhere.start(room.db.connections);
  const ends: Round[] = [];
  try {
    for (let round = 0; round < count; round++) {
      const workshop = await seats.workshop({ seats: SEATS });
      const here = seats.registrations;
      const drafts = Array.from({ length: AT_ONCE }, (_, at) =>
        seats.draft(workshop, { persons: String(((at * 7 + round) % 11) % 5 === 0 ? 1 + ((at + round) % 5) : 1) }),
      );
      await Promise.all([
        other.register(drafts.filter((_, at) => at % 2 === 1)),
        ...drafts.filter((_, at) => at % 2 === 0).map((draft) => here.register(room.guest, draft, NOON)),
      ]);
      const rows = await room.rows<Row>(
        `select r.id, r.persons, r.state, c.nth::int as committed from private.registration r
         join committed c on c.id = r.id where r.date_id = $1 order by r.position`,
        [workshop.dates[0]],
      );
      ends.push(judge(rows));
    }
  } finally {
    await other.close();
    await room.rows(`drop trigger noted on private.registration; drop function note_commit(); drop table committed`);
  }
  return ends;
}

/** Another process that gives seats of the same database away. */
class Elsewhere {
  private constructor(private readonly child: ChildProcess) {}

  static async start({ reader, writer }: SeatsRoom['room']['db']['connections']): Promise<Elsewhere> {
    const program = join(import.meta.dirname, 'seats-child.js');
    const child = spawn(process.execPath, [program, JSON.stringify({ reader, writer })], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const elsewhere = new Elsewhere(child);
    await elsewhere.says();
    return elsewhere;
  }

  /** All of them at once. */
  async register(drafts: readonly RegistrationDraft[]): Promise<void> {
    const done = this.says();
    this.child.stdin?.write(`${JSON.stringify(drafts)}\n`);
    await done;
  }

  async close(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.stdin?.end();
    await gone;
  }

  /** Its next line. @throws when it has ended instead */
  private async says(): Promise<void> {
    const { stdout } = this.child;
    if (stdout === null) throw new Error('nobody hears the other process');
    const ended = new AbortController();
    this.child.once('exit', () => ended.abort(new Error('the other process has ended')));
    await once(stdout, 'data', { signal: ended.signal });
  }
}

/** Each in turn gets seats where it fits; nobody moves up, since nobody leaves. */
function judge(rows: readonly Row[]): Round {
  const wrong: string[] = rows.length === AT_ONCE ? [] : [`${rows.length} are stored`];
  let taken = 0;
  let last = 0;
  for (const { id, persons, state, committed } of rows) {
    if (committed <= last) wrong.push(`${id} stands behind one that was committed later`);
    last = committed;
    const fits = taken + persons <= SEATS;
    if (state !== (fits ? 'seated' : 'waiting')) wrong.push(`${id} is ${state}`);
    if (fits) taken += persons;
  }
  return { taken, wrong };
}
