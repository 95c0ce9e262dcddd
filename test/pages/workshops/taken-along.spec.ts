import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let walk: number;
let members: number;

beforeAll(async () => {
  world = await openWorld({ config: { publicUrl: 'https://forum.palabre.example' } });
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'membres', name: 'Membres', audience: 'members' });
  await world.category({ slug: 'equipe', name: 'Équipe', audience: 'staff' });
  await world.db.owner.query(`update category set takes = '{thread,workshop}'`);
  ada = await world.member('Ada', { role: 'moderator' });
  walk = await world.workshop({
    category: 'villes',
    title: 'Qui nous regarde ?',
    text: 'Comprendre ce que la ville achète.',
    town: '57534',
    place: 'Devant le lavoir',
    address: '3, quai des Secrets',
    reveal: 'day-before',
    bring: 'Venez sans smartphone.',
    price: 'open',
    start: ['2026-12-12T14:00', '2026-12-19T14:00'],
    end: ['2026-12-12T19:00', '2026-12-20T19:00'],
  });
  for (const category of ['equipe', 'membres'])
    members = await world.workshop({
      category,
      title: `Entre ${category}`,
      by: ada.visitor,
      town: '57534',
      start: '2026-12-20T14:00',
      end: '2026-12-20T15:00',
    });
});
afterAll(() => world.close());

const get = (path: string, headers: Record<string, string> = {}) => world.visitor().get(path, headers);

it('the agenda is a page without a script', async () => {
  for (const path of ['/workshops', '/workshops?view=month'])
    expect((await get(path)).html().querySelectorAll('script[src], link[as="script"]')).toEqual([]);
});

describe('the secret address of a calendar', () => {
  const mine = () => world.visitor(ada.cookie);
  const make = async (): Promise<string> => {
    const page = await mine().post('/me/calendar', { action: 'make' });
    expect(page.status).toBe(200);
    return new URL(page.html().querySelector('input[name="address"]')?.getAttribute('value') ?? '').pathname;
  };

  it('is shown once, and opens what members may read of workshops and nothing of the team, without a session', async () => {
    const path = await make();
    expect(path).toMatch(/^\/calendar\/[\w-]{32}\.ics$/);
    expect((await mine().get('/me/calendar')).text).not.toContain(path);
    const calendar = await get(path);
    expect([calendar.status, calendar.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(calendar.text).toContain('Entre membres');
    expect(calendar.text).toContain('Qui nous regarde');
    expect(calendar.text).not.toContain('Entre equipe');
    expect(calendar.text).not.toContain('Secrets');
    // What one has registered for is said, and only in one's own.
    const [date] = await world.reader.query<{ id: string }>(
      `select d.id from workshop_date d join thread t on t.id = d.thread_id where t.title = 'Entre membres'`,
    );
    const olga = world.visitor((await world.member('Olga', { role: 'organizer' })).cookie);
    expect((await olga.post(`/thread/${members}/workshop/hosts`, { action: 'take' })).status).toBe(303);
    const registered = await mine().post(`/thread/${members}/workshop/registrations`, {
      date: date?.id ?? '',
      answer: 'yes',
      mine: 'yes',
      key: 'the-key-of-a-registration',
    });
    expect(registered.status).toBe(303);
    const after = (await get(path)).text.replaceAll('\r\n ', '');
    expect(after).toContain('DESCRIPTION:Votre place est prise');
    expect((await mine().get('/workshops.ics')).text).not.toContain('Votre place');
    const etag = (await get(path)).headers.get('etag') ?? '';
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(path.replace('.ics', ''))).status).toBe(404);
  });

  it('opens nothing any more when it was renewed or revoked, nor while its member is suspended', async () => {
    const former = await make();
    const path = await make();
    expect([(await get(former)).status, (await get(path)).status]).toEqual([404, 200]);
    await world.writer.query('update private.account set suspended_at = $2 where member_id = $1', [
      ada.id,
      world.clock.now(),
    ]);
    expect((await get(path)).status).toBe(404);
    await world.writer.query('update private.account set suspended_at = null where member_id = $1', [ada.id]);
    expect((await mine().post('/me/calendar', { action: 'revoke' })).location).toBe('/me/calendar?saved=yes');
    expect((await get(path)).status).toBe(404);
    expect((await mine().post('/me/calendar', { action: 'paint' })).status).toBe(422);
    expect((await get('/me/calendar')).location).toBe('/login?back=%2Fme%2Fcalendar');
    expect(await world.writer.query('select 1 from private.calendar_address')).toEqual([]);
  });
});

describe('the poster of a workshop', () => {
  it('has what everybody may read, and the address in letters and in squares', async () => {
    const page = (await get(`/thread/${walk}/workshop/poster`)).html();
    const sheet = page.querySelector('.poster');
    for (const words of [
      'Qui nous regarde',
      'samedi 12 décembre 2026',
      'Devant le lavoir',
      'Prix libre',
      'smartphone',
    ])
      expect(sheet?.text).toContain(words);
    expect(sheet?.querySelector('.letters')?.text).toBe(`forum.palabre.example/thread/${walk}`);
    expect(sheet?.querySelector('svg.qr path')?.getAttribute('d')?.length).toBeGreaterThan(1000);
    expect(page.text).not.toContain('Secrets');
  });

  it('is there for each of its dates, and says when one is cancelled', async () => {
    const page = (await get(`/thread/${walk}/workshop/poster`)).html();
    const other = page.querySelector('main a[href*="poster?date="]')?.getAttribute('href') ?? '';
    expect((await get(other)).html().querySelector('.poster .when')?.text).toMatch(/19 décembre.*20 décembre/s);
    await world.writer.query(`update workshop_date set state = 'cancelled' where starts_at = '2026-12-12T13:00:00Z'`);
    world.clock.advance(3_600_001);
    const next = (await get(`/thread/${walk}/workshop/poster`)).html().querySelector('.poster .when');
    expect(next?.text).toMatch(/19 décembre/);
    const first = (await get(other)).html().querySelector('main a[href*="poster?date="]')?.getAttribute('href') ?? '';
    expect((await get(first)).html().querySelector('.poster [data-state="cancelled"]')?.text).toContain('Annulé');
  });

  it('is nowhere for a thread that is no workshop, for another date, and for who may not read it', async () => {
    const thread = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Des mots.' });
    expect((await get(`/thread/${thread}/workshop/poster`)).status).toBe(404);
    const nobodys = '00000000-0000-4000-8000-000000000000';
    expect((await get(`/thread/${walk}/workshop/poster?date=${nobodys}`)).status).toBe(404);
    const [{ id = 0 } = {}] = await world.reader.query<{ id: number }>(
      `select id from thread where title = 'Entre membres'`,
    );
    expect((await get(`/thread/${id}/workshop/poster`)).status).toBe(404);
    expect((await world.visitor(ada.cookie).get(`/thread/${id}/workshop/poster`)).status).toBe(200);
  });
});
