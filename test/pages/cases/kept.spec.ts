import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../../src/create-app.js';
import { Merges } from '../../../src/desk/moving/merges.js';
import { Removals } from '../../../src/desk/decisions/removals.js';
import { NewsWire } from '../../../src/events/news-wire.js';
import { PageCache } from '../../../src/web/kit/page-cache/page-cache.js';
import { Browsing } from '../../browsing.js';
import { listsIn } from '../../form.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

const OF_CASES = ['/map', '/map/57', '/cases', '/cases/numbers'];
const TOWN = '/town/57534/peltre';
/** The pages of what is about it. */
const PLACES = [TOWN, '/department/57', '/region/grand-est'];
const ALL = [...OF_CASES, ...PLACES];
const DOWN = { reason: 'other', remark: '' };

let world: World;
/** Another process of the same forum. */
let twin: NestFastifyApplication;
let sage: Person;
let thread: number;
let other: number;
let edits = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  sage = await world.member('Sage', { role: 'administrator' });
  thread = await world.case({ category: 'villes' });
  other = await world.thread({ category: 'villes', title: 'Ailleurs', text: 'Rien à voir.' });
  twin = await createApp(world.config, world.db.database, world.clock);
  await twin.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await twin.close();
  await world.close();
});
beforeEach(opened);

const apps = (): NestFastifyApplication[] => [world.app, twin];
const at = (app: NestFastifyApplication): Browsing =>
  new Browsing(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`, null);

/** Which of them a process has in memory. */
const kept = (app: NestFastifyApplication, paths = ALL): string[] =>
  paths.filter((path) => app.get(PageCache).forGuests.get(path, world.clock.now()) !== undefined);

/** All news of before are heard, and every page is kept in both processes. */
async function opened(): Promise<void> {
  const heard = apps().map(
    (app) => new Promise<void>((resolve) => app.get(NewsWire).on('SiteChanged', () => resolve())),
  );
  await world.db.owner.query(`select pg_notify('palabre_news', '{"news":"SiteChanged"}')`);
  await Promise.all(heard);
  for (const app of apps()) {
    for (const path of [...ALL, '/']) expect([path, (await at(app).get(path)).status]).toEqual([path, 200]);
    expect(kept(app)).toEqual(ALL);
  }
}

/** Once both have heard of it. */
const dropped = (paths = ALL): Promise<void> =>
  until(() => {
    expect(apps().map((app) => kept(app, paths))).toEqual([[], []]);
    return Promise.resolve();
  });

const exported = (file: string): Promise<string[]> =>
  Promise.all(apps().map(async (app) => (await at(app).get(file)).text));

const administer = <T>(verb: new (...args: never[]) => T): T => world.app.get(verb, { strict: false }) as T;

/** Other facts of a case, by the administrator's own hand. */
async function change(of: number, facts: Record<string, string>): Promise<void> {
  const page = await world.visitor(sage.cookie).get(`/thread/${of}/posts/1/edits/new`);
  const { action, fields } = listsIn(page.html(), 'authority');
  edits += 1;
  const sent = { ...fields, ...facts, key: `key-of-kept-pages-${edits}`, action: 'send' };
  expect((await world.visitor(sage.cookie).post(action, sent)).status).toBe(303);
}

describe('the map, the lists, the numbers and the page of the town', () => {
  it('stay in memory when somebody answers in a thread that has nothing to do with them', async () => {
    await world.reply(other, 'Toujours rien à voir.');
    await until(() => {
      expect(apps().map((app) => kept(app, ['/']))).toEqual([[], []]);
      return Promise.resolve();
    });
    expect(apps().map((app) => kept(app))).toEqual([ALL, ALL]);
  });

  it('are drawn anew in every process by a step, and exports and feeds say it', async () => {
    await world.step(thread, { kind: 'count', dated: '2026-11-03', cameras: '41', status: 'documented' });
    await dropped();
    for (const app of apps()) expect((await at(app).get('/cases')).text).toContain('documenté');
    for (const text of await exported('/cases.csv')) expect(text).toContain('documented');
    for (const text of await exported('/cases.geojson')) expect(text).toContain('documented');
    for (const text of await exported('/steps.csv')) expect(text).toContain('41');
    for (const text of await exported('/cases.xml')) expect(text).toContain('documenté');
    for (const text of await exported('/town/57534/feed.atom')) expect(text).toContain('Une étape.');
  });

  it('by an answer in the case itself, whose posts they count; the numbers count none', async () => {
    await world.reply(thread, 'Et maintenant ?');
    const counting = ALL.filter((path) => path !== '/cases/numbers');
    await dropped(counting);
    expect(apps().map((app) => kept(app, ['/cases/numbers']))).toEqual([['/cases/numbers'], ['/cases/numbers']]);
  });

  it('by an edit of its facts, and by its removal and return', async () => {
    await change(thread, { authority: 'prefecture' });
    await dropped();
    for (const text of await exported('/cases.csv')) expect(text).toContain('prefecture');

    await opened();
    await administer(Removals).takeDown(sage.visitor, thread, 1, DOWN, world.clock.now());
    await dropped();
    for (const text of await exported('/cases.csv')) expect(text).not.toContain('prefecture');

    await opened();
    await administer(Removals).restore(sage.visitor, thread, 1, world.clock.now());
    await dropped();
  });

  it('by another case, and by its merge', async () => {
    const more = await world.case({ category: 'villes', title: 'Un autre mât' });
    await dropped();
    await opened();
    await administer(Merges).merge(sage.visitor, more, thread, world.clock.now());
    await dropped();
  });
});

describe('the page of a town, and those of its department and region', () => {
  it('stays in memory when a thread, a workshop or a case of elsewhere appears', async () => {
    await world.thread({ category: 'villes', title: 'Ailleurs encore', text: 'Rien à voir.' });
    await world.workshop({ category: 'villes', town: '29019' });
    await world.case({ category: 'villes', town: '29019' });
    await dropped(['/cases', '/']);
    expect(apps().map((app) => kept(app, [TOWN]))).toEqual([[TOWN], [TOWN]]);
  });

  it('is drawn anew by a case that comes to it, from elsewhere too', async () => {
    const came = await world.case({ category: 'villes' });
    await dropped(PLACES);
    await opened();
    await change(came, { town: '29019' });
    await dropped(PLACES);
    await opened();
    await change(came, { town: '57534' });
    await dropped(PLACES);
  });

  it('is drawn anew by what is said in a thread that is tied to it, by the tie itself, and by a workshop there', async () => {
    const tied = await world.thread({ category: 'villes', title: 'Le mât penche', text: 'Il penche.' });
    const tie = (town: string) => world.visitor(sage.cookie).post(`/desk/thread/${tied}/town`, { town });
    await opened();
    await tie('57534');
    await dropped(PLACES);
    await opened();
    await administer(Removals).takeDown(sage.visitor, tied, 1, DOWN, world.clock.now());
    await dropped(PLACES);
    await opened();
    await administer(Removals).restore(sage.visitor, tied, 1, world.clock.now());
    await dropped(PLACES);
    await opened();
    await world.reply(tied, 'Toujours.');
    await dropped(PLACES);
    expect(apps().map((app) => kept(app, OF_CASES))).toEqual([OF_CASES, OF_CASES]);
    await opened();
    const workshop = await world.workshop({ category: 'villes' });
    await dropped(PLACES);
    await opened();
    await world.reply(workshop, 'Qui vient ?');
    await dropped(PLACES);
  });
});
