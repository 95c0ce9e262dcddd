import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { JobRunner } from '../../../src/jobs/job-runner.js';
import { photo } from '../../files/made-pictures.js';
import type { Browsing } from '../../browsing.js';
import { until } from '../../until.js';
import { openWorld, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;

let world: World;
let desk: Browsing;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
  await world.app.get(JobRunner).start();
  desk = world.visitor((await world.member('Mo', { role: 'moderator' })).cookie);
}, LONG);
afterAll(() => world.close());

async function statuses(): Promise<Record<string, string>> {
  const rows = await world.writer.query<{ title: string; status: string }>(
    'select title, status from desk.submission',
  );
  return Object.fromEntries(rows.map(({ title, status }) => [title, status]));
}

async function bulk(decision: object): Promise<void> {
  const { location } = await desk.post('/desk/bulk', { all: 'yes', back: '/desk' });
  await desk.post(location ?? '', { ...decision });
  await until(
    async () =>
      expect((await desk.get(location ?? '')).html().querySelector('[data-bulk]')?.getAttribute('data-bulk')).toBe(
        'over',
      ),
    60_000,
    100,
  );
}

it(
  'a bulk accepts nothing that has files, which somebody has to look at, and may refuse it',
  async () => {
    const texts = { text: 'Il est apparu ce matin.', action: 'send' };
    const written = { ...texts, title: 'Sans fichier', key: 'bulk-without-files-1' };
    const attached = { ...texts, title: 'Avec une photo', key: 'bulk-with-files-12' };
    const guest = world.visitor();
    expect((await guest.send('/category/rue/threads', written, [])).status).toBe(303);
    const files = [{ name: 'mat.jpg', bytes: await photo('bulk') }];
    expect((await guest.send('/category/rue/threads', attached, files)).status).toBe(303);
    await bulk({ decision: 'accept' });
    expect(await statuses()).toEqual({ 'Sans fichier': 'published', 'Avec une photo': 'waiting' });
    expect(await world.reader.query('select from document')).toEqual([]);
    await bulk({ decision: 'refuse', reason: 'advertising' });
    expect(await statuses()).toEqual({ 'Sans fichier': 'published', 'Avec une photo': 'refused' });
  },
  LONG,
);
