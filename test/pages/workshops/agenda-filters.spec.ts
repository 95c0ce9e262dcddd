import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import RssParser from 'rss-parser';
import { listsIn } from '../../form.js';
import { openWorld, type World } from '../../world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes' });
  for (const [title, town] of [
    ['À Metz', '57463'],
    ['À Strasbourg', '67482'],
    ['À Brest', '29019'],
  ] as const)
    await world.workshop({ category: 'villes', title, town, start: ['2026-12-12T14:00'], end: ['2026-12-12T17:00'] });
});
afterAll(() => world.close());

const get = async (path: string) => world.visitor().get(path);
const html = async (path: string) => (await get(path)).html();

/** What a page of the agenda lists, by titles: of dates that begin at the same moment nobody says which comes first. */
async function listed(path: string): Promise<string[]> {
  const titles = (await html(path)).querySelectorAll('.dates > li h3').map(({ text }) => text.trim());
  return titles.toSorted((one, other) => one.localeCompare(other));
}

/** What is marked as current among the filters. */
async function current(path: string): Promise<string[]> {
  return (await html(path)).querySelectorAll('.sift [aria-current]').map(({ text }) => text.trim());
}

/** Where the form of this page leads who fills in these fields, and leaves the others as they are. */
async function filtered(path: string, typed: Record<string, string>): Promise<string> {
  const { action, fields } = listsIn(await html(path), 'near');
  const sent = Object.entries({ ...fields, ...typed }).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value]),
  );
  return `${action}?${new URLSearchParams(sent).toString()}`;
}

const canonical = async (path: string) =>
  /<([^>]+)>; rel="canonical"/.exec((await get(path)).headers.get('link') ?? '')?.[1];

describe('the form of the agenda', () => {
  it.each([
    ['region=grand-est', ['À Metz', 'À Strasbourg'], 'Grand Est'],
    ['department=57', ['À Metz'], 'Moselle'],
    ['town=57463', ['À Metz'], 'Metz (57)'],
  ])('stays in %s when a month is chosen', async (place, titles, name) => {
    const path = await filtered(`/workshops?${place}`, { month: '2026-12' });
    expect(await listed(path)).toEqual(titles);
    expect(await current(path)).toContain(name);
    expect(await canonical(path)).toBe(`/workshops?month=2026-12&${place}`);
  });

  it.each(['region=bretagne', 'department=29', 'town=29019'])(
    'leaves %s for the town that is typed',
    async (place) => {
      const path = await filtered(`/workshops?${place}`, { near: 'Metz', km: '10' });
      expect(await listed(path)).toEqual(['À Metz']);
      expect(await current(path)).toContain('Metz (57)');
      expect(await canonical(path)).toBe('/workshops?near=Metz&km=10');
    },
  );

  it('still knows the region when the typed town is none, and forgets a town of the address that is none', async () => {
    const wrong = await filtered('/workshops?region=grand-est', { near: 'Avignom' });
    expect((await get(wrong)).status).toBe(422);
    expect(await listed(await filtered(wrong, { near: '' }))).toEqual(['À Metz', 'À Strasbourg']);
    expect(await listed(await filtered('/workshops?town=Avignom', { near: '' }))).toHaveLength(3);
  });

  it('forgets that dates are over for the month that is chosen, which is neither over nor to come', async () => {
    expect(await current('/workshops?past=yes')).toContain('Déjà eu lieu');
    const path = await filtered('/workshops?past=yes', { month: '2026-12' });
    expect(await listed(path)).toHaveLength(3);
    expect(await current(path)).not.toContain('Déjà eu lieu');
    expect(await current(path)).not.toContain('À venir');
    expect(await canonical(path)).toBe('/workshops?month=2026-12');
    expect(listsIn(await html(path), 'near').fields['past']).toBeUndefined();
  });
});

describe('places in the address of the agenda', () => {
  it.each([
    ['region=grand-est&department=57', ['À Metz'], 'Moselle'],
    ['region=bretagne&department=57', [], 'Moselle, Bretagne'],
    ['region=grand-est&town=57463', ['À Metz'], 'Metz (57)'],
    ['town=57463&department=57', ['À Metz'], 'Metz (57)'],
    ['town=57463&department=29', [], 'Metz (57), Finistère'],
    ['town=57463&region=bretagne', [], 'Metz (57), Bretagne'],
  ])('%s are all meant', async (query, titles, name) => {
    expect(await listed(`/workshops?${query}`)).toEqual(titles);
    expect(await current(`/workshops?${query}`)).toContain(name);
    const kept = (await canonical(`/workshops?${query}`))?.split('?')[1]?.split('&').toSorted();
    expect(kept).toEqual(query.split('&').toSorted());
    const { text } = await get(`/workshops.ics?${query}`);
    expect(text.split('BEGIN:VEVENT')).toHaveLength(titles.length + 1);
    const feed = (await get(`/workshops.xml?${query}`)).text;
    expect(feed.split('<item>')).toHaveLength(titles.length + 1);
    const page = await html(`/workshops?${query}`);
    for (const kind of ['ics', 'xml']) {
      const link = page.querySelector(`main a[href^="/workshops.${kind}?"]`)?.getAttribute('href');
      expect(link?.split('?')[1]?.split('&').toSorted()).toEqual(query.split('&').toSorted());
    }
  });

  it.each(['region=nope', 'department=999', 'region=nope&department=57', 'region=grand-est&department=999'])(
    '%s is nowhere to read of or to subscribe to',
    async (query) => {
      for (const path of ['/workshops', '/workshops.ics', '/workshops.xml'])
        expect([path, (await get(`${path}?${query}`)).status]).toEqual([path, 404]);
    },
  );

  it.each([
    ['town=57463', 'Metz (57)'],
    ['near=metz', 'Metz (57)'],
    ['department=57', 'Moselle'],
    ['region=grand-est', 'Grand Est'],
  ])('%s is named by the page, the feed and the calendar', async (query, name) => {
    const page = await html(`/workshops?${query}`);
    expect(page.querySelector('h1')?.text).toBe(`Agenda\u00a0: ${name}`);
    expect(page.querySelector('title')?.text).toContain(`Agenda\u00a0: ${name}`);
    const feed = await new RssParser().parseString((await get(`/workshops.xml?${query}`)).text);
    expect(feed.title?.endsWith(`\u00a0: agenda, ${name}`)).toBe(true);
    expect((await get(`/workshops.ics?${query}`)).text).toContain(`X-WR-CALNAME:${name} – Palabre\r\n`);
  });

  it('are named in the language of who reads', async () => {
    const { cookie } = await world.member('Iris');
    const iris = world.visitor(cookie);
    await iris.post('/me', { language: 'en' });
    const page = await iris.get('/workshops?region=grand-est');
    expect(page.html().querySelector('h1')?.text).toBe('Calendar: Grand Est');
    expect((await iris.get('/workshops?online=yes')).html().querySelector('h1')?.text).toBe('Calendar');
  });
});

it('has no page beyond its last one', async () => {
  for (const [query, status] of [
    ['page=7', 404],
    ['page=2&theme=courts', 404],
    ['page=1&theme=courts', 200],
    ['theme=courts', 200],
    // A month is one page, whatever number is asked for.
    ['view=month&month=2026-12&page=7', 200],
  ] as const)
    expect([query, (await get(`/workshops?${query}`)).status]).toEqual([query, status]);
  const month = await html('/workshops?view=month&month=2026-12&page=2');
  expect(month.querySelectorAll('table.month [data-date]')).toHaveLength(3);
});
