import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { NewsWire } from '../../../src/events/news-wire.js';
import { Sower } from '../../sow.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';
import { Listener } from './listener.js';

let world: World;
let member: Person;
let organizer: Person;
let english: Person;
let open: number;
let closed: number;
const listeners: Listener[] = [];

async function listen(rooms: string[], cookie?: string): Promise<Listener> {
  const listener = await Listener.in(world.url, rooms, { cookie });
  listeners.push(listener);
  return listener;
}

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', hold: 'nobody' });
  await world.category({ slug: 'entre-nous', audience: 'members', hold: 'nobody' });
  await world.category({ slug: 'equipe', audience: 'staff', hold: 'nobody' });
  member = await world.member('Mira');
  organizer = await world.member('Olga', { role: 'organizer' });
  english = await world.member('Emma');
  await world.db.owner.query(`update private.account set language = 'en' where member_id = $1`, [english.id]);
  open = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
  closed = await world.thread({
    category: 'entre-nous',
    title: 'Entre nous',
    text: 'Qui vient samedi ?',
    by: member.visitor,
  });
});
afterEach(() => listeners.splice(0).forEach((listener) => listener.close()));
afterAll(() => world.close());

describe('a thread’s room', () => {
  test('hears a published reply as the fragment that the page shows', async () => {
    const guest = await listen([`thread:${open}`]);
    const number = await world.reply(open, 'Une cinquième, depuis *mardi*.');
    const message = await guest.hear('post-published');
    expect(message).toEqual({ thread: open, number, html: expect.stringContaining('<em>mardi</em>') });
    const page = (await world.visitor().get(`/thread/${open}/cameras-du-marche`)).text;
    expect(page).toContain(String(message.html));
  });

  test('hears replies in the order of their numbers, each once', async () => {
    const guest = await listen([`thread:${open}`]);
    const numbers: number[] = [];
    await Promise.all(
      Array.from({ length: 12 }, async (_, each) =>
        numbers.push(await world.reply(open, `Message ${each} de la salve`)),
      ),
    );
    await guest.hear('post-published', 12);
    await guest.settle();
    expect(guest.of('post-published').map(({ number }) => number)).toEqual(numbers.sort((a, b) => a - b));
  });

  test('is in the language of whoever listens', async () => {
    const [guest, reader] = [await listen([`thread:${open}`]), await listen([`thread:${open}`], english.cookie)];
    await world.reply(open, 'Dans deux langues.');
    expect((await guest.hear('post-published')).html).toContain('Répondre');
    expect((await reader.hear('post-published')).html).toContain('Reply');
  });

  test('of a thread for members does not exist for a guest, no more than one that was never opened', async () => {
    const guest = await listen([]);
    expect(await guest.join(`thread:${closed}`)).toEqual({ error: 'not-found' });
    expect(await guest.join('thread:987654')).toEqual({ error: 'not-found' });
    const [someone, staff] = [
      await listen([`thread:${closed}`], member.cookie),
      await listen([`thread:${closed}`], organizer.cookie),
    ];
    await world.reply(closed, 'Moi, avec le matériel.', member.visitor);
    await someone.hear('post-published');
    await staff.hear('post-published');
    await guest.settle();
    expect(guest.frames).toEqual([]);
  });
});

describe('whoever enters a room', () => {
  test('of a thread is told what the page shows, and after each reply and each change something else', async () => {
    const guest = await listen([]);
    const shown = async (): Promise<string> => {
      const list = (await world.visitor().get(`/thread/${open}/cameras-du-marche`))
        .html()
        .querySelector('[data-live-thread]');
      return `${list?.getAttribute('data-after')}.${list?.getAttribute('data-changes')}`;
    };
    const before = await shown();
    expect(await guest.join(`thread:${open}`)).toEqual({ ok: true, last: before });
    const number = await world.reply(open, 'Une de plus.');
    await guest.hear('post-published');
    expect(await guest.join(`thread:${open}`)).toEqual({ ok: true, last: await shown() });
    expect(await shown()).not.toBe(before);
    const replied = await shown();
    await new Sower(world.db.owner).change(open, number, `html = '<p>Une de moins.</p>'`);
    const changed = await guest.join(`thread:${open}`);
    expect('ok' in changed && changed.last).not.toBe(replied);
  });

  test('of a category is told what moved last, of those that it may read', async () => {
    const guest = await listen(['category:villes']);
    const thread = await world.thread({ category: 'villes', title: 'Rue du four', text: 'Un mât.' });
    await guest.hear('thread-published');
    const told = await guest.join('category:villes');
    expect('ok' in told && told.last?.split(' ')).toEqual([`${thread}`, `${open}`]);
    const someone = await listen([], member.cookie);
    const theirs = await someone.join('category:entre-nous');
    expect('ok' in theirs && theirs.last).toBe(String(closed));
  });

  test('is not told it where something was published while the room was looked for', async () => {
    const guest = await listen([]);
    const heard = new Promise<void>((resolve) => world.app.get(NewsWire).on('PostPublished', () => resolve()));
    await world.db.owner.query('begin');
    await world.db.owner.query('lock table thread in access exclusive mode');
    const joining = guest.join(`thread:${open}`);
    await until(async () => {
      const { rows } = await world.db.owner.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(1);
    });
    const other = new pg.Client(world.db.connections.owner);
    await other.connect();
    const news = { news: 'PostPublished', category: 1, thread: open, number: 1 };
    await other.query('select pg_notify($1, $2)', ['palabre_news', JSON.stringify(news)]);
    await heard;
    await world.db.owner.query('rollback');
    await other.end();
    expect(await joining).toEqual({ ok: true });
    expect(await guest.join(`thread:${open}`)).toEqual({ ok: true, last: expect.any(String) });
  });
});

describe('a category’s room', () => {
  test('hears a new thread as the line that the page shows', async () => {
    const guest = await listen(['category:villes']);
    const thread = await world.thread({ category: 'villes', title: 'Place du lavoir', text: 'Deux mâts.' });
    const message = await guest.hear('thread-published');
    expect(message).toEqual({ thread, category: 'villes', html: expect.stringContaining('Place du lavoir') });
    expect((await world.visitor().get('/category/villes')).text).toContain(String(message.html));
  });

  test('does not exist for whoever may not read it', async () => {
    const [guest, someone] = [await listen([]), await listen([], member.cookie)];
    expect(await guest.join('category:entre-nous')).toEqual({ error: 'not-found' });
    expect(await guest.join('category:nowhere')).toEqual({ error: 'not-found' });
    expect(await someone.join('category:entre-nous')).toEqual({ ok: true, last: String(closed) });
    expect(await someone.join('category:equipe')).toEqual({ error: 'not-found' });
    await world.thread({ category: 'equipe', title: 'Planning', text: 'De la semaine.', by: organizer.visitor });
    await someone.settle();
    expect(someone.frames).toEqual([]);
  });
});
