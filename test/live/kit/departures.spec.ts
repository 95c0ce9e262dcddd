import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { OpenRooms } from '../../../src/live/open-rooms.js';
import { openWorld, type Person, type World } from '../../world.js';
import { until } from '../../until.js';
import { Listener } from './listener.js';

const COMMANDS = fileURLToPath(new URL('../../../src/command-line/command-line.js', import.meta.url));

let world: World;
let thread: number;
let inside: number;
const listeners: Listener[] = [];

async function listen(rooms: string[], person?: Person): Promise<Listener> {
  const listener = await Listener.in(world.url, rooms, { cookie: person?.cookie });
  listeners.push(listener);
  return listener;
}

function addressOf({ host, port, user, database }: Connection): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

/** The administrator's command line, as another process on the same database. */
async function command(...words: string[]): Promise<void> {
  const { owner, reader, writer } = world.db.connections;
  const said = `process.exitCode = await (await import(${JSON.stringify(COMMANDS)})).commandLine(${JSON.stringify(words)})`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', said], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: addressOf(owner),
      DATABASE_READER_URL: addressOf(reader),
      DATABASE_WRITER_URL: addressOf(writer),
    },
  });
}

/** Milliseconds until the socket was closed by the forum. */
async function closing(listener: Listener): Promise<number> {
  const start = performance.now();
  await listener.until(() => listener.closed, 'the end of the socket', 2000);
  return performance.now() - start;
}

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', hold: 'nobody' });
  await world.category({ slug: 'entre-nous', audience: 'members', hold: 'nobody' });
  thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
});
afterEach(() => listeners.splice(0).forEach((listener) => listener.close()));
afterAll(() => world.close());

describe('whoever has to leave', () => {
  test('is gone within two seconds when the command line of another process suspends them', async () => {
    const [mira, other] = [await world.member('Mira'), await world.member('Noé')];
    inside = await world.thread({ category: 'entre-nous', title: 'Entre nous', text: 'Samedi ?', by: other.visitor });
    const [hers, hersToo, his] = [
      await listen([`thread:${inside}`], mira),
      await listen(['category:villes'], mira),
      await listen([`thread:${inside}`], other),
    ];
    await command('member', 'suspend', 'Mira');
    expect(Math.max(await closing(hers), await closing(hersToo))).toBeLessThan(2000);
    await world.reply(inside, 'Après son départ.', other.visitor);
    await his.hear('post-published');
    expect(hers.frames).toEqual([]);
    expect(his.closed).toBe(false);
    // Nor does she come back: her session is a guest's.
    const back = await Listener.open(world.url, { cookie: mira.cookie });
    expect(await back.join(`thread:${inside}`)).toEqual({ error: 'not-found' });
    back.close();
  });

  test('is gone when their session ends, with that session’s sockets and no others', async () => {
    const omar = await world.member('Omar');
    const elsewhere = { ...omar, cookie: await world.session(omar.id) };
    const [here, there] = [
      await listen(['category:entre-nous'], omar),
      await listen(['category:entre-nous'], elsewhere),
    ];
    expect((await world.visitor(omar.cookie).post('/logout')).status).toBe(303);
    expect(await closing(here)).toBeLessThan(2000);
    await there.settle();
    expect(there.closed).toBe(false);
  });

  test('is gone when their role changes, and comes back as who they are now', async () => {
    const nadia = await world.member('Nadia', { role: 'moderator' });
    const desk = await listen(['desk'], nadia);
    await command('member', 'role', 'Nadia', 'member');
    expect(await closing(desk)).toBeLessThan(2000);
    const back = await Listener.open(world.url, { cookie: nadia.cookie });
    expect(await back.join('desk')).toEqual({ error: 'not-found' });
    back.close();
  });
});

describe('whoever changes', () => {
  test('comes back as they are now: in another language', async () => {
    const emma = await world.member('Emma');
    const before = await listen([`thread:${thread}`], emma);
    await world.db.owner.query(`update private.account set language = 'en' where member_id = $1`, [emma.id]);
    await world.writer.transaction((tx) => tx.tell({ news: 'MemberChanged', member: emma.id }));
    expect(await closing(before)).toBeLessThan(2000);
    const after = await listen([`thread:${thread}`], emma);
    await world.reply(thread, 'En anglais.');
    expect((await after.hear('post-published')).html).toContain('Reply');
  });
});

describe('a category whose audience narrows', () => {
  test('takes its rooms, and those of its threads, from whoever may no longer look', async () => {
    const pia = await world.member('Pia');
    const category = await world.category({ slug: 'places', hold: 'nobody' });
    const place = await world.thread({ category: 'places', title: 'Place du lavoir', text: 'Deux mâts.' });
    const rooms = [`thread:${place}`, 'category:places', `thread:${thread}`];
    const [guest, member] = [await listen(rooms), await listen(rooms, pia)];
    await world.db.owner.query(`update category set audience = 'members' where id = $1`, [category]);
    await world.writer.transaction((tx) => tx.tell({ news: 'CategoryChanged', category }));
    // The readers would keep the words back even from whoever was still inside: so the rooms themselves are looked at.
    const open = world.app.get(OpenRooms, { strict: false });
    const audiences = () => [
      ...open
        .all('thread')
        .filter((room) => room.thread === place)
        .map((room) => room.audience),
      ...open
        .all('category')
        .filter((room) => room.category === category)
        .map((room) => room.audience),
    ];
    await until(async () => expect(audiences()).toEqual(['members', 'members']));
    await world.reply(place, 'Plus pour tout le monde.', pia.visitor);
    await world.thread({ category: 'places', title: 'Pour les membres', text: 'Seulement.', by: pia.visitor });
    await member.hear('thread-published');
    await world.reply(thread, 'Pour tout le monde.');
    expect((await guest.hear('post-published')).thread).toBe(thread);
    expect(guest.frames).toHaveLength(1);
    expect(await guest.join(`thread:${place}`)).toEqual({ error: 'not-found' });
    await member.hear('post-published', 2);
    expect(member.of('post-published').map((message) => message.thread)).toEqual([place, thread]);
  });
});

describe('news that went by unheard', () => {
  test('make every page ask for what it missed, and leave nobody in a room that closed meanwhile', async () => {
    const [rosa, sami] = [await world.member('Rosa'), await world.member('Sami')];
    const guest = await listen([`thread:${thread}`]);
    const [hers, his] = [await listen(['category:entre-nous'], rosa), await listen(['category:entre-nous'], sami)];
    await world.db.owner.query(`delete from private.session where member_id = $1`, [rosa.id]);
    await world.db.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
        and query ilike 'listen%' and pid <> pg_backend_pid()`,
    );
    await guest.hear('catch-up');
    await his.hear('catch-up');
    expect(await closing(hers)).toBeLessThan(2000);
    expect(his.closed).toBe(false);
    await world.reply(thread, 'Les nouvelles sont revenues.');
    await guest.hear('post-published');
  });
});

describe('a forum that stops', () => {
  test('closes the sockets, and lets the same pages in when it is back', async () => {
    const guest = await listen([`thread:${thread}`]);
    await world.stop();
    expect(guest.closed).toBe(true);
    await world.start();
    const back = await listen([`thread:${thread}`]);
    await world.reply(thread, 'Après le redémarrage.');
    await back.hear('post-published');
  });
});
