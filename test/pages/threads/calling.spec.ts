import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browsing } from '../../browsing.js';
import { Listener } from '../../live/kit/listener.js';
import { openWorld, type Person, type World } from '../../world.js';

const CALL = {
  url: 'https://petition.example/non?utm_source=x&id=3',
  words: 'Signer la pétition',
  until: '2026-12-01',
};

let world: World;
let amina: Person;
let rozenn: Browsing;
let nadia: Browsing;
let elsewhere: Browsing;
let talk: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'ailleurs', name: 'Ailleurs' });
  amina = await world.member('Amina');
  rozenn = world.visitor((await world.member('Rozenn', { role: 'organizer' })).cookie);
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator', categories: ['villes'] })).cookie);
  elsewhere = world.visitor((await world.member('Élo', { role: 'moderator', categories: ['ailleurs'] })).cookie);
  talk = await world.thread({ category: 'villes', title: 'La pétition', text: 'Signons.', by: amina.visitor });
});
afterAll(() => world.close());

const call = (who: Browsing, fields: Partial<typeof CALL> = CALL) => who.post(`/thread/${talk}/call`, fields);
const slip = async (who = world.visitor()) =>
  (await who.get(`/thread/${talk}/la-petition`)).html().querySelector('[data-call] aside');

describe('a call on a thread', () => {
  test('is a link above the posts, its host in words, set by organizers and by moderators of its category', async () => {
    expect(await slip()).toBe(null);
    const done = await call(rozenn);
    expect([done.status, done.location?.split('?')[0]]).toEqual([303, `/thread/${talk}/la-petition`]);
    const shown = await slip();
    expect(shown?.querySelector('a')?.getAttribute('href')).toBe('https://petition.example/non?id=3');
    expect(shown?.querySelector('a')?.getAttribute('rel')).toContain('nofollow');
    expect(shown?.text.replace(/\s+/g, ' ').trim()).toBe(
      'Signer la pétition sur petition.example jusqu’au 1er décembre 2026',
    );
    expect((await call(nadia, { ...CALL, words: 'Signer' })).status).toBe(303);
    expect((await slip())?.querySelector('a')?.text).toBe('Signer');
  });

  test('is for nobody else to set: for them the address does not exist', async () => {
    for (const who of [world.visitor(amina.cookie), elsewhere]) {
      expect((await who.get(`/thread/${talk}/call`)).status).toBe(404);
      expect((await call(who)).status).toBe(404);
    }
    expect((await call(world.visitor())).status).toBe(403);
    expect((await slip())?.querySelector('a')?.text).toBe('Signer');
  });

  test('comes back with all that was typed and a sentence at each wrong field', async () => {
    const typed = { url: 'javascript:alert(1)', words: 'Ah', until: '2026-02-30' };
    const again = await call(rozenn, typed);
    expect(again.status).toBe(422);
    const form = again.html();
    expect(form.querySelectorAll('form .why').length).toBe(3);
    expect(
      ['url', 'words', 'until'].map((name) => form.querySelector(`[name="${name}"]`)?.getAttribute('value')),
    ).toEqual(Object.values(typed));
    for (const until of ['2026-11-21', '2028-01-01'])
      expect((await call(rozenn, { ...CALL, until })).status).toBe(422);
    expect((await call(rozenn, { ...CALL, url: 'mailto:a@b.example' })).status).toBe(422);
  });

  test('is in the log without its text, undone like all else, and taken away by an empty form', async () => {
    await call(nadia, { ...CALL, words: 'Venir à la réunion' });
    const { location } = await nadia.post(`/thread/${talk}/call`, {});
    expect(await slip()).toBe(null);
    const { rows } = await world.db.owner.query<{ id: string; decision: string }>(
      `select id::text, decision, to_jsonb(d)::text as whole from desk.decision d
       where decision in ('call', 'uncall') order by id desc limit 2`,
    );
    expect(rows.map(({ decision }) => decision)).toEqual(['uncall', 'call']);
    expect(JSON.stringify(rows)).not.toContain('réunion');
    expect((await nadia.get(location ?? '')).html().text).toContain('Appel retiré.');
    const undo = (id = '') => nadia.post(`/desk/decisions/${id}/undo`, { back: '/desk' });
    expect((await undo(rows[1]?.id)).status).toBe(409);
    expect((await undo(rows[0]?.id)).status).toBe(303);
    expect((await slip())?.querySelector('a')?.text).toBe('Venir à la réunion');
    expect((await undo(rows[1]?.id)).status).toBe(303);
    expect((await slip())?.querySelector('a')?.text).toBe('Signer');
    expect((await nadia.get('/desk/log')).html().text).toContain('appel posé');
  });

  test('sent twice is set once', async () => {
    const count = async () =>
      (await world.db.owner.query(`select 1 from desk.decision where decision = 'call'`)).rows.length;
    await call(rozenn, { ...CALL, words: 'Une fois' });
    const before = await count();
    expect((await call(rozenn, { ...CALL, words: 'Une fois' })).status).toBe(303);
    expect(await count()).toBe(before);
  });

  test('is told at once to whoever has the thread open', async () => {
    const listener = await Listener.in(world.url, [`thread:${talk}`]);
    await call(rozenn, { ...CALL, words: 'En direct' });
    await listener.hear('thread-changed');
    expect((await slip())?.querySelector('a')?.text).toBe('En direct');
    listener.close();
  });

  test('is over when its last day is', async () => {
    expect(await slip()).not.toBe(null);
    world.clock.set(new Date('2026-12-01T22:59:00Z'));
    expect(await slip()).not.toBe(null);
    world.clock.set(new Date('2026-12-01T23:00:00Z'));
    expect(await slip()).toBe(null);
  });
});
