import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import RssParser from 'rss-parser';
import { CurrentSite } from '../../../src/site/current-site.js';
import { CalendarDates } from '../../../src/web/workshops/calendar-dates.js';
import { Absolute } from '../../../src/web/kit/absolute.js';
import type { CalendarTask, CalendarWork, ReadEvent } from '../../calendar-child.js';
import { until } from '../../until.js';
import { askRaw } from '../../wire.js';
import { openWorld, type Person, type World } from '../../world.js';

const DAY = 86_400_000;

let world: World;
let ada: Person;
let walk: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'membres', name: 'Membres', audience: 'members' });
  await world.db.owner.query(`update category set takes = '{thread,workshop}'`);
  ada = await world.member('Ada');
  // Both changes of the clock, an island, the other side of the date line.
  walk = await world.workshop({
    category: 'villes',
    title: 'Balade, « au bord » ; à l’œil',
    town: '57534',
    place: 'Devant le lavoir, sous l’horloge arrêtée de l’ancienne école communale de garçons',
    start: ['2027-03-27T20:00', '2027-03-28T10:00', '2026-12-12T14:00'],
    end: ['2027-03-28T04:00', '2027-03-28T12:00', '2026-12-12T17:00'],
  });
  await world.workshop({
    category: 'villes',
    title: 'Nuit du changement',
    town: '57534',
    start: ['2027-10-31T01:30', '2027-10-31T02:30'],
    end: ['2027-10-31T03:30', '2027-10-31T04:00'],
  });
  await world.workshop({
    category: 'villes',
    title: 'Sur l’île',
    town: 'Saint-Denis (974)',
    start: '2026-12-05T18:00',
    end: '2026-12-05T20:00',
  });
  await world.workshop({
    category: 'villes',
    title: 'De loin',
    town: '',
    online: 'https://salon.example/x',
    zone: 'Pacific/Apia',
    start: '2026-12-24T23:30',
    end: '2026-12-25T00:30',
  });
  await world.workshop({
    category: 'membres',
    title: 'Entre membres',
    by: ada.visitor,
    town: '57534',
    start: '2026-12-20T14:00',
    end: '2026-12-20T15:00',
  });
});
afterAll(() => world.close());

const get = (path: string, headers: Record<string, string> = {}) => world.visitor().get(path, headers);
const titles = (calendar: string): string[] => [...calendar.matchAll(/^SUMMARY:(.*)$/gm)].map(([, line = '']) => line);
const lineOf = (calendar: string, name: string): string[] =>
  [...calendar.matchAll(new RegExp(`^${name}[:;](.*)\\r$`, 'gm'))].map(([, line = '']) => line);

async function worked(zone: string, task: CalendarTask): Promise<CalendarWork> {
  const program = join(import.meta.dirname, '../../calendar-child.js');
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, TZ: zone },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(task));
  return JSON.parse(await text(child.stdout)) as CalendarWork;
}

/** As somebody reads them on the page of a workshop. */
async function onPage(thread: number): Promise<string[]> {
  const page = await get((await get(`/thread/${thread}`)).location ?? '');
  return page
    .html()
    .querySelectorAll('[data-workshop] [data-date] time')
    .map((time) => time.getAttribute('datetime') ?? '');
}

describe('a calendar', () => {
  it('says the same moments to two programs wherever the process runs and they do, and those of the page', async () => {
    await world.writer.query(
      `update workshop_date set moved_from = starts_at, starts_at = starts_at + interval '1 hour',
         ends_at = ends_at + interval '1 hour', sequence = sequence + 1
       where starts_at = '2026-12-12T13:00:00Z'`,
    );
    await world.writer.query(
      `update workshop_date set state = 'cancelled', reason = 'weather' where starts_at = '2027-03-28T08:00:00Z'`,
    );
    const served = await get('/workshops.ics');
    const rows = await world.app.get(CalendarDates, { strict: false }).of('everyone', {}, world.clock.now());
    const locals = [
      { local: '2027-03-28T01:59', zone: 'Europe/Paris' },
      { local: '2027-03-28T02:30', zone: 'Europe/Paris' },
      { local: '2026-12-05T18:00', zone: 'Indian/Reunion' },
    ];
    const task: CalendarTask = {
      site: await world.app.get(CurrentSite, { strict: false }).get(),
      now: world.clock.now().toISOString(),
      origin: world.app.get(Absolute, { strict: false }).address(''),
      rows,
      locals,
    };
    const wanted = rows.map(({ date }): ReadEvent => ({
      id: date.id,
      start: date.startsAt.toISOString(),
      end: date.endsAt.toISOString(),
      status: date.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
      summary: expect.any(String) as unknown as string,
      sequence: date.sequence,
    }));
    expect(wanted).toHaveLength(7);
    const works = await Promise.all(['UTC', 'America/New_York', 'Pacific/Apia'].map((zone) => worked(zone, task)));
    for (const { calendar, ical, node, instants } of works) {
      expect(calendar).toBe(served.text);
      expect(ical).toEqual(wanted);
      expect(node).toEqual(wanted);
      expect(instants).toEqual(['2027-03-28T00:59:00.000Z', 'missing', '2026-12-05T14:00:00.000Z']);
    }
    const starts = works[0]?.ical.map(({ start }) => start) ?? [];
    expect(starts).toEqual([
      '2026-12-05T14:00:00.000Z',
      '2026-12-12T14:00:00.000Z',
      '2026-12-24T10:30:00.000Z',
      '2027-03-27T19:00:00.000Z',
      '2027-03-28T08:00:00.000Z',
      // The first of the two that the clock shows that night, and the hour that comes after both began.
      '2027-10-30T23:30:00.000Z',
      '2027-10-31T00:30:00.000Z',
    ]);
    expect(works[0]?.ical.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        'Déplacé\u00a0: Balade, « au bord » ; à l’œil',
        'Annulé\u00a0: Balade, « au bord » ; à l’œil',
      ]),
    );
    const shown = await onPage(walk);
    expect(shown).toEqual(['2026-12-12T14:00:00.000Z', '2027-03-27T19:00:00.000Z']);
    expect(starts).toEqual(expect.arrayContaining(shown));
  });

  it('has lines of 75 bytes at most, and all its times in UTC', async () => {
    const { text: calendar } = await get('/workshops.ics');
    const lines = calendar.split('\r\n');
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const name of ['DTSTART', 'DTEND', 'DTSTAMP', 'LAST-MODIFIED'])
      for (const time of lineOf(calendar, name)) expect(time).toMatch(/^\d{8}T\d{6}Z$/);
    expect(calendar).not.toMatch(/VTIMEZONE|TZID|RRULE/);
  });

  it('has a name for a member that promises no same bytes, since each program gets it compressed in its own way', async () => {
    for (const encoding of ['identity', 'gzip', 'br', 'zstd']) {
      const headers = { cookie: ada.cookie, 'accept-encoding': encoding };
      const { status, headers: said } = await askRaw(`${world.url}/workshops.ics`, { headers });
      expect([encoding, status, said.etag]).toEqual([encoding, 200, expect.stringMatching(/^W\/"[\w-]{22}"$/)]);
      expect(said['content-encoding'] ?? 'identity').toBe(encoding);
      const known = { ...headers, 'if-none-match': String(said.etag) };
      expect((await askRaw(`${world.url}/workshops.ics`, { headers: known })).status).toBe(304);
    }
  });

  it('is a calendar whatever is accepted, and 304 until something in it changes', async () => {
    const first = await get('/workshops.ics', { accept: 'application/json' });
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    world.clock.advance(2 * 3_600_000);
    expect((await get('/workshops.ics', { 'if-none-match': etag })).status).toBe(304);
    await world.reply(walk, 'Un mot de plus dans le sujet.');
    expect((await get('/workshops.ics', { 'if-none-match': etag })).status).toBe(304);
    await world.workshop({
      category: 'villes',
      title: 'Un de plus',
      town: '57463',
      start: '2026-12-13T14:00',
      end: '2026-12-13T15:00',
    });
    expect((await get('/workshops.ics', { 'if-none-match': etag })).status).toBe(200);
  });

  it('takes the filters of the agenda, and is there for one workshop and for a town', async () => {
    expect(titles((await get('/workshops.ics?online=yes')).text)).toEqual(['De loin']);
    expect(titles((await get('/workshops.ics?near=metz&km=10')).text)).toHaveLength(6);
    expect(titles((await get('/workshops.ics?month=2026-12')).text)).toHaveLength(4);
    expect(titles((await get('/workshops.ics?past=yes')).text)).toEqual([]);
    expect(titles((await get('/town/97411/workshops.ics')).text)).toEqual(['Sur l’île']);
    expect(titles((await get(`/thread/${walk}/workshop.ics`)).text)).toHaveLength(3);
    expect((await get('/workshops.ics?month=2026-13')).status).toBe(404);
    const agenda = (await get('/workshops?online=yes')).html();
    expect(agenda.querySelector('a[href="/workshops.ics?online=yes"]')).not.toBeNull();
    expect(agenda.querySelector('a[href^="webcal://"]')?.getAttribute('href')).toMatch(/workshops\.ics\?online=yes$/);
    expect(agenda.querySelector('select[name="month"] option[value="2027-02"]')?.text).toBe('février 2027');
  });

  it('shows members what is theirs, and nobody else', async () => {
    expect(titles((await get('/workshops.ics')).text).join()).not.toContain('Entre membres');
    expect(titles((await world.visitor(ada.cookie).get('/workshops.ics')).text)).toContain('Entre membres');
    expect((await get('/workshops.xml')).text).not.toContain('Entre membres');
  });

  it('has another sequence when the title or the place changes, and never a lower one', async () => {
    const thread = await world.workshop({
      category: 'villes',
      title: 'Qui change',
      by: ada.visitor,
      town: '57534',
      place: '',
      seats: '',
      start: ['2027-01-09T14:00', '2027-01-16T14:00'],
      end: ['2027-01-09T15:00', '2027-01-16T15:00'],
    });
    const sage = world.visitor((await world.member('Sage', { role: 'administrator' })).cookie);
    const sequences = async (): Promise<string[]> =>
      lineOf((await get(`/thread/${thread}/workshop.ics`)).text, 'SEQUENCE');
    const corrected = async (more: Record<string, string | string[]>): Promise<void> => {
      const page = await sage.get(`/desk/thread/${thread}/posts/1/correction`);
      const version = page.html().querySelector('[name="version"]')?.getAttribute('value') ?? '';
      const facts = {
        title: 'Qui change',
        text: 'On s’y retrouve.',
        town: '57534',
        start: ['2027-01-09T14:00', '2027-01-16T14:00'],
        end: ['2027-01-09T15:00', '2027-01-16T15:00'],
      };
      const done = await sage.post(`/desk/thread/${thread}/posts/1/correction`, {
        ...facts,
        version,
        remark: 'Il le fallait',
        ...more,
      });
      expect([done.status, done.text]).toEqual([303, '']);
    };
    expect(await sequences()).toEqual(['0', '0']);
    await corrected({ title: 'Qui a changé' });
    expect(await sequences()).toEqual(['1', '1']);
    await corrected({ title: 'Qui a changé', text: 'Seulement le texte.' });
    expect(await sequences()).toEqual(['1', '1']);
    await corrected({ title: 'Qui a changé', text: 'Seulement le texte.', place: 'Au coin' });
    expect(await sequences()).toEqual(['2', '2']);
    // One date goes and comes back.
    const one = { title: 'Qui a changé', text: 'Seulement le texte.', place: 'Au coin' };
    await corrected({ ...one, start: '2027-01-09T14:00', end: '2027-01-09T15:00' });
    expect(await sequences()).toEqual(['3']);
    const [latest] = await world.writer.query<{ id: string }>(
      'select id::text from desk.decision order by desk.decision.id desc limit 1',
    );
    expect((await sage.post(`/desk/decisions/${latest?.id}/undo`, {})).status).toBe(303);
    expect(await sequences()).toEqual(['4', '4']);
  });

  it('goes back 90 days, and keeps what is cancelled until 30 days after it', async () => {
    const of = async (): Promise<string[]> => titles((await get('/town/57463/workshops.ics')).text);
    await world.workshop({
      category: 'villes',
      title: 'Tombé à l’eau',
      town: '57463',
      start: '2026-12-14T14:00',
      end: '2026-12-14T15:00',
    });
    await world.writer.query(
      `update workshop_date d set state = 'cancelled' from thread t where t.id = d.thread_id and t.title like 'Tombé%'`,
    );
    const from = new Date('2026-12-14T14:00:00Z').getTime();
    const before = world.clock.now();
    world.clock.set(new Date(from + 29 * DAY));
    expect(await of()).toEqual(['Un de plus', 'Annulé\u00a0: Tombé à l’eau']);
    world.clock.set(new Date(from + 31 * DAY));
    expect(await of()).toEqual(['Un de plus']);
    world.clock.set(new Date(from + 92 * DAY));
    expect(await of()).toEqual([]);
    world.clock.set(before);
  });
});

describe('the feed of the agenda', () => {
  it('has an item for each coming date, its state in words, and a new one when it is moved', async () => {
    const feed = await new RssParser().parseString((await get('/workshops.xml')).text);
    expect(feed.items.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Sur l’île', 'Annulé\u00a0: Balade, « au bord » ; à l’œil']),
    );
    const item = feed.items.find(({ title }) => title === 'Sur l’île');
    expect(item?.guid).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(item?.content).toContain('samedi 5 décembre 2026');
    const moved = feed.items.find(({ title }) => title?.startsWith('Déplacé'));
    expect(moved?.guid).toMatch(/:2026-12-12T14:00:00\.000Z$/);
    expect(moved?.content).toContain('Déplacé\u00a0: c’était');
    expect(feed.items.find(({ title }) => title?.startsWith('Annulé'))?.content).toContain('<p>Annulé');
  });

  it('says of a full one that it is full', async () => {
    const set = async (full: boolean): Promise<void> => {
      await world.db.owner.query(
        `update workshop_date d set is_full = $1 from thread t where t.id = d.thread_id and t.title = 'Sur l’île'`,
        [full],
      );
      await world.db.owner.query(`select pg_notify('palabre_news', '{"news":"SiteChanged"}')`);
    };
    const titles = async (): Promise<(string | undefined)[]> =>
      (await new RssParser().parseString((await get('/workshops.xml')).text)).items.map(({ title }) => title);
    await set(true);
    await until(async () => expect(await titles()).toContain('Complet\u00a0: Sur l’île'));
    await set(false);
    await until(async () => expect(await titles()).toContain('Sur l’île'));
  });
});

describe('the page of a town', () => {
  it('has its coming workshops, their calendar and those that took place', async () => {
    const before = world.clock.now();
    world.clock.set(new Date('2026-12-06T12:00:00Z'));
    const page = (await get((await get('/town/97411')).location ?? '')).html();
    expect(page.querySelector('a[href="/town/97411/workshops.ics"]')).not.toBeNull();
    expect(page.querySelector('[aria-labelledby="past-workshops"] [data-state="over"]')?.text).toContain('Sur l’île');
    world.clock.set(before);
  });

  it('and the agenda stand on the map of the site, for people and for search engines', async () => {
    expect((await get('/site-map')).html().querySelector('main a[href="/workshops"]')).not.toBeNull();
    expect((await get('/sitemap.xml?part=0')).text).toContain('/workshops<');
  });
});
