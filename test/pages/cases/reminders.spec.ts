import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Removals } from '../../../src/desk/decisions/removals.js';
import { Undo } from '../../../src/desk/undoing/undo.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { ERASE_REMINDERS } from '../../../src/notices/cases/reminder-erasure.js';
import { TELL_REMINDERS } from '../../../src/notices/cases/telling-reminders.js';
import type { Job } from '../../../src/jobs/job.js';
import { formWith } from '../../form.js';
import { MailRoom, WORDS } from '../../mail-room.js';
import { rowsWith } from '../../rows-with.js';
import { until } from '../../until.js';
import { openWorld, type Person } from '../../world.js';

// Received on 14 August: silence until 14 September, then the CADA until 13 November.
const RECEIVED = new Date('2026-08-20T10:00:00Z');
const at = (day: string): Date => new Date(`${day}T10:00:00Z`);
const DOWN = { reason: 'other', remark: '' };

let room: MailRoom;
let mila: Person;
let keys = 0;

beforeAll(async () => {
  // What the mail server refuses is logged.
  for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockImplementation(() => true);
  room = await MailRoom.open();
  await room.world.category({ slug: 'equipe', audience: 'staff' });
  await room.rows(`update category set takes = '{thread,case}'`);
  mila = await room.world.member('Mila');
});
afterAll(async () => {
  jest.restoreAllMocks();
  await room.close();
});
beforeEach(async () => {
  room.world.clock.set(RECEIVED);
  await room.settled();
  await back();
});
/** Sessions end sooner than deadlines. */
const awake = async (person: Person): Promise<Person> => ({ ...person, cookie: await room.world.session(person.id) });

async function back(): Promise<void> {
  mila = await awake(mila);
}

afterEach(async () => {
  room.sent.splice(0);
  await room.rows('delete from private.notice');
  await room.rows('delete from private.case_reminder');
  await room.rows(`update category set audience = 'everyone' where slug = 'villes'`);
});

const as = (person: Person | null) => room.world.visitor(person?.cookie ?? null);

async function opened(received = '2026-08-14'): Promise<number> {
  const thread = await room.world.case({ category: 'villes', title: `Dossier ${WORDS}`, place: WORDS });
  await room.world.step(thread, { kind: 'request', dated: '2026-08-12', how: 'letter' });
  await room.world.step(thread, { kind: 'receipt', dated: received });
  return thread;
}

const post = (thread: number, fields: Record<string, string>, by: Person | null = null) =>
  as(by).post(`/thread/${thread}/case/reminders`, { key: `key-of-reminders-${(keys += 1)}`, ...fields });

/** With an address that is confirmed by the link of its letter. */
async function followed(thread: number): Promise<string> {
  const email = room.address();
  expect((await post(thread, { email, action: 'start' })).status).toBe(200);
  await room.settled();
  const path = room.sent.find(({ to }) => to[0] === email)?.paths[0] ?? '';
  const { fields } = formWith((await as(null).get(path)).html(), 'item');
  expect((await as(null).post(path, fields)).status).toBe(200);
  room.sent.splice(0);
  return email;
}

async function done(job: Job<object>): Promise<void> {
  const { clock, app } = room.world;
  const turn = { now: clock.now(), stopping: new AbortController().signal };
  await app.get(Jobs, { strict: false }).all.get(job.name)?.work({}, turn);
}

/** On that day, with the thirty seconds over in which something may be undone. */
async function on(day: string): Promise<void> {
  room.world.clock.set(at(day));
  await done(TELL_REMINDERS);
  room.world.clock.advance(31_000);
  await done(TELL_REMINDERS);
  await room.settled();
}

async function notices(): Promise<string[]> {
  const rows = await room.rows<{ kind: string }>('select kind from private.notice where member_id = $1 order by id', [
    mila.id,
  ]);
  return rows.map(({ kind }) => kind);
}

const letters = (): string[] => room.sent.map(({ text }) => text.replace(/\s+/g, ' '));

describe('a member who follows the dates of a case', () => {
  it('is told 14 and 3 days before a date that binds people, and the day after one that binds the authority, once each', async () => {
    const thread = await opened();
    const page = (await as(mila).get(await whole(thread))).html();
    const form = page.querySelector('[data-reminded="off"] form');
    expect(form?.querySelector('button')?.getAttribute('value')).toBe('start');
    expect((await as(mila).post(form?.getAttribute('action') ?? '', { action: 'start' })).status).toBe(303);
    expect((await as(mila).get(await whole(thread))).html().querySelector('[data-reminded="on"]')).not.toBeNull();
    await on('2026-09-14');
    expect(await notices()).toEqual([]);
    await on('2026-09-15');
    await on('2026-09-15');
    await on('2026-09-16');
    expect(await notices()).toEqual(['authority-is-late']);
    await on('2026-10-29');
    expect(await notices()).toEqual(['authority-is-late']);
    await on('2026-10-30');
    await on('2026-11-09');
    expect(await notices()).toEqual(['authority-is-late', 'due-in-two-weeks']);
    await on('2026-11-10');
    await on('2026-11-13');
    await on('2026-11-14');
    expect(await notices()).toEqual(['authority-is-late', 'due-in-two-weeks', 'due-in-three-days']);
    await back();
    const told = (await as(mila).get('/me/notices')).html();
    expect(told.querySelector('[data-notice="due-in-three-days"] a')?.getAttribute('href')).toBe(await whole(thread));
  });

  it('is told by three processes once', async () => {
    const thread = await opened();
    await post(thread, { action: 'start' }, mila);
    room.world.clock.set(at('2026-10-30'));
    await done(TELL_REMINDERS);
    room.world.clock.advance(31_000);
    await Promise.all([done(TELL_REMINDERS), done(TELL_REMINDERS), done(TELL_REMINDERS)]);
    expect(await notices()).toEqual(['due-in-two-weeks']);
  });

  it('is told of the new date after it has moved, and not of what was answered', async () => {
    const thread = await opened();
    await post(thread, { action: 'start' }, mila);
    await on('2026-10-30');
    // Said within the two months, so the count may begin anew; what people must keep is the earliest all the same.
    await room.rows(`update case_step set dated = '2026-08-24' where thread_id = $1 and kind = 'receipt'`, [thread]);
    await room.rows('update thread set changes = changes + 1 where id = $1', [thread]);
    await on('2026-11-10');
    expect(await notices()).toEqual(['due-in-two-weeks', 'due-in-two-weeks']);
    await on('2026-11-20');
    expect(await notices()).toEqual(['due-in-two-weeks', 'due-in-two-weeks', 'due-in-three-days']);

    const other = await opened();
    await post(other, { action: 'start' }, mila);
    await room.rows('delete from private.notice');
    room.world.clock.set(at('2026-09-10'));
    await room.world.step(other, { kind: 'answer', outcome: 'all', dated: '2026-09-09', request: '2' });
    for (const day of ['2026-09-15', '2026-10-30', '2026-11-10']) await on(day);
    expect(await notices()).toEqual([]);
  });

  it('hears nothing of what was undone within thirty seconds, nor of a case that was taken down', async () => {
    const thread = await opened();
    await post(thread, { action: 'start' }, mila);
    await on('2026-09-01');
    const removals = room.world.app.get(Removals, { strict: false });
    room.world.clock.set(at('2026-10-30'));
    await done(TELL_REMINDERS);
    await removals.takeDown(room.nadia.visitor, thread, 1, DOWN, room.world.clock.now());
    room.world.clock.advance(31_000);
    await done(TELL_REMINDERS);
    await on('2026-10-31');
    expect(await notices()).toEqual([]);
    await removals.restore(room.nadia.visitor, thread, 1, room.world.clock.now());
    await on('2026-11-01');
    expect(await notices()).toEqual(['due-in-two-weeks']);
  });

  it('reads the page when asking, so that nothing of before is told, and stops', async () => {
    const thread = await opened();
    room.world.clock.set(at('2026-11-01'));
    await post(thread, { action: 'start' }, mila);
    await on('2026-11-02');
    expect(await notices()).toEqual([]);
    await back();
    expect((await post(thread, { action: 'stop' }, mila)).status).toBe(303);
    expect(await room.rows('select from private.case_reminder')).toEqual([]);
    await on('2026-11-10');
    expect(await notices()).toEqual([]);
    // Asked twice there is one.
    await back();
    await post(thread, { action: 'start' }, mila);
    await post(thread, { action: 'start' }, mila);
    expect(await room.rows('select from private.case_reminder')).toHaveLength(1);
  });

  it('is not told of a case that they may not read any more', async () => {
    const thread = await opened();
    await post(thread, { action: 'start' }, mila);
    await room.rows(`update category set audience = 'staff' where slug = 'villes'`);
    await on('2026-10-30');
    expect(await notices()).toEqual([]);
  });
});

const whole = async (thread: number): Promise<string> =>
  (await room.world.visitor().get(`/thread/${thread}`)).location ?? '';

describe('a guest', () => {
  it('gives an address on the page of the case, is asked whose it is, and gets letters without words', async () => {
    const thread = await opened();
    room.world.clock.set(at('2026-09-13'));
    const page = (await as(null).get(await whole(thread))).html();
    const { action, fields } = formWith(page, 'email');
    expect(action).toBe(`/thread/${thread}/case/reminders`);
    expect(fields).not.toHaveProperty('key');
    const email = room.address();
    // A page that is kept for everyone has no key: the next one gives it.
    const check = await as(null).post(action, { ...fields, email, action: 'start' });
    expect(check.status).toBe(200);
    expect(await room.rows('select from private.case_reminder')).toEqual([]);
    const given = formWith(check.html(), 'email');
    expect(given.fields['email']).toBe(email);
    expect((await as(null).post(given.action, { ...given.fields, action: 'start' })).status).toBe(200);
    await room.settled();
    const path = room.sent[0]?.paths[0] ?? '';
    const item = await as(null).get(path);
    expect(item.text).toContain('Des rappels des échéances d’un dossier');
    expect(item.text).not.toContain(WORDS);
    expect(await room.rows('select from private.mail where reminder_id is not null')).toEqual([]);
    await on('2026-09-15');
    expect(room.sent).toHaveLength(1);
    const confirmed = await as(null).post(path, formWith(item.html(), 'item').fields);
    expect(confirmed.html().querySelector('main a')?.getAttribute('href')).toBe(`/thread/${thread}`);
    room.sent.splice(0);
    await on('2026-10-30');
    await on('2026-10-31');
    expect(letters()).toEqual([expect.stringContaining('tombe dans quatorze jours au plus')]);
    expect(room.sent[0]?.to).toEqual([email]);
    expect(room.sent[0]?.raw).not.toContain(WORDS);
    expect(room.sent[0]?.raw).not.toContain('Peltre');
    expect(room.sent[0]?.paths[0]).toBe(`/thread/${thread}`);
  });

  it('stops by one click, and the address is forgotten', async () => {
    const thread = await opened();
    const email = await followed(thread);
    await on('2026-10-30');
    const unsubscribe =
      /<https:\/\/[^/]+(\/[^>]+)>/.exec(room.sent[0]?.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
    expect((await as(null).get(unsubscribe)).text).toContain('l’adresse que vous aviez donnée sera effacée');
    expect((await as(null).post(unsubscribe, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await room.rows('select from private.case_reminder')).toEqual([]);
    expect(await room.rows('select from private.confirmation where address = $1', [email])).toEqual([]);
    await on('2026-11-10');
    expect(room.sent).toHaveLength(1);
  });

  it('gets one letter from several processes, and none about what was undone before it left', async () => {
    const thread = await opened();
    await followed(thread);
    room.world.clock.set(at('2026-10-30'));
    await done(TELL_REMINDERS);
    room.world.clock.advance(31_000);
    await Promise.all([done(TELL_REMINDERS), done(TELL_REMINDERS), done(TELL_REMINDERS)]);
    await room.settled();
    expect(letters()).toHaveLength(1);
    room.sent.splice(0);

    room.world.clock.set(at('2026-11-10'));
    await done(TELL_REMINDERS);
    room.world.clock.advance(31_000);
    for (let tries = 0; tries < 20; tries++) room.sink.refusing.push({ code: 451, words: 'later' });
    await done(TELL_REMINDERS);
    await until(async () => {
      await room.hurry();
      expect(room.sink.refusing.length).toBeLessThan(20);
    });
    const removals = room.world.app.get(Removals, { strict: false });
    const { id } = await removals.takeDown(room.nadia.visitor, thread, 1, DOWN, room.world.clock.now());
    // Given up, since there is nothing to say any more.
    await until(async () => {
      await room.hurry();
      expect(await room.rows(`select from private.mail where kind = 'reminder' and closed_at is null`)).toEqual([]);
    });
    room.sink.refusing.splice(0);
    await room.settled();
    expect(letters()).toEqual([]);
    await room.world.app.get(Undo, { strict: false }).undo(room.nadia.visitor, id, room.world.clock.now());
    await on('2026-11-11');
    expect(letters()).toEqual([expect.stringContaining('tombe dans trois jours au plus')]);
  });

  it('is answered the same whether the address is known or not, and told at the field what is wrong', async () => {
    const thread = await opened();
    const email = await followed(thread);
    const [known, unknown] = [await post(thread, { email }), await post(thread, { email: room.address() })];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(await room.rows('select from private.case_reminder where email = $1', [email])).toHaveLength(1);
    for (const [fields, why] of [
      [{ email: 'sans arobase' }, '#remind-email-why'],
      [{ email: '' }, '#remind-email-why'],
    ] as const) {
      const wrong = await post(thread, fields);
      expect([wrong.status, wrong.html().querySelector(why) === null]).toEqual([422, false]);
      expect(wrong.html().querySelector('input[name="email"]')?.getAttribute('value')).toBe(fields.email);
    }
    expect((await post(thread, { email, action: 'stop' })).status).toBe(422);
    expect((await post(thread, { email, action: 'demain' })).status).toBe(422);
    expect((await post(await room.thread(), { email })).status).toBe(404);
    const elsewhere = await as(null).post(
      `/thread/${thread}/case/reminders`,
      { email, key: 'key-from-elsewhere' },
      { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(elsewhere.status).toBe(403);
  });
});

describe('what is kept', () => {
  it('goes when nobody confirms the address, and with the case', async () => {
    const thread = await opened();
    const waits = room.address();
    await post(thread, { email: waits });
    const email = await followed(await opened());
    await done(ERASE_REMINDERS);
    expect(await room.rows('select from private.case_reminder')).toHaveLength(2);
    room.world.clock.advance(4 * 86_400_000);
    await done(ERASE_REMINDERS);
    const left = () => room.rows<{ email: string }>('select email from private.case_reminder');
    expect(await left()).toEqual([{ email }]);

    await post(thread, { action: 'start' }, mila);
    const removals = room.world.app.get(Removals, { strict: false });
    await removals.takeDown(room.nadia.visitor, thread, 1, DOWN, room.world.clock.now());
    await done(ERASE_REMINDERS);
    room.world.clock.advance(6 * 86_400_000);
    await done(ERASE_REMINDERS);
    expect(await left()).toHaveLength(2);
    room.world.clock.advance(2 * 86_400_000);
    await done(ERASE_REMINDERS);
    expect(await left()).toEqual([{ email }]);
  });

  const audience = (whose: string) => async (): Promise<void> => {
    await room.rows('update category set audience = $1 where slug = $2', [whose, 'villes']);
  };
  const move = (from: string, category: string) => async (thread: number) => {
    const nadia = await awake(room.nadia);
    const moved = await as(nadia).post(`/desk/thread/${thread}/category`, { from, category, action: 'do' });
    expect(moved.status).toBe(303);
  };

  it.each([
    { where: 'whose category is the members’ alone', away: audience('members'), home: audience('everyone'), read: 2 },
    { where: 'whose category is the team’s alone', away: audience('staff'), home: audience('everyone'), read: 1 },
    { where: 'that was moved to the team', away: move('villes', 'equipe'), home: move('equipe', 'villes'), read: 1 },
  ])('goes after seven days with a case $where, of all who may not read it any more', async ({ away, home, read }) => {
    const thread = await opened();
    const email = await followed(thread);
    const people = [room.nadia, mila];
    for (const each of people) await post(thread, { action: 'start' }, await awake(each));
    const kept = () =>
      room.rows('select member_id as member, email from private.case_reminder order by member_id, email');
    const all = await kept();
    expect(all).toHaveLength(3);
    const after = async (days: number): Promise<void> => {
      await done(ERASE_REMINDERS);
      room.world.clock.advance(days * 86_400_000);
      await done(ERASE_REMINDERS);
    };
    await away(thread);
    await after(6);
    expect(await kept()).toEqual(all);
    await home(thread);
    await after(6);
    expect(await kept()).toEqual(all);
    await away(thread);
    await after(6);
    expect(await kept()).toEqual(all);
    await after(1);
    expect(await kept()).toEqual(people.slice(0, read).map(({ id }) => ({ member: id, email: null })));
    expect(await rowsWith(room.world.db.owner, email)).toEqual([]);
  });
});

describe('a forum that sends no letters', () => {
  it('reminds members alone', async () => {
    const world = await openWorld();
    await world.category({ slug: 'villes' });
    const thread = await world.case({ category: 'villes' });
    const address = (await world.visitor().get(`/thread/${thread}`)).location ?? '';
    const page = (await world.visitor().get(address)).html();
    expect(page.querySelector('[data-reminded] input')).toBeNull();
    const path = `/thread/${thread}/case/reminders`;
    expect((await world.visitor().post(path, { email: 'a@b.example', key: 'key-of-no-letters' })).status).toBe(403);
    const member = world.visitor((await world.member('Ada')).cookie);
    expect((await member.post(path, { action: 'start', key: 'key-of-no-letters' })).status).toBe(303);
    await world.close();
  });
});
