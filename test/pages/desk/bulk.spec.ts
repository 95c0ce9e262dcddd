import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'node-html-parser';
import { JobRunner } from '../../../src/jobs/job-runner.js';
import type { Answer, Browsing } from '../../browsing.js';
import { formWith } from '../../form.js';
import { until } from '../../until.js';
import { sowWaiting } from '../../waiting-rows.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let nadia: Person;
let desk: Browsing;
let thread: number;

const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await world.db.owner.query<T>(sql, values)).rows;
const statuses = async (name: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await rows<{ status: string; n: number }>(
        'select status, count(*)::int as n from desk.submission where author_name = $1 group by 1',
        [name],
      )
    ).map(({ status, n }) => [status, n]),
  );
const numbers = async (of = thread): Promise<number[]> =>
  (
    await rows<{ number: number }>('select number from post where thread_id = $1 and gone is null order by number', [
      of,
    ])
  ).map(({ number }) => number);

async function chosen(fields: Record<string, string>): Promise<{ address: string; page: Answer }> {
  const { status, location } = await desk.post('/desk/bulk', { back: '/desk', ...fields });
  expect(status).toBe(303);
  return { address: location ?? '', page: await desk.get(location ?? '') };
}

const over = (address: string): Promise<void> =>
  until(
    async () =>
      expect((await desk.get(address)).html().querySelector('[data-bulk]')?.getAttribute('data-bulk')).toBe('over'),
    60_000,
    100,
  );

async function child(): Promise<ReturnType<typeof spawn>> {
  const { reader, writer } = world.db.connections;
  const started = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../bulk-child.js'), JSON.stringify({ reader, writer })],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(started.stdout, 'data');
  return started;
}

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes' });
  await world.category({ slug: 'ailleurs' });
  nadia = await world.member('Nadia', { role: 'moderator', categories: ['villes'] });
  desk = world.visitor(nadia.cookie);
  thread = await world.thread({ category: 'villes', title: 'Une caméra', text: 'Elle est là.' });
});
afterAll(() => world.close());

describe('a bulk', () => {
  it('of 500 that is interrupted by kill -9 is finished by the next start, each decided once, in order and under one name', async () => {
    await sowWaiting(world.db.owner, { thread, count: 500, name: 'Cinq cents' });
    const { address, page } = await chosen({ all: 'yes', back: '/desk?author=Cinq+cents' });
    expect(page.html().querySelector('h1')?.text).toBe('500\u00a0messages à décider ensemble');
    expect(await statuses('Cinq cents')).toEqual({ waiting: 500 });
    expect((await desk.post(address, { decision: 'accept' })).location).toBe(address);
    const first = await child();
    await until(async () => expect((await statuses('Cinq cents'))['published']).toBeGreaterThan(50), 60_000, 50);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const { waiting = 0 } = await statuses('Cinq cents');
    expect(waiting).toBeGreaterThan(0);
    const progress = (await desk.get(address)).html().querySelector('progress');
    expect(Number(progress?.getAttribute('value'))).toBe(500 - waiting);
    expect(progress?.getAttribute('max')).toBe('500');
    await world.app.get(JobRunner).start();
    await over(address);
    expect(await statuses('Cinq cents')).toEqual({ published: 500 });
    expect(await numbers()).toEqual(Array.from({ length: 501 }, (_, index) => index + 1));
    const [log] = await rows<{ rows: number; items: number }>(
      `select count(*)::int as rows, count(distinct submission_id)::int as items from desk.decision
        where batch is not null`,
    );
    expect(log).toEqual({ rows: 500, items: 500 });
    expect((await desk.get(address)).html().querySelector('main')?.text).toContain(
      '500\u00a0messages acceptés et parus',
    );
  }, 180_000);

  it('of all that an address shows which shows nothing is not begun: the page itself is a 404', async () => {
    await sowWaiting(world.db.owner, { thread, count: 2, name: 'Hors filtre' });
    const places = [
      '/desk?kind=zzz',
      '/desk?older=never',
      '/desk?kind=reply&kind=edit',
      '/desk/log',
      '//evil.example/desk?q=zzzznothing',
      'https://evil.example/desk',
      'x'.repeat(1900),
    ];
    expect((await desk.get('/desk?kind=zzz')).status).toBe(404);
    for (const back of places) {
      expect([back, (await desk.post('/desk/bulk', { all: 'yes', back })).status]).toEqual([back, 404]);
      expect([back, (await desk.post('/desk/bulk', { to: '', back })).status]).toEqual([back, 404]);
    }
    expect((await desk.post('/desk/bulk', { all: 'yes' })).status).toBe(404);
    expect((await desk.post('/desk/bulk', { all: 'yes', back: '/desk' })).status).toBe(303);
    expect((await desk.post('/desk/bulk', {})).status).toBe(422);
    await world.db.owner.query(`update desk.submission set status = 'refused' where author_name = 'Hors filtre'`);
  });

  it('is undone as a whole: all wait again, and accepted again they return under their numbers', async () => {
    const other = await world.thread({ category: 'villes', title: 'Une autre', text: 'Elle est là aussi.' });
    await sowWaiting(world.db.owner, { thread: other, count: 60, name: 'Soixante' });
    const { address } = await chosen({ all: 'yes', back: '/desk?author=Soixante' });
    await desk.post(address, { decision: 'accept' });
    await over(address);
    expect((await numbers(other)).length).toBe(61);
    expect((await desk.post(`${address}/undo`)).location).toBe(address);
    await over(address);
    expect(await statuses('Soixante')).toEqual({ waiting: 60 });
    expect(await numbers(other)).toEqual([1]);
    const some = await rows<{ id: string }>(`select id from desk.submission where author_name = 'Soixante' limit 30`);
    const again = await chosen({ items: some.map((one) => `${one.id}:1`).join(',') });
    await desk.post(again.address, { decision: 'accept' });
    await over(again.address);
    expect((await numbers(other)).length).toBe(31);
    const places = await rows<{ same: boolean }>(
      `select bool_and(p.source = s.source) as same from desk.submission s join post p on p.thread_id = s.thread_id
        and p.number = s.number where s.author_name = 'Soixante' and s.status = 'published'`,
    );
    expect(places).toEqual([{ same: true }]);
  }, 180_000);

  it('carries ticks from page to page without a script, and says what it will leave aside and why', async () => {
    const ids = await sowWaiting(world.db.owner, { thread, count: 60, name: 'Cochée' });
    const elsewhere = await world.thread({ category: 'ailleurs', title: 'Ailleurs', text: 'Un autre sujet.' });
    const [stranger = ''] = await sowWaiting(world.db.owner, { thread: elsewhere, count: 1, name: 'Hors' });
    const first = (await desk.get('/desk?author=Coch%C3%A9e')).html();
    const boxes = first.querySelectorAll('[name="item"]').map((box) => box.getAttribute('value') ?? '');
    expect(boxes.length).toBe(50);
    const next = /name="to" value="([^"]+)"/.exec(first.querySelector('#bulk')?.innerHTML ?? '')?.[1] ?? '';
    const body = new URLSearchParams([
      ['back', '/desk?author=Cochée'],
      ['to', next],
      ['items', ''],
      ...boxes.slice(0, 3).map((box) => ['item', box]),
    ]);
    const second = await fetch(`${world.url}/desk/bulk`, {
      method: 'POST',
      body,
      headers: { cookie: nadia.cookie, origin: world.url },
    });
    const { fields } = formWith(parse(await second.text()), 'items');
    expect(fields['items']?.split(',')).toEqual(boxes.slice(0, 3));
    const [one = '', two = ''] = boxes.map((box) => box.split(':')[0] ?? '');
    await world.db.owner.query('update desk.submission set version = 2 where id = $1', [one]);
    await desk.post(`/desk/submissions/${two}/decision`, { decision: 'spam', version: '1' });
    const { page } = await chosen({ items: `${fields['items']},${stranger}:1,${ids[59]}:1` });
    expect(page.html().querySelector('h1')?.text).toBe('2\u00a0messages à décider ensemble');
    const aside = page.html().querySelector('.slip.wait')?.text ?? '';
    for (const words of [
      '3\u00a0messages sont laissés de côté',
      '1\u00a0: corrigés depuis',
      '1\u00a0: déjà traités',
      '1\u00a0: hors des catégories',
    ])
      expect(aside).toContain(words);
    expect((await desk.post('/desk/bulk', { back: '/desk' })).status).toBe(422);
  });

  it('refuses with a reason or not at all, and never forces what was decided or corrected between the page and the act', async () => {
    await sowWaiting(world.db.owner, { thread, count: 4, name: 'Quatre' });
    const { address } = await chosen({ all: 'yes', back: '/desk?author=Quatre' });
    const without = await desk.post(address, { decision: 'refuse' });
    expect([without.status, without.html().querySelector('[role="group"] .why')?.text]).toEqual([
      422,
      expect.stringContaining('choisissez un motif'),
    ]);
    const [decided, corrected] = await rows<{ id: string }>(
      `select id from desk.submission where author_name = 'Quatre'`,
    );
    await desk.post(`/desk/submissions/${decided?.id}/decision`, { decision: 'accept', version: '1' });
    await world.db.owner.query('update desk.submission set version = 2 where id = $1', [corrected?.id]);
    await desk.post(address, { decision: 'refuse', reason: 'advertising', remark: 'Tout est pareil.' });
    await over(address);
    expect(await statuses('Quatre')).toEqual({ published: 1, waiting: 1, refused: 2 });
    const text = (await desk.get(address)).html().querySelector('main')?.text ?? '';
    for (const words of ['2\u00a0messages refusés', '1\u00a0: déjà traités', '1\u00a0: corrigés depuis'])
      expect(text).toContain(words);
    expect(
      await rows(
        `select distinct reason, remark from desk.submission where author_name = 'Quatre' and status = 'refused'`,
      ),
    ).toEqual([{ reason: 'advertising', remark: 'Tout est pareil.' }]);
  });

  it('decides with the rights that its maker has by then, and is nobody else’s', async () => {
    await sowWaiting(world.db.owner, { thread, count: 2, name: 'Deux' });
    const { address } = await chosen({ all: 'yes', back: '/desk?author=Deux' });
    const other = world.visitor((await world.member('Omar', { role: 'moderator' })).cookie);
    expect([(await other.get(address)).status, (await world.visitor().get(address)).status]).toEqual([404, 404]);
    expect((await other.post(address, { decision: 'accept' })).status).toBe(303);
    expect(await statuses('Deux')).toEqual({ waiting: 2 });
    await world.db.owner.query(
      `update desk.moderator_category set category_id = (select id from category where slug = 'ailleurs')
        where member_id = $1`,
      [nadia.id],
    );
    await desk.post(address, { decision: 'accept' });
    await over(address);
    expect(await statuses('Deux')).toEqual({ waiting: 2 });
    expect((await desk.get(address)).html().querySelector('.slip')?.text).toContain('hors des catégories');
  });
});
