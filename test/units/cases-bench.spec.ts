import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { explained } from '../bench/case-plans.js';
import { newPages, townPages } from '../bench/cases.js';
import { sowCases, type Sowing } from '../bench/sown-cases.js';
import { openWorld, type World } from '../world.js';

const SOWN: Sowing = { cases: 400, long: 5, stepsOfLong: 40 };
let world: World;

beforeAll(async () => {
  world = await openWorld();
  const by = (await world.member('Amina')).visitor;
  await world.category({ slug: 'villes', hold: 'nobody' });
  await world.thread({ category: 'villes', title: 'Caméras', text: 'Une caméra dans la rue.', by });
});
afterAll(() => world.close());

it('the bench of cases sows what its pages show, and has a time and blocks for each of their queries', async () => {
  const sown = await sowCases(world.db.owner, SOWN);
  expect(sown.towns.length).toBe(SOWN.cases);
  const said: string[] = [];
  const plans = await explained(world.db.database.reader, sown, (line) => said.push(line));
  expect(plans.filter(({ ours }) => !ours.endsWith(' ms'))).toEqual([]);
  expect(said.filter((line) => !/: \d+ blocks, .*\w \d+/.test(line))).toEqual([]);
  // Of documents it reads those of first posts alone, which are half of them.
  const file = said.find((line) => line.startsWith('the file of all cases'));
  expect(/\bdocument(?:_of_post|_of_category)? (\d+)/.exec(file ?? '')?.[1]).toBe(String(SOWN.cases));
  // One row more: what is due, read and counted.
  expect(plans.length).toBe(said.length + 1);
  const towns = await townPages(world.url, sown);
  const pages = newPages(sown, SOWN, towns);
  expect(new Set(pages.map(({ path }) => path(3))).size).toBe(pages.length);
  for (const { what, path } of pages) {
    const page = await world.visitor().get(path(3));
    expect([what, page.status]).toEqual([what, 200]);
    const shown = page.html().querySelectorAll('[data-case]').length;
    expect([what, shown > 0]).toEqual([what, true]);
  }
  // One of two: the other one belongs to a step.
  const { features } = JSON.parse((await world.visitor().get('/cases.geojson')).text) as {
    features: { properties: { documents: string[] } }[];
  };
  expect(features.map(({ properties }) => properties.documents.length)).toEqual(features.map(() => 1));
  expect(features).toHaveLength(SOWN.cases);
  const long = (await world.visitor().get(pages.at(-1)?.path(0) ?? '')).html();
  expect(long.querySelectorAll('[data-step]').length).toBeGreaterThanOrEqual(SOWN.stepsOfLong - 1);
  expect((await world.visitor().get('/')).html().querySelectorAll('[data-due]').length).toBeGreaterThan(0);
});
