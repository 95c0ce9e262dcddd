import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Connection } from '../../src/database/connection.js';
import { formWith } from '../form.js';
import { type Arrived, MailSink } from '../mail-sink.js';
import { until } from '../until.js';
import { openWorld, type Person, type World } from '../world.js';
import { endForums, type ForumProcess, startForum } from './forum-process.js';

const PEOPLE = 6;
const DAY = 86_400_000;
const FROM = 'forum@palabre.example';
const ORIGIN = 'https://forum.palabre.example';
/** All but what repeats by itself. */
const LEFT = `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier in ('send-mail', 'confirm-address')`;

/** One forum, in two processes. Each has a door of its own to the mail server, which shows who has sent a letter. */
interface Half {
  sink: MailSink;
  forum: ForumProcess;
}

let home: string;
let world: World;
let halves: Half[];
let olga: Person;
let thread: number;
let date: string;

function addressOf({ host, port, user, database }: Connection): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

async function half(place: number): Promise<Half> {
  const sink = await MailSink.open();
  const { owner, reader, writer } = world.db.connections;
  const forum = await startForum(join(home, String(place)), {
    environment: {
      DATABASE_URL: addressOf(owner),
      DATABASE_READER_URL: addressOf(reader),
      DATABASE_WRITER_URL: addressOf(writer),
      SMTP_URL: sink.url,
      MAIL_FROM: FROM,
      PUBLIC_URL: ORIGIN,
    },
  });
  return { sink, forum };
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'palabre-letters-'));
  // Pages are asked of a forum that sends nothing itself.
  world = await openWorld({ config: { mail: { url: 'smtp://127.0.0.1:9', from: FROM }, publicUrl: ORIGIN } });
  world.clock.set(new Date());
  await world.category({ slug: 'rendez-vous' });
  olga = await world.member('Olga', { role: 'organizer' });
  const day = new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10);
  thread = await world.workshop({ category: 'rendez-vous', start: `${day}T14:00`, end: `${day}T17:00` });
  await world.visitor(olga.cookie).post(`/thread/${thread}/workshop/hosts`, { action: 'take' });
  const [row] = await world.reader.query<{ id: string }>('select id from workshop_date where thread_id = $1', [
    thread,
  ]);
  date = row?.id ?? '';
  halves = [await half(1), await half(2)];
}, 90_000);
afterAll(async () => {
  await endForums();
  for (const { sink } of halves ?? []) await sink.close();
  await world?.close();
  rmSync(home, { recursive: true, force: true });
});

const arrived = (): Arrived[] => halves.flatMap(({ sink }) => sink.arrived);

/** By its address, the Message-IDs of what has come. */
function letters(): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const { to, headers } of arrived())
    by.set(to[0] ?? '', [...(by.get(to[0] ?? '') ?? []), headers.get('message-id') ?? '']);
  return by;
}

/** The time in which an act is undone quickly, and that between two letters, are over; and it is looked at now. */
async function hurry(): Promise<void> {
  await world.db.owner.query('update private.registration_telling set due_at = now() where due_at > now()');
  await world.db.owner.query(
    `update graphile_worker._private_jobs set run_at = now() where locked_at is null and key = 'tell-registrations'`,
  );
  await world.db.owner.query(`select pg_notify('jobs:insert', '{"count":1}')`);
}

/** Until they know all that there is to know, and nothing is left to be sent. */
async function settled(count: number): Promise<void> {
  await until(
    async () => {
      await hurry();
      expect(letters().size).toBe(count);
      const { rows } = await world.db.owner.query<{ left: number }>(
        `select (select count(*) from (${LEFT}) j) + (select count(*) from private.mail where closed_at is null)
           + (select count(*) from private.registration_telling where due_at is not null) as left`,
      );
      expect(rows[0]?.left).toBe('0');
    },
    60_000,
    200,
  );
}

function forget(): void {
  for (const { sink } of halves) sink.arrived.splice(0);
}

async function act(action: 'cancel' | 'reopen'): Promise<void> {
  const sent = { action, scope: 'one', reason: action === 'cancel' ? 'ill' : '' };
  const answer = await world.visitor(olga.cookie).post(`/thread/${thread}/workshop/dates/${date}`, sent);
  expect(answer.status).toBe(303);
}

it('leave once whichever of two processes sends them', async () => {
  for (let person = 1; person <= PEOPLE; person++) {
    const answer = await world.visitor().post(`/thread/${thread}/workshop/registrations`, {
      date,
      answer: 'yes',
      email: `personne${person}@courriel.example`,
      key: `a-key-of-a-process-${person}`,
    });
    expect(answer.status).toBe(303);
  }
  await settled(PEOPLE);
  expect([...letters().values()].map((ids) => ids.length)).toEqual(Array(PEOPLE).fill(1));
  for (const { paths } of arrived()) {
    const { fields } = formWith((await world.visitor().get(paths[0] ?? '')).html(), 'item');
    expect((await world.visitor().post(paths[0] ?? '', fields)).status).toBe(200);
  }
  forget();
  await act('cancel');
  await settled(PEOPLE);
  expect([...letters().values()].map((ids) => ids.length)).toEqual(Array(PEOPLE).fill(1));
  expect(arrived().every(({ text }) => text.includes('annulée'))).toBe(true);
}, 120_000);

it('leave once more, as the same letter, when the process is killed before it has heard that one was taken', async () => {
  forget();
  const released = halves.map(({ sink }) => sink.keepSilent());
  await act('reopen');
  await until(
    async () => {
      await hurry();
      expect(arrived()).toHaveLength(1);
    },
    60_000,
    200,
  );
  const [first] = arrived();
  const killed = halves.find(({ sink }) => sink.arrived.length > 0);
  expect(await killed?.forum.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  released.forEach((release) => release());
  await settled(PEOPLE);
  const { [first?.to[0] ?? '']: twice = [], ...once } = Object.fromEntries(letters());
  expect(twice).toEqual([first?.headers.get('message-id'), first?.headers.get('message-id')]);
  expect(Object.values(once).map((ids) => ids.length)).toEqual(Array(PEOPLE - 1).fill(1));
}, 120_000);
