import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conflict, Invalid } from '../../src/errors/errors.js';
import { Admissions } from '../../src/registrations/admissions.js';
import { RegistrationChanges } from '../../src/registrations/registration-changes.js';
import { refuseFewerThanTaken } from '../../src/registrations/seats.js';
import { freshKey, minutesAfter, NOON } from '../desk-room.js';
import { type HeldWorkshop, SeatsRoom } from '../seats-room.js';
import { rounds } from '../seat-rounds.js';

let seats: SeatsRoom;
let changes: RegistrationChanges;
const asGuest = { member: null, now: NOON };

beforeAll(async () => {
  seats = await SeatsRoom.open();
  changes = new RegistrationChanges(seats.room.db.writer);
});
afterAll(() => seats.close());

const publicOf = (date: string | undefined): Promise<unknown> =>
  seats.room.row('select taken, is_full from workshop_date where id = $1', [date]);

describe('two hundred who register at once through two pools', () => {
  it('fill fifteen seats exactly, and stand in the line in the order of their commits', async () => {
    const ends = await rounds(seats, 3);
    expect(ends.map(({ taken }) => taken)).toEqual([15, 15, 15]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  }, 60_000);
});

describe('the line', () => {
  it('gives freed seats to the first that fits; a group is never split and keeps its place', async () => {
    const workshop = await seats.workshop({ seats: 4 });
    const [date] = workshop.dates;
    const first = await seats.register(workshop, { persons: '3' });
    await seats.register(workshop, { persons: '2' });
    expect(await seats.line(date)).toEqual(['seated 3', 'waiting 2']);
    const single = await seats.register(workshop);
    await seats.register(workshop);
    expect(await seats.line(date)).toEqual(['seated 3', 'waiting 2', 'seated 1', 'waiting 1']);
    expect(await publicOf(date)).toEqual({ taken: 4, is_full: true });
    await changes.cancel({ token: single }, NOON);
    expect(await seats.line(date)).toEqual(['seated 3', 'waiting 2', 'cancelled 1', 'seated 1']);
    await changes.change({ token: first }, { persons: '2' }, asGuest);
    expect(await seats.line(date)).toEqual(['seated 2', 'waiting 2', 'cancelled 1', 'seated 1']);
    await changes.cancel({ token: first }, NOON);
    expect(await seats.line(date)).toEqual(['cancelled 1', 'seated 2', 'cancelled 1', 'seated 1']);
    expect(await publicOf(date)).toEqual({ taken: 3, is_full: false });
  });

  it('moves in the transaction that adds seats, whoever adds them, and never gives back what was taken', async () => {
    const workshop = await seats.workshop({ seats: 1 });
    const [date] = workshop.dates;
    for (const persons of ['1', '2', '1']) await seats.register(workshop, { persons });
    await seats.room.db.writer.transaction(async (tx) => {
      await tx.query('update workshop_date set seats = 3 where id = $1', [date]);
    });
    expect(await seats.line(date)).toEqual(['seated 1', 'seated 2', 'waiting 1']);
    const { writer } = seats.room.db;
    await expect(refuseFewerThanTaken(writer, date ?? '', 2)).rejects.toEqual(new Invalid({ seats: 'seats-taken' }));
    await expect(refuseFewerThanTaken(writer, date ?? '', 3)).resolves.toBeUndefined();
    await writer.query('update workshop_date set seats = null where id = $1', [date]);
    expect(await seats.line(date)).toEqual(['seated 1', 'seated 2', 'seated 1']);
    expect(await publicOf(date)).toEqual({ taken: null, is_full: false });
  });

  it('stands still for a date that is cancelled or has begun, and moves when it is reopened', async () => {
    const workshop = await seats.workshop({ seats: 1 });
    const [date] = workshop.dates;
    const first = await seats.register(workshop);
    await seats.register(workshop);
    await seats.room.db.writer.query(`update workshop_date set state = 'cancelled' where id = $1`, [date]);
    await changes.cancel({ token: first }, NOON);
    expect(await seats.line(date)).toEqual(['cancelled 1', 'waiting 1']);
    await seats.room.db.writer.query(`update workshop_date set state = 'planned' where id = $1`, [date]);
    expect(await seats.line(date)).toEqual(['cancelled 1', 'seated 1']);
    const last = await seats.workshop({ seats: 1 });
    const seated = await seats.register(last);
    await seats.register(last);
    await changes.cancel({ token: seated }, new Date('2026-12-12T13:30:00Z'));
    expect(await seats.line(last.dates[0])).toEqual(['cancelled 1', 'waiting 1']);
  });

  it('counts parts apart: a part with seats has a line of its own, one without takes those of the whole', async () => {
    const workshop = await seats.workshop({ seats: 2, parts: [1, null] });
    const [date] = workshop.dates;
    const [small = '', free = ''] = workshop.parts;
    await seats.register(workshop, { part: small });
    await seats.register(workshop, { part: small });
    await seats.register(workshop, { part: free, persons: '2' });
    await seats.register(workshop);
    expect(await seats.line(date)).toEqual(['seated 1', 'waiting 1', 'seated 2', 'waiting 1']);
    expect(await publicOf(date)).toEqual({ taken: 2, is_full: true });
    expect(await seats.room.rows('select part_id, taken, is_full from part_seats where date_id = $1', [date])).toEqual(
      [{ part_id: small, taken: 1, is_full: true }],
    );
  });
});

describe('a registration', () => {
  it('is stored once under its key, and the key is good for nothing else', async () => {
    const workshop = await seats.workshop();
    const draft = seats.draft(workshop, { name: 'Amina', persons: '2' });
    const sent = await Promise.all([1, 2, 3].map(() => seats.registrations.register(seats.room.guest, draft, NOON)));
    expect(new Set(sent.map(({ token }) => token)).size).toBe(1);
    expect(await seats.line(workshop.dates[0])).toEqual(['seated 2']);
    await expect(seats.registrations.register(seats.room.guest, { ...draft, persons: '3' }, NOON)).rejects.toEqual(
      new Conflict('key-used'),
    );
  });

  it.each([
    ['persons', { persons: '6' }, 'persons-wrong'],
    ['persons', { persons: '1.5' }, 'persons-wrong'],
    ['answer', { answer: 'perhaps' }, 'answer-wrong'],
    ['date', { date: 'demain' }, 'date-unknown'],
    ['date', { date: '00000000-0000-8000-8000-000000000000' }, 'date-unknown'],
    ['part', { part: '00000000-0000-8000-8000-000000000000' }, 'part-unknown'],
    ['email', { email: 'nulle part' }, 'email-wrong'],
    ['key', { key: 'court' }, 'key-wrong'],
  ] as const)('says at the field %s what is wrong with %o', async (field, more, code) => {
    const workshop = await seats.workshop();
    await expect(seats.register(workshop, more)).rejects.toEqual(new Invalid({ [field]: code }));
    expect(await seats.line(workshop.dates[0])).toEqual([]);
  });

  it.each([
    ['cancelled-date', `update workshop_date set state = 'cancelled' where thread_id = $1`],
    ['closed-date', 'update workshop_date set is_open = false where thread_id = $1'],
    ['begun-date', `update workshop_date set starts_at = '2026-11-22T11:00Z' where thread_id = $1`],
    [
      'over-date',
      `update workshop_date set starts_at = '2026-11-22T10:00Z', ends_at = '2026-11-22T11:00Z'
      where thread_id = $1`,
    ],
    ['no-host', 'update workshop set has_host = false where thread_id = $1'],
    ['no-registration', `update workshop set admission = 'none' where thread_id = $1`],
  ])('is refused with the reason: %s', async (code, change) => {
    const workshop = await seats.workshop();
    await seats.room.rows(change, [workshop.thread]);
    await expect(seats.register(workshop)).rejects.toEqual(new Conflict(code));
    expect(await seats.line(workshop.dates[0])).toEqual([]);
  });

  it('never loses its seats by asking for more than there are', async () => {
    const workshop = await seats.workshop({ seats: 3, parts: [1] });
    const [part = ''] = workshop.parts;
    const token = await seats.register(workshop, { persons: '2' });
    await seats.register(workshop, { part });
    await expect(changes.change({ token }, { persons: '4' }, asGuest)).rejects.toEqual(
      new Invalid({ persons: 'persons-no-seats' }),
    );
    await expect(changes.change({ token }, { part }, asGuest)).rejects.toEqual(new Invalid({ part: 'part-full' }));
    await changes.change({ token }, { persons: '3', name: 'Lou' }, asGuest);
    expect(await seats.line(workshop.dates[0])).toEqual(['seated 3', 'seated 1']);
    await changes.change({ token }, { answer: 'maybe' }, asGuest);
    await seats.register(workshop, { persons: '1' });
    await changes.change({ token }, { answer: 'yes' }, asGuest);
    expect(await seats.line(workshop.dates[0])).toEqual(['seated 1', 'seated 1', 'waiting 3']);
  });
});

describe('where hosts admit each person', () => {
  let workshop: HeldWorkshop;
  const admissions = new Admissions();
  const ids = (): Promise<{ id: string }[]> =>
    seats.room.rows('select id from private.registration where thread_id = $1 order by position', [workshop.thread]);
  const decide = (verb: 'admit' | 'decline', id: string, was?: 'asked'): Promise<string | null> =>
    seats.room.db.writer.transaction((tx) => admissions[verb](tx, workshop.thread, id, minutesAfter(1), was));

  it('one asks, and takes no seat before; of two hosts who admit one person both find it done', async () => {
    workshop = await seats.workshop({ seats: 2, admission: 'hosts' });
    for (const persons of ['2', '1', '1']) await seats.register(workshop, { persons });
    expect(await seats.line(workshop.dates[0])).toEqual(['asked 2', 'asked 1', 'asked 1']);
    expect(await publicOf(workshop.dates[0])).toEqual({ taken: null, is_full: false });
    const [first, second, third] = await ids();
    await Promise.all([decide('admit', first?.id ?? ''), decide('admit', first?.id ?? '')]);
    expect(await seats.line(workshop.dates[0])).toEqual(['seated 2', 'asked 1', 'asked 1']);
    await decide('admit', third?.id ?? '');
    expect(await seats.line(workshop.dates[0])).toEqual(['seated 2', 'asked 1', 'waiting 1']);
    const ends = await Promise.allSettled(
      (['admit', 'decline'] as const).map((verb) => decide(verb, second?.id ?? '', 'asked')),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(ends.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: expect.any(Conflict) }]);
  });

  it('seats are taken back for the next in the line, and given again at their place', async () => {
    for (const admission of ['open', 'hosts'] as const) {
      workshop = await seats.workshop({ seats: 2, admission });
      const [date] = workshop.dates;
      for (const persons of ['2', '1', '1']) await seats.register(workshop, { persons });
      await seats.register(workshop, { answer: 'maybe' });
      const [first = '', second = '', third = '', maybe = ''] = (await ids()).map(({ id }) => id);
      if (admission === 'hosts') for (const id of [first, second, third]) await decide('admit', id);
      expect(await seats.line(date)).toEqual(['seated 2', 'waiting 1', 'waiting 1', 'maybe 1']);
      expect(await decide('decline', first)).toBe(date);
      expect(await decide('decline', first)).toBeNull();
      expect(await seats.line(date)).toEqual(['declined 2', 'seated 1', 'seated 1', 'maybe 1']);
      await decide('decline', second);
      await decide('decline', maybe);
      expect(await seats.line(date)).toEqual(['declined 2', 'declined 1', 'seated 1', 'declined 1']);
      expect(await decide('admit', second)).toBe(date);
      expect(await decide('admit', first)).toBe(date);
      expect(await seats.line(date)).toEqual(['waiting 2', 'seated 1', 'seated 1', 'declined 1']);
    }
  });

  it('a group that stands in the line grows no more than one that has seats', async () => {
    const small = await seats.workshop({ seats: 2, admission: 'hosts' });
    const tokens = [await seats.register(small, { persons: '2' }), await seats.register(small, { persons: '2' })];
    workshop = small;
    for (const { id } of await ids()) await decide('admit', id);
    expect(await seats.line(small.dates[0])).toEqual(['seated 2', 'waiting 2']);
    for (const token of tokens)
      await expect(changes.change({ token }, { persons: '3' }, asGuest)).rejects.toEqual(
        new Invalid({ persons: 'persons-admitted' }),
      );
    for (const token of tokens) await changes.change({ token }, { persons: '1' }, asGuest);
    expect(await seats.line(small.dates[0])).toEqual(['seated 1', 'seated 1']);
  });

  it('whoever was declined changes nothing any more, and cancels', async () => {
    workshop = await seats.workshop({ admission: 'hosts' });
    const token = await seats.register(workshop);
    const [row] = await ids();
    await decide('decline', row?.id ?? '');
    for (const answer of ['maybe', 'yes'])
      await expect(changes.change({ token }, { answer }, asGuest)).rejects.toEqual(new Conflict('already-declined'));
    expect(await seats.line(workshop.dates[0])).toEqual(['declined 1']);
    await changes.cancel({ token }, NOON);
    expect(await seats.line(workshop.dates[0])).toEqual(['cancelled 1']);
  });

  it('whoever had asked stands in the line when everybody may come', async () => {
    const asked = await seats.workshop({ seats: 1, admission: 'hosts' });
    await seats.register(asked);
    await seats.register(asked);
    await seats.room.db.writer.query(`update workshop set admission = 'open' where thread_id = $1`, [asked.thread]);
    expect(await seats.line(asked.dates[0])).toEqual(['seated 1', 'waiting 1']);
  });
});

describe('the last seat', () => {
  it('is given to one who registers or kept free by one who cancels, and never twice', async () => {
    const other = await seats.elsewhere();
    try {
      for (let round = 0; round < 5; round++) {
        const workshop = await seats.workshop({ seats: 1 });
        const token = await seats.register(workshop);
        await Promise.all([
          changes.cancel({ token }, NOON),
          other.registrations.register(seats.room.guest, seats.draft(workshop, { key: freshKey() }), NOON),
        ]);
        expect(await seats.line(workshop.dates[0])).toEqual(['cancelled 1', 'seated 1']);
      }
    } finally {
      await other.close();
    }
  });
});
