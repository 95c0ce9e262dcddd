import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseSteps } from '../../../src/cases/case-steps.js';
import { Deadlines } from '../../../src/cases/deadlines.js';
import { DueDates } from '../../../src/cases/due-dates.js';
import { happened, requestsOf } from '../../../src/cases/requests.js';
import { type Day, plusDays } from '../../../src/clock/day.js';
import { countRequest } from '../../../src/deadlines/count.js';
import { NewsWire } from '../../../src/events/news-wire.js';
import type { News } from '../../../src/events/news.js';
import type { Audience } from '../../../src/threads/visible.js';
import { CaseRoom } from '../../case-room.js';
import { until } from '../../until.js';

const TODAY = '2026-11-22';
const ALWAYS = { from: '2000-01-01', until: '2099-12-31' };

/** Two processes of one forum: each keeps what it counted, and hears the news by itself. */
let room: CaseRoom;
let wires: NewsWire[];
let processes: DueDates[];

beforeEach(async () => {
  room = await CaseRoom.open();
  const { reader, connections } = room.desk.db;
  wires = [1, 2].map(() => new NewsWire({ ...connections.reader }));
  processes = wires.map((wire) => new DueDates(reader, new Deadlines(reader), wire));
  for (const wire of wires) await wire.onModuleInit();
});
afterEach(async () => {
  for (const wire of wires) await wire.onApplicationShutdown();
  await room.desk.close();
});

const ago = (days: number): Day => plusDays(TODAY, -days);
const line = (thread: number, request: number, rule: number, shown: Day): string =>
  `${thread} ${request} ${rule} ${shown}`;

async function dues(of: DueDates, audience: Audience = 'everyone', today = TODAY): Promise<string[]> {
  const found = await of.of(audience, ALWAYS, today);
  return found.map(({ thread, request, date }) => line(thread.id, request, date.rule.number, date.shown)).toSorted();
}

/** What the page of each case says, read and counted anew: all cases here are Belgian, counted by the rules below. */
async function pages(): Promise<string[]> {
  const { reader } = room.desk.db;
  const law = await new Deadlines(reader).law('BE');
  const cases = await room.desk.rows<{ thread: number }>('select thread_id as thread from local_case');
  const all = await Promise.all(
    cases.map(async ({ thread }) => {
      const steps = await new CaseSteps(reader).of('staff', thread);
      return requestsOf(steps).flatMap((request) =>
        countRequest(happened(request.steps), law, TODAY)
          .filter(({ state }) => state === 'running' || state === 'ahead')
          .map(({ rule, shown }) => line(thread, request.number, rule.number, shown)),
      );
    }),
  );
  return all.flat().toSorted();
}

/** Both processes say what the pages say, once the news have come round. */
async function agree(): Promise<string[]> {
  const right = await pages();
  for (const process of processes) await until(async () => expect(await dues(process)).toEqual(right));
  return right;
}

function tell(heard: News): Promise<void> {
  return room.desk.db.writer.transaction((tx) => tx.tell(heard));
}

/** The law of France for Belgium too, where these cases are. */
async function copyTheLaw(): Promise<void> {
  const columns = (
    await room.desk.rows<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'deadline_rule'
       and column_name not in ('id', 'country')`,
    )
  ).map(({ name }) => `"${name}"`);
  await room.desk.rows(
    `insert into deadline_rule (id, country, ${columns.join(', ')}) overriding system value
     select id + 100, 'BE', ${columns.join(', ')} from deadline_rule where country = 'FR'`,
  );
}

async function requested(place: string): Promise<{ thread: number; request: number }> {
  const { thread } = await room.opened(place);
  const { number } = await room.step(thread, { kind: 'request', dated: ago(60), how: 'letter' });
  return { thread, request: number };
}

describe('what comes in all cases', () => {
  beforeEach(copyTheLaw);

  it('is what each case says, after each thing that happens to one of them', async () => {
    expect(await agree()).toEqual([]);
    const metz = await requested('Metz');
    const peltre = await requested('Peltre');
    const first = await agree();
    expect(first.length).toBeGreaterThan(1);
    const request = String(metz.request);
    const answer = { kind: 'answer', dated: ago(45), outcome: 'refusal', request };
    const refused = await room.step(metz.thread, answer);
    expect(await agree()).not.toEqual(first);
    const edit = await room.accept(await room.sentEdit(refused, { dated: ago(50) }));
    const edited = await agree();
    await room.undo(edit.decision);
    expect(await agree()).not.toEqual(edited);
    const down = await room.takeDown(refused);
    expect(await agree()).toEqual(first);
    await room.undo(down.id);
    await agree();
    const moved = await room.split(refused);
    expect(await agree()).toEqual(first);
    await room.undo(moved.id);
    await agree();
    const merged = await room.merge(peltre.thread, metz.thread);
    expect((await agree()).some((due) => due.startsWith(`${peltre.thread} `))).toBe(false);
    await room.undo(merged.id);
    expect((await agree()).some((due) => due.startsWith(`${peltre.thread} `))).toBe(true);
    await room.step(metz.thread, { kind: 'cada', dated: ago(1), request });
    await agree();
    await room.takeDown({ thread: peltre.thread, number: 1 });
    expect((await agree()).some((due) => due.startsWith(`${peltre.thread} `))).toBe(false);
  });

  it('is nothing of a request that was taken down while an answer to it stands', async () => {
    const { thread, request } = await requested('Metz');
    await room.step(thread, { kind: 'answer', dated: ago(5), outcome: 'refusal', request: String(request) });
    expect(await agree()).not.toEqual([]);
    await room.takeDown({ thread, number: request });
    expect(await agree()).toEqual([]);
  });

  it('has the title of a case as it is called now', async () => {
    const { thread } = await requested('Metz');
    const [one] = processes;
    const titles = async (): Promise<string[]> => [
      ...new Set(((await one?.of('everyone', ALWAYS, TODAY)) ?? []).map((due) => due.thread.title)),
    ];
    expect(await titles()).toEqual(['Metz']);
    await room.desk.rows(`update thread set title = 'Metz encore' where id = $1`, [thread]);
    await tell({ news: 'PostChanged', category: 1, thread, number: 1 });
    await until(async () => expect(await titles()).toEqual(['Metz encore']));
  });

  it('is kept between two news, and read again for the thread that they name', async () => {
    const { thread } = await requested('Metz');
    const other = await requested('Peltre');
    const before = await agree();
    await room.desk.rows('update case_step set dated = $1', [ago(50)]);
    for (const process of processes) expect(await dues(process)).toEqual(before);
    await tell({ news: 'PostPublished', category: 1, thread, number: 2 });
    const now = await pages();
    const mixed = [
      ...now.filter((due) => due.startsWith(`${thread} `)),
      ...before.filter((due) => due.startsWith(`${other.thread} `)),
    ].toSorted();
    for (const process of processes) await until(async () => expect(await dues(process)).toEqual(mixed));
  });

  it('is counted by the law as it stands after it was changed', async () => {
    await requested('Metz');
    const before = await agree();
    await room.desk.rows(`update deadline_rule set months = months + 1 where country = 'BE' and months is not null`);
    await tell({ news: 'SiteChanged' });
    expect(await agree()).not.toEqual(before);
  });

  it('belongs to one day: what has passed the next morning is not there then', async () => {
    await requested('Metz');
    const [one] = processes;
    if (one === undefined) throw new Error('no process');
    const [first] = await one.of('everyone', ALWAYS, TODAY);
    const shown = first?.date.shown ?? '';
    expect(await dues(one, 'everyone', shown)).toContainEqual(expect.stringMatching(` ${shown}$`));
    expect(await dues(one, 'everyone', plusDays(shown, 1))).not.toContainEqual(expect.stringMatching(` ${shown}$`));
  });
});

describe('who is told of it', () => {
  beforeEach(copyTheLaw);

  it('are those who may read the case, also when this changes', async () => {
    const [one] = processes;
    if (one === undefined) throw new Error('no process');
    const { thread } = await requested('Metz');
    const all = await agree();
    expect(all).not.toEqual([]);
    const of = async (): Promise<number[]> =>
      Promise.all((['everyone', 'members', 'staff'] as const).map(async (each) => (await dues(one, each)).length));
    const category = (
      await room.desk.row<{ id: number }>('select category_id as id from thread where id = $1', [thread])
    ).id;
    const open = async (audience: Audience): Promise<void> => {
      await room.desk.rows('update category set audience = $1 where id = $2', [audience, category]);
      await tell({ news: 'CategoryChanged', category });
    };
    const many = all.length;
    expect(await of()).toEqual([many, many, many]);
    await open('members');
    await until(async () => expect(await of()).toEqual([0, many, many]));
    await open('staff');
    await until(async () => expect(await of()).toEqual([0, 0, many]));
    await open('everyone');
    await until(async () => expect(await of()).toEqual([many, many, many]));
  });
});

it('news that may have been missed have everything read again', async () => {
  await copyTheLaw();
  await requested('Metz');
  expect(await agree()).not.toEqual([]);
  const back = wires.map((wire) => new Promise<void>((resolve) => wire.onMissed(resolve)));
  await room.desk.rows('delete from case_step');
  await room.desk.rows(
    `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'
      and datname = current_database()`,
  );
  await Promise.all(back);
  for (const process of processes) expect(await dues(process)).toEqual([]);
});
