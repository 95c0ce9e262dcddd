import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRunner } from '../../../src/jobs/job-runner.js';
import { SOON } from '../../../src/publishing/upkeep/stray-texts.js';
import type { Browsing } from '../../browsing.js';
import { cleanFile } from '../../files/clean-file.js';
import { listsIn } from '../../form.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let administrator: Browsing;
let ada: Person;
let rue: number;
beforeAll(async () => {
  world = await openWorld();
  const { owner } = world.db;
  rue = await world.category({ slug: 'rue', hold: 'nobody', documents: 'everyone' });
  await world.category({ slug: 'cercle', audience: 'members', documents: 'everyone' });
  await owner.query(`update category set documents_held = false`);
  administrator = world.visitor((await world.member('Solène', { role: 'administrator' })).cookie);
  ada = await world.member('Ada');
});
afterAll(() => world.close());

let threads = 0;
/** A thread with a document of two pages. */
async function thread(): Promise<number> {
  world.clock.advance(60_000);
  const { upload } = await cleanFile(world, ['Le préambule', 'La dispense']);
  const key = `other-audience-key-${(threads += 1)}`;
  const said = { title: `Le papier ${threads}`, text: 'Le voici.', upload, uploadTitle: 'La délibération', key };
  const answer = await world.visitor(ada.cookie).post('/category/rue/threads', said);
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: number }>('select max(id)::int as id from thread');
  return row?.id ?? 0;
}

/** When the job is to run, in seconds from now: none where nobody has asked for it. */
async function asked(): Promise<number[]> {
  const { rows } = await world.db.owner.query<{ wait: number }>(
    `select extract(epoch from run_at - clock_timestamp())::float as wait from graphile_worker.jobs where key = $1`,
    [SOON],
  );
  return rows.map(({ wait }) => wait);
}

/** Texts, titles of documents and their pages that stand in the index of another audience than that of their category. */
async function strays(): Promise<{ texts: number; documents: number; pages: number }> {
  const { rows } = await world.db.owner.query<{ texts: number; documents: number; pages: number }>(
    `select (select count(*)::int from searched s join category c on c.id = s.category_id
         where s.indexed_for <> c.audience) as texts,
       (select count(*)::int from document d join category c on c.id = d.category_id
         where d.indexed_for <> c.audience) as documents,
       (select count(*)::int from document_page p join document d on d.id = p.document_id
         join category c on c.id = d.category_id where p.indexed_for <> c.audience) as pages`,
  );
  return rows[0] ?? { texts: 0, documents: 0, pages: 0 };
}
const NONE = { texts: 0, documents: 0, pages: 0 };

/** The forum's own runner, for as long as there are any; no time of anybody is waited for. */
async function gathered(): Promise<void> {
  await until(async () => expect(await strays()).toEqual(NONE), 30_000, 50);
}

describe('texts that get another audience', () => {
  it('are asked to be taken along by the act itself, and by no other change', async () => {
    const moved = await thread();
    const form = (await administrator.get(`/categories/${rue}`)).html();
    const { action, fields } = listsIn(form, 'audience');
    const change = async (more: Record<string, string>): Promise<number> =>
      (await administrator.post(action, { ...fields, ...more })).status;
    expect([await change({ description: 'Une rue' }), await asked()]).toEqual([303, []]);
    expect([await change({ audience: 'members', name: '' }), await asked()]).toEqual([422, []]);
    expect(await change({ audience: 'staff' })).toBe(303);
    expect([await strays(), (await asked()).length]).toEqual([{ texts: 1, documents: 1, pages: 2 }, 1]);
    for (const wait of await asked()) expect(wait).toBeLessThanOrEqual(0);
    await world.app.get(JobRunner).start();
    await gathered();
    expect((await world.visitor().get('/documents?q=dispense')).text).not.toContain('La délibération');

    expect(await change({ audience: 'everyone' })).toBe(303);
    await gathered();
    const desk = await administrator.post(`/desk/thread/${moved}/category`, {
      from: 'rue',
      category: 'cercle',
      action: 'do',
    });
    expect(desk.status).toBe(303);
    await gathered();
    expect((await world.visitor().get('/documents?q=dispense')).text).not.toContain('La délibération');
    expect((await world.visitor(ada.cookie).get('/documents?q=dispense')).text).toContain('La délibération');
    const done = new URL(desk.location ?? '', world.url).searchParams.get('done') ?? '';
    expect((await administrator.post(`/desk/decisions/${done}/undo`)).status).toBe(303);
    await gathered();
    expect((await world.visitor().get('/documents?q=dispense')).text).toContain('La délibération');
  }, 120_000);
});
