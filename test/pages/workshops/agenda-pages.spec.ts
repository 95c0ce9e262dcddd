import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openWorld, type World } from '../../world.js';

let world: World;
/** In their order: two at each moment, so that the id decides. */
let dates: string[];

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes' });
  // Four weeks of December: by two workshops, three hours each.
  const days = Array.from({ length: 28 }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`);
  const facts = { start: days.map((day) => `${day}T14:00`), end: days.map((day) => `${day}T17:00`) };
  for (const title of ['Balade', 'Lecture'])
    await world.workshop({ category: 'villes', title, themes: 'cameras', ...facts });
  const rows = await world.reader.query<{ id: string }>('select id from workshop_date order by starts_at, id');
  dates = rows.map(({ id }) => id);
});
afterAll(() => world.close());

async function pageOf(path: string): Promise<{ shown: string[]; next: string | null }> {
  const page = (await world.visitor().get(path)).html();
  return {
    shown: page.querySelectorAll('[data-date]').map((line) => line.getAttribute('data-date') ?? ''),
    next: page.querySelector('main a[rel="next"]')?.getAttribute('href') ?? null,
  };
}

it('goes on after the last date of a page, and says so in its headers, with the filters', async () => {
  const answer = await world.visitor().get('/workshops?theme=cameras');
  const first = await pageOf('/workshops?theme=cameras');
  expect(first.shown).toEqual(dates.slice(0, 50));
  expect(answer.headers.get('link')).toContain(`<${first.next}>; rel="next"`);
  expect(first.next).toContain('theme=cameras');
  expect(await pageOf(first.next ?? '')).toEqual({ shown: dates.slice(50), next: null });
  expect((await pageOf('/workshops?page=2')).shown).toEqual(dates.slice(50));
  const filters = (await world.visitor().get(first.next ?? '')).html().querySelectorAll('main a[href^="/workshops"]');
  expect(filters.filter((link) => link.getAttribute('href')?.includes('from='))).toEqual([]);
});

it('loses none and shows none twice when dates pass in between', async () => {
  const first = await pageOf('/workshops');
  world.clock.set(new Date('2026-12-03T20:00:00Z'));
  expect((await pageOf(first.next ?? '')).shown).toEqual(dates.slice(50));
  expect((await pageOf('/workshops')).shown).toEqual(dates.slice(6));
});

it('goes back the same way among those that are over', async () => {
  world.clock.set(new Date('2027-01-03T20:00:00Z'));
  const back = dates.toReversed();
  const first = await pageOf('/workshops?past=yes');
  expect(first.shown).toEqual(back.slice(0, 50));
  expect(await pageOf(first.next ?? '')).toEqual({ shown: back.slice(50), next: null });
});

it('is a place in the list alone: a month, calendars and feeds begin where they begin', async () => {
  const { next } = await pageOf('/workshops?past=yes');
  const from = /from=[^&]+/.exec(next ?? '')?.[0] ?? '';
  const month = await pageOf(`/workshops?view=month&month=2026-12&${from}`);
  expect(month.shown).toEqual((await pageOf('/workshops?view=month&month=2026-12')).shown);
  const calendar = async (query: string) =>
    (await world.visitor().get(`/workshops.ics${query}`)).text.split('UID:').length;
  expect(await calendar(`?${from}`)).toBe(await calendar(''));
  expect((await world.visitor().get('/workshops?from=nowhere')).status).toBe(404);
});
