import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { TalliesOfWalkIns1763800000066 } from '../../migrations/0066-tallies-of-walk-ins.js';
import { NoStatisticsOfWords1763800000087 } from '../../migrations/0087-no-statistics-of-words.js';
import { Conflict, NotFound } from '../../src/errors/errors.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { Erasure, ERASE_REGISTRATIONS } from '../../src/registrations/erasure.js';
import { OwnRegistrations } from '../../src/registrations/own-registrations.js';
import { RegistrationChanges } from '../../src/registrations/registration-changes.js';
import { Admissions } from '../../src/registrations/admissions.js';
import { Team } from '../../src/registrations/team.js';
import { HostsWords } from '../../src/registrations/words.js';
import { freshKey, minutesAfter, NOON, verdict } from '../desk-room.js';
import { rowsWith } from '../rows-with.js';
import { type HeldWorkshop, SeatsRoom } from '../seats-room.js';
import { SettableClock } from '../settable-clock.js';

/** Of the workshop: 12 December 2026, 17:00 in France. */
const END = Date.parse('2026-12-12T16:00:00Z');
const DAY = 86_400_000;
const WHY = { reason: 'off-topic', remark: '' };

let seats: SeatsRoom;
let erasure: Erasure;
let team: Team;
let jobs: Jobs;

beforeAll(async () => {
  seats = await SeatsRoom.open();
  const { writer } = seats.room.db;
  jobs = new Jobs(writer, new SettableClock());
  erasure = new Erasure(jobs, writer);
  team = new Team(writer, new Admissions(), erasure);
});
afterAll(() => seats.close());

async function erase(at: number): Promise<void> {
  const turn = { now: new Date(at), stopping: new AbortController().signal };
  await jobs.all.get(ERASE_REGISTRATIONS.name)?.work({}, turn);
}

const holding = (word: string): Promise<string[]> => rowsWith(seats.room.db.owner, word);

describe('seven days after its end', () => {
  it('nothing of who came and of the exact place is in any row of any table; the counts stay', async () => {
    const workshop = await seats.workshop({ address: '3, quai Zanzibar', online: 'https://zanzibar.example/salle' });
    const [date] = workshop.dates;
    await seats.register(workshop, { name: 'Zanzibarine', email: 'zanzibar@example.org', persons: '2' });
    const token = await seats.register(workshop, { name: 'Zanzibarou' });
    await seats.room.rows(
      `update private.registration set arrived = true where date_id = $1 and name = 'Zanzibarine'`,
      [date],
    );
    const { thread } = workshop;
    const [edited] = await seats.room.rows<{ id: string }>('select id from desk.submission where thread_id = $1', [
      thread,
    ]);
    await seats.room.rows(`update desk.submission set base_facts = facts where id = $1`, [edited?.id]);
    // PostgreSQL notes what stands in its tables for its planner, and goes on knowing it when the rows are gone.
    await seats.room.db.owner.query('analyze');
    expect((await holding('anzibar')).length).toBeGreaterThan(4);
    await erase(END + 7 * DAY - 1);
    expect((await holding('Zanzibarine')).length).toBeGreaterThan(0);
    await Promise.all([erase(END + 7 * DAY), erase(END + 7 * DAY)]);
    expect(await holding('anzibar')).toEqual([]);
    expect(await seats.room.row('select registered, came from private.date_tally where date_id = $1', [date])).toEqual(
      { registered: 3, came: 2 },
    );
    expect(await new OwnRegistrations(seats.room.db.writer).one({ token })).toBeNull();
    await expect(
      new RegistrationChanges(seats.room.db.writer).cancel({ token }, new Date(END + 8 * DAY)),
    ).rejects.toEqual(new NotFound());
  });

  it('nor is it in what PostgreSQL had noted of its tables before it was told to note nothing of them', async () => {
    const { owner } = seats.room.db;
    const runner = owner as unknown as QueryRunner;
    const workshop = await seats.workshop({ address: '3, quai Tamanoir' });
    for (const name of ['Tamanoirine', 'Tamanoirou']) await seats.register(workshop, { name });
    const noted = async () =>
      (await holding('amanoir')).filter((row) => row.startsWith('pg_catalog.pg_statistic ')).length;
    const migration = new NoStatisticsOfWords1763800000087();
    await migration.down(runner);
    await owner.query('analyze');
    expect(await noted()).toBeGreaterThan(1);
    await migration.up(runner);
    await owner.query('analyze');
    expect(await noted()).toBe(0);
  });

  it('a workshop that has a date to come keeps its place, and what everybody reads stays', async () => {
    const coming = await seats.workshop({
      address: '5, rue du Quetzal',
      dates: [
        ['2026-12-12T14:00', '2026-12-12T17:00'],
        ['2027-01-12T14:00', '2027-01-12T17:00'],
      ],
    });
    const open = await seats.workshop({ address: '7, rue du Toucan', reveal: 'public' });
    await seats.register(coming, { name: 'Pérégrine' });
    await seats.register(coming, { name: 'Célestine', date: coming.dates[1] ?? '' });
    await erase(END + 7 * DAY);
    expect((await holding('Pérégrine')).length).toBe(0);
    expect((await holding('Célestine')).length).toBeGreaterThan(0);
    expect((await holding('Quetzal')).length).toBeGreaterThan(2);
    expect((await holding('Toucan')).length).toBeGreaterThan(2);
    expect(await seats.room.row('select address from workshop where thread_id = $1', [open.thread])).toEqual({
      address: '7, rue du Toucan',
    });
  });

  it('so does what was proposed and never published', async () => {
    await seats.room.rows(`update desk.submission set facts = facts || '{"address":"9, rue du Dodozard"}'::jsonb,
      thread_id = null, number = null, status = 'waiting', decided_at = null
      where id = (select id from desk.submission where facts is not null order by id limit 1)`);
    expect((await holding('Dodozard')).length).toBe(1);
    await erase(Date.parse('2027-02-01T00:00:00Z'));
    expect(await holding('Dodozard')).toEqual([]);
  });
});

describe('whoever came without having registered', () => {
  const comes = ({ thread, dates }: HeldWorkshop, persons: string, at: number): Promise<string> =>
    team.walkIn(seats.host, thread, { date: dates[0] ?? '', persons, key: freshKey() }, new Date(at));
  const came = (workshop: HeldWorkshop): Promise<unknown> =>
    seats.room.rows('select registered, came from private.date_tally where thread_id = $1', [workshop.thread]);
  const left = (workshop: HeldWorkshop): Promise<unknown> =>
    seats.room.rows('select persons from private.registration where thread_id = $1', [workshop.thread]);

  it('is counted and forgotten where nobody had', async () => {
    const workshop = await seats.workshop();
    await comes(workshop, '3', END - DAY / 24);
    await erase(END + 7 * DAY);
    expect([await left(workshop), await came(workshop)]).toEqual([[], [{ registered: 0, came: 3 }]]);
  });

  it('and so is who comes after the others were forgotten', async () => {
    const workshop = await seats.workshop();
    await seats.register(workshop, { persons: '2' });
    await seats.room.db.writer.transaction((tx) => erasure.ofWorkshop(tx, workshop.thread, new Date(END + 1)));
    await comes(workshop, '1', END + 2);
    await seats.room.removals.takeDown(seats.moderator, workshop.thread, 1, WHY, new Date(END + 3));
    await Promise.all([erase(END + 7 * DAY), erase(END + 7 * DAY)]);
    expect([await left(workshop), await came(workshop)]).toEqual([[], [{ registered: 2, came: 1 }]]);
  });

  it('also where they were left without a tally formerly', async () => {
    const workshop = await seats.workshop();
    await comes(workshop, '1', END - DAY / 24);
    await seats.room.rows('delete from private.date_tally where thread_id = $1', [workshop.thread]);
    const runner = seats.room.db.database.writer.createQueryRunner();
    await new TalliesOfWalkIns1763800000066().up(runner);
    await runner.release();
    await erase(END + 7 * DAY);
    expect([await left(workshop), await came(workshop)]).toEqual([[], [{ registered: 0, came: 1 }]]);
  });
});

describe('a workshop whose date is to be found', () => {
  const asked: [string, string][] = [
    ['2026-12-12T14:00', '2026-12-12T17:00'],
    ['2027-03-12T14:00', '2027-03-12T17:00'],
  ];
  const LAST = Date.parse('2027-03-12T16:00:00Z');
  const secretOf = (thread: number): Promise<unknown> =>
    seats.room.row('select address from private.workshop_secret where thread_id = $1', [thread]);

  it('keeps its place until seven days after the last date that it asks about', async () => {
    const { thread } = await seats.workshop({ address: '2, rue du Wombatin', candidates: asked });
    await erase(LAST + 7 * DAY - 1);
    expect(await secretOf(thread)).toEqual({ address: '2, rue du Wombatin' });
    await erase(LAST + 7 * DAY);
    expect(await holding('Wombatin')).toEqual([]);
  });

  it('finds it again when it returns from a take-down', async () => {
    const { thread } = await seats.workshop({ address: '4, rue du Caracal', candidates: asked });
    const { removals } = seats.room;
    await removals.takeDown(seats.moderator, thread, 1, WHY, minutesAfter(1));
    await erase(LAST + 7 * DAY - 1);
    await removals.restore(seats.moderator, thread, 1, minutesAfter(2));
    expect(await secretOf(thread)).toEqual({ address: '4, rue du Caracal' });
    await removals.takeDown(seats.moderator, thread, 1, WHY, minutesAfter(3));
    await erase(LAST + 7 * DAY);
    expect(await holding('Caracal')).toEqual([]);
  });

  it('finds it again when its acceptance was undone and it is accepted once more', async () => {
    const { thread } = await seats.workshop({ address: '8, rue du Binturong', candidates: asked });
    const { id, submission } = await seats.room.row<{ id: string; submission: string }>(
      'select id::text, submission_id as submission from desk.decision where thread_id = $1',
      [thread],
    );
    await seats.room.undo.undo(seats.moderator, id, minutesAfter(1));
    await erase(LAST + 7 * DAY - 1);
    await seats.room.decisions.decide(seats.moderator, submission, verdict('accept'), minutesAfter(2));
    expect(await secretOf(thread)).toEqual({ address: '8, rue du Binturong' });
  });

  it('that was never published is forgotten as any other draft', async () => {
    const { thread } = await seats.workshop({ address: '6, rue du Fossazor', candidates: asked });
    await seats.room.rows(
      `update desk.submission set thread_id = null, number = null, status = 'waiting', decided_at = null
       where thread_id = $1`,
      [thread],
    );
    await seats.room.rows('delete from private.workshop_secret where thread_id = $1', [thread]);
    await erase(LAST + 7 * DAY - 1);
    expect(await holding('Fossazor')).not.toEqual([]);
    await erase(LAST + 7 * DAY);
    expect(await holding('Fossazor')).toEqual([]);
  });
});

describe('what waits at the desk', () => {
  const later = new Date(END + 6.9 * DAY);
  const facts = (address: string, ...starts: string[]) => ({
    town: ['57534'],
    address: [address],
    online: [''],
    seats: ['15'],
    count: ['number'],
    admission: ['open'],
    reveal: ['registered'],
    start: starts.map((day) => `${day}T14:00`),
    end: starts.map((day) => `${day}T17:00`),
  });
  const draft = () => ({ name: '', email: '', key: freshKey(), language: 'fr' as const });

  it.each([
    ['another place', '2, rue du Second'],
    ['the same place', '1, rue du Premier'],
  ])('keeps the place of dates to come, be it %s, and what waits no more keeps none', async (_, address) => {
    const { room, moderator } = seats;
    const author = await room.member(`Aude ${address.length}`, 'member');
    const title = 'Tous les mois';
    const first = await room.reception.submit(
      author,
      {
        kind: 'workshop',
        category: 'rendez-vous',
        title,
        text: `Venez, ${freshKey()}.`,
        facts: facts('1, rue du Premier', '2026-12-12'),
        ...draft(),
      },
      NOON,
    );
    await room.decisions.decide(moderator, first.submission, verdict('accept'), NOON);
    const { thread, version } = await room.row<{ thread: number; version: number }>(
      `select s.thread_id as thread, p.change as version from desk.submission s
       join post p on p.thread_id = s.thread_id and p.number = 1 where s.id = $1`,
      [first.submission],
    );
    const edit = (starts: string[]) =>
      room.reception.submit(
        author,
        {
          kind: 'edit',
          thread,
          number: 1,
          version,
          title,
          text: `Venez encore, ${freshKey()}.`,
          facts: facts(address, ...starts),
          ...draft(),
        },
        later,
      );
    const { submission } = await edit(['2026-12-12', '2027-01-12']);
    await erase(END + 7 * DAY + 1);
    const secret = () => room.row('select address from private.workshop_secret where thread_id = $1', [thread]);
    expect(await secret()).toEqual({ address: '' });
    await room.decisions.decide(moderator, submission, verdict('accept'), new Date(END + 7.2 * DAY));
    expect(await secret()).toEqual({ address });
    await erase(Date.parse('2027-01-20T00:00:00Z'));
    expect(await holding(address)).toEqual([]);
  });

  it('loses what hosts wrote and nobody has decided on, once seven days are over and not before', async () => {
    const { room, host } = seats;
    const { thread } = await seats.workshop();
    const words = new HostsWords(room.db.writer, room.reception);
    const sent = { thread, to: 'all', text: 'Merci d’être venus, Zqsuite.', key: freshKey(), language: 'fr' as const };
    const id = await words.send(host, sent, later);
    await erase(END + 6.95 * DAY);
    expect(await room.row('select source from desk.submission where id = $1', [id])).toEqual({ source: sent.text });
    await erase(END + 7 * DAY + 1);
    expect(await holding('Zqsuite')).toEqual([]);
  });
});

describe('hosts', () => {
  it('erase what is over earlier, and nothing before', async () => {
    const workshop = await seats.workshop({ address: '1, rue de l’Ornithorynque' });
    await seats.register(workshop, { name: 'Ondine' });
    const early = (at: number): Promise<void> =>
      seats.room.db.writer.transaction((tx) => erasure.ofWorkshop(tx, workshop.thread, new Date(at)));
    await expect(early(END - DAY)).rejects.toEqual(new Conflict('nothing-over'));
    await early(END + DAY);
    expect(await holding('Ondine')).toEqual([]);
    expect(await holding('Ornithorynque')).toEqual([]);
  });

  it('erase a cancelled date, and who registers after it was reopened is forgotten and counted like the others', async () => {
    const workshop = await seats.workshop({ seats: 2 });
    const [date] = workshop.dates;
    const early = (at: number): Promise<void> =>
      seats.room.db.writer.transaction((tx) => erasure.ofWorkshop(tx, workshop.thread, new Date(at)));
    const now = (state: string) => seats.room.rows('update workshop_date set state = $2 where id = $1', [date, state]);
    const counts = () => seats.room.row('select registered, came from private.date_tally where date_id = $1', [date]);
    await seats.register(workshop, { name: 'Sidonie', persons: '2' });
    await now('cancelled');
    await early(END - 20 * DAY);
    expect(await holding('Sidonie')).toEqual([]);
    await now('planned');
    await seats.register(workshop, { name: 'Philomène' });
    await now('cancelled');
    await early(END - 20 * DAY);
    expect(await holding('Philomène')).toEqual([]);
    expect(await counts()).toEqual({ registered: 3, came: 0 });
    await expect(early(END - 20 * DAY)).rejects.toEqual(new Conflict('nothing-over'));
    await now('planned');
    await seats.register(workshop, { name: 'Théodora', persons: '2' });
    await erase(END + 7 * DAY - 1);
    expect((await holding('Théodora')).length).toBeGreaterThan(0);
    await Promise.all([erase(END + 7 * DAY), erase(END + 7 * DAY)]);
    expect(await holding('Théodora')).toEqual([]);
    expect(await counts()).toEqual({ registered: 5, came: 0 });
  });
});
