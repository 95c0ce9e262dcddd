import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strictly } from '../../strict-xml.js';
import { openWorld, type World } from '../../world.js';

let world: World;
let local: number;
let elsewhere: number;
let tied: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  const { cookie } = await world.member('Sage', { role: 'administrator' });
  local = await world.case({ category: 'villes', title: 'Peltre, un mât' });
  await world.step(local, { kind: 'request', dated: world.clock.now().toISOString().slice(0, 10), how: 'letter' });
  // Of another department of the region, and of another region.
  elsewhere = await world.case({ category: 'villes', title: 'Strasbourg, la gare', town: '67482' });
  await world.case({ category: 'villes', title: 'Brest, la rade', town: '29019' });
  await world.workshop({ category: 'villes', title: 'Compter les mâts', town: '57463' });
  tied = await world.thread({ category: 'villes', title: 'Le mât penche', text: 'Il penche.' });
  await world.visitor(cookie).post(`/desk/thread/${tied}/town`, { town: '57463' });
});
afterAll(() => world.close());

const get = async (path: string) => world.visitor().get(path);

describe('the page of a department', () => {
  it('has its cases, the dates that run, the threads that are tied to its towns, and its workshops', async () => {
    const page = (await get('/department/57')).html();
    const cases = page.querySelectorAll('main [data-case]').map((each) => each.getAttribute('data-case'));
    expect(cases).toEqual([String(local)]);
    expect(page.querySelector('[data-case] .meta')?.text).toContain('Peltre (57)');
    expect(page.querySelector('#cases a')?.getAttribute('href')).toBe('/cases?department=57');
    expect(page.querySelectorAll('[data-due]').map((each) => each.getAttribute('data-due'))).toContain(String(local));
    expect(page.querySelectorAll('main h3').map(({ text }) => text)).toContain('Le mât penche');
    expect(page.querySelector('aside ol.dates')?.text).toContain('Compter les mâts');
    expect(page.querySelector('aside [data-department="57"]')?.text).toMatch(/Moselle \(57\)\s+1/);
    expect(page.querySelector('link[type="application/atom+xml"]')?.getAttribute('href')).toBe(
      '/department/57/feed.atom',
    );
  });

  it('leads to the agenda of its towns alone, coming and past', async () => {
    const page = (await get('/department/57')).html();
    expect(page.querySelector('#workshops a')?.getAttribute('href')).toBe('/workshops?department=57');
    const found = async (query: string) =>
      (await get(`/workshops?${query}`)).html().querySelectorAll('main [data-date]').length;
    expect([await found('department=57'), await found('department=29'), await found('')]).toEqual([1, 0, 1]);
    const agenda = (await get('/workshops?department=57')).html();
    expect(agenda.querySelector('.sifting [aria-current][href="/workshops?department=57"]')?.text).toBe('Moselle');
    expect((await get('/workshops?department=x')).status).toBe(404);
  });

  it('is for no search engine while nothing happens there, and has no feed to offer', async () => {
    const page = (await get('/department/15')).html();
    expect(page.querySelector('.empty')).not.toBeNull();
    expect(page.querySelector('meta[name="robots"]')).not.toBeNull();
    expect(page.querySelector('link[type="application/atom+xml"]')).toBeNull();
  });

  it.each([
    ['/department/2a', 301, '/department/2A'],
    ['/department/2a/feed.rss', 301, '/department/2A/feed.rss'],
    ['/department/20', 404, null],
    ['/department/20/feed.atom', 404, null],
    ['/region/nulle-part', 404, null],
    ['/region/nulle-part/feed.atom', 404, null],
  ])('%s is answered %i', async (path, status, location) => {
    const answer = await get(path);
    expect([answer.status, answer.location]).toEqual([status, location]);
  });
});

describe('the page of a region', () => {
  it('has what all of its departments have', async () => {
    const page = (await get('/region/grand-est')).html();
    const cases = page.querySelectorAll('main [data-case]').map((each) => Number(each.getAttribute('data-case')));
    expect(cases.toSorted((one, other) => one - other)).toEqual([local, elsewhere]);
    expect(page.querySelectorAll('main h3').map(({ text }) => text)).toContain('Le mât penche');
    expect(page.querySelector('aside ol.dates')?.text).toContain('Compter les mâts');
    expect(page.querySelector('aside [data-department="67"]')?.text).toMatch(/\(67\)\s+1/);
  });

  it('leads to the agenda, the calendar and the feed of its towns alone', async () => {
    const page = (await get('/region/grand-est')).html();
    expect(page.querySelector('#workshops a')?.getAttribute('href')).toBe('/workshops?region=grand-est');
    const agenda = (await get('/workshops?region=grand-est')).html();
    expect(agenda.querySelectorAll('main [data-date]')).toHaveLength(1);
    expect(agenda.querySelector('.sifting [aria-current][href="/workshops?region=grand-est"]')?.text).toBe(
      'Grand Est',
    );
    expect((await get('/workshops?region=bretagne')).html().querySelectorAll('main [data-date]')).toHaveLength(0);
    for (const kind of ['ics', 'xml']) {
      expect((await get(`/workshops.${kind}?region=grand-est`)).text).toContain('Compter les mâts');
      expect((await get(`/workshops.${kind}?region=bretagne`)).text).not.toContain('Compter les mâts');
    }
    expect((await get('/workshops?region=57')).status).toBe(404);
  });
});

describe('their feeds', () => {
  it.each([
    ['/department/57/feed', ['Peltre, un mât', 'Le mât penche'], ['Strasbourg', 'Brest']],
    ['/region/grand-est/feed', ['Peltre, un mât', 'Le mât penche', 'Strasbourg, la gare'], ['Brest']],
    ['/town/57463/feed', ['Le mât penche'], ['Peltre', 'Strasbourg']],
  ])('%s has the posts of what is about it', async (path, there, not) => {
    for (const format of ['atom', 'rss']) {
      const { status, text } = await get(`${path}.${format}`);
      expect(status).toBe(200);
      expect(() => strictly(text)).not.toThrow();
      for (const title of there) expect(text).toContain(title);
      for (const title of not) expect(text).not.toContain(title);
    }
  });
});
