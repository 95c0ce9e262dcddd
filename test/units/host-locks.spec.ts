import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CategoryAdministration } from '../../src/administration/category-administration.js';
import { typedOf } from '../../src/administration/checked-category.js';
import { NewsWire } from '../../src/events/news-wire.js';
import { DepartedHosts } from '../../src/registrations/departed-hosts.js';
import { Hosts } from '../../src/registrations/hosts.js';
import { Polls } from '../../src/registrations/polls/polls.js';
import { Story } from '../../src/registrations/story.js';
import { InstallationSecret } from '../../src/submissions/installation-secret.js';
import { freshKey, NOON } from '../desk-room.js';
import { SeatsRoom } from '../seats-room.js';
import { SettableClock } from '../settable-clock.js';

let seats: SeatsRoom;
let polls: Polls;
let thread: number;

beforeAll(async () => {
  seats = await SeatsRoom.open();
  polls = new Polls(seats.room.db.writer, new InstallationSecret(seats.room.db.writer));
});
afterAll(() => seats.close());

beforeEach(async () => {
  const candidates: [string, string][] = [
    ['2026-12-12T14:00', '2026-12-12T17:00'],
    ['2026-12-13T14:00', '2026-12-13T17:00'],
  ];
  ({ thread } = await seats.workshop({ candidates }));
});

const answer = (): Promise<string> =>
  polls.answer(seats.room.guest, thread, { yes: [], maybe: [], name: '', key: freshKey() }, NOON);

/** Whether the work waits for what the owner has locked; false once it is done. */
async function waits(work: Promise<unknown>): Promise<boolean> {
  let done = false;
  const over = (): boolean => (done = true);
  work.then(over, over);
  for (;;) {
    const blocked = await seats.room.rows(
      'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))',
    );
    if (blocked.length > 0 || done) return blocked.length > 0;
    await pause(10);
  }
}

/** Locks as whatever takes post 1 down does, or the undoing of its acceptance: the thread, then the workshop. */
async function whileItGoes(work: () => Promise<void>): Promise<void> {
  await seats.room.rows('begin');
  try {
    await seats.room.rows('select from thread where id = $1 for update', [thread]);
    await work();
  } finally {
    await seats.room.rows('rollback');
  }
}

describe('while its first post goes, nobody holds what is still needed', () => {
  it.each<[string, () => Promise<() => Promise<unknown>>]>([
    [
      'a host who acts',
      async () => {
        const solveig = seats.host;
        return () => new Hosts(seats.room.db.writer).act(solveig, thread, { action: 'show', member: '' }, NOON);
      },
    ],
    ['who answers when they can come', async () => answer],
    [
      'who erases such an answer',
      async () => {
        const token = await answer();
        return () => polls.erase(token);
      },
    ],
    [
      'a host who loses the role',
      async () => {
        await seats.room.rows(`update member set role = 'member' where name = 'Solveig'`);
        const { connections, writer } = seats.room.db;
        const wire = new NewsWire({ ...connections.reader, application_name: 'test' });
        return async () => {
          await new DepartedHosts(wire, writer, new SettableClock()).onApplicationBootstrap();
          await seats.room.rows(`update member set role = 'organizer' where name = 'Solveig'`);
        };
      },
    ],
  ])('neither %s', async (_who, prepare) => {
    const act = await prepare();
    let acted: Promise<unknown> = Promise.resolve();
    await whileItGoes(async () => {
      acted = act();
      expect(await waits(acted)).toBe(true);
      await seats.room.rows('select from workshop where thread_id = $1 for update nowait', [thread]);
      await seats.room.rows('select from workshop_candidate where thread_id = $1 for update nowait', [thread]);
    });
    await acted;
  });

  it.each(['members', 'staff'])('nor an administrator who gives its category to %s', async (audience) => {
    const administrator = await seats.room.member(`Ada of ${audience}`, 'administrator');
    const administration = new CategoryAdministration(seats.room.db.writer);
    const [category] = await administration.all(administrator);
    if (category === undefined) throw new Error('there is no category');
    // One who leaves with any change of the audience, whoever reads it then.
    await seats.room.rows(`update member set role = 'member' where name = 'Solveig'`);
    let changed: Promise<unknown> = Promise.resolve();
    await whileItGoes(async () => {
      const typed = { ...typedOf(category), audience, moderators: [] };
      changed = administration.change(administrator, category.id, typed, NOON);
      expect(await waits(changed)).toBe(true);
      await seats.room.rows('select from workshop where thread_id = $1 for update nowait', [thread]);
      await seats.room.rows('select from category where id = $1 for update nowait', [category.id]);
    });
    await changed;
    expect(await seats.room.rows('select from private.workshop_host where thread_id = $1', [thread])).toEqual([]);
    await seats.room.rows(`update category set audience = 'everyone'`);
    await seats.room.rows(`update member set role = 'organizer' where name = 'Solveig'`);
  });

  it('nor whoever only reads, and they wait for nobody', async () => {
    await new Hosts(seats.room.db.writer).act(seats.host, thread, { action: 'show', member: '' }, NOON);
    const story = new Story(seats.room.db.writer);
    await whileItGoes(async () => {
      await seats.room.rows('select from workshop where thread_id = $1 for update', [thread]);
      const read = story.of(seats.host, thread, NOON);
      const checked = polls.check(seats.room.guest, thread, { yes: [], maybe: [], name: '' }, NOON);
      expect([await waits(read), await waits(checked)]).toEqual([false, false]);
      expect((await read).map(({ act, undoable }) => [act, undoable])).toEqual([['show', true]]);
    });
  });
});
