import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { openWorld, type World } from '../../world.js';

let world: World;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', hold: 'nobody' });
  thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
  for (let n = 2; n <= 12; n++) await world.reply(thread, `Message numéro ${n}.`);
});
afterAll(() => world.close());

const ask = (after: number, more: Record<string, string> = {}) =>
  world.visitor().get(`/thread/${thread}/posts?after=${after}&changes=0`, more);

test('one reading is kept for all who ask the same after a cut, until the thread changes', async () => {
  const first = await ask(10);
  expect(first.html().querySelectorAll('article')).toHaveLength(2);
  await world.db.owner.query('begin');
  try {
    await world.db.owner.query('lock table thread, post in access exclusive mode');
    // Nothing can be read now but from memory.
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(10)));
    for (const { status, text, headers } of answers) {
      expect([status, text]).toEqual([200, first.text]);
      expect(headers.get('palabre-changes')).toBe(first.headers.get('palabre-changes'));
      expect(headers.get('cache-control')).toBe('no-store');
    }
  } finally {
    await world.db.owner.query('rollback');
  }
  await world.reply(thread, 'Et un treizième.');
  expect((await ask(10)).html().querySelectorAll('article')).toHaveLength(3);
});

test('three hundred who ask the same at once, of which nothing is kept, ask the database a few questions in all', async () => {
  await world.reply(thread, 'Un de plus, pendant la coupure.');
  const asked = jest.spyOn(pg.Client.prototype, 'query');
  try {
    const answers = await Promise.all(Array.from({ length: 300 }, () => ask(10)));
    const texts = new Set(answers.map(({ status, text }) => `${status} ${text}`));
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain('pendant la coupure');
    expect(asked.mock.calls.length).toBeGreaterThan(0);
    expect(asked.mock.calls.length).toBeLessThan(10);
  } finally {
    asked.mockRestore();
  }
});

test('each audience and language has its own', async () => {
  const member = await world.member('Mira');
  const guest = await ask(10);
  const mine = await world.visitor(member.cookie).get(`/thread/${thread}/posts?after=10&changes=0`);
  expect(mine.status).toBe(200);
  await world.visitor(member.cookie).post('/me', { language: 'en' });
  const english = await world.visitor(member.cookie).get(`/thread/${thread}/posts?after=10&changes=0`);
  expect(english.text).toContain('Report');
  expect(guest.text).toContain('Signaler');
  expect((await ask(10)).text).toBe(guest.text);
});
