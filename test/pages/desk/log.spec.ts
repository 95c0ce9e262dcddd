import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FinishedDays } from '../../../src/transparency/finished-days.js';
import type { Browsing } from '../../browsing.js';
import { openWorld, type World } from '../../world.js';

let world: World;
let nadia: Browsing;
let omar: Browsing;
let thread: number;
let quiet: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'membres', name: 'Entre membres', audience: 'members' });
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  omar = world.visitor((await world.member('Omar', { role: 'moderator', categories: ['villes'] })).cookie);
  thread = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Premier message' });
  quiet = await world.thread({
    category: 'membres',
    title: 'Entre nous',
    text: 'Sujet des membres',
    by: (await world.member('Mira')).visitor,
  });
});
afterAll(() => world.close());

async function decided(fields: Record<string, string>, who: Browsing = nadia): Promise<{ id: string; row: string }> {
  sent += 1;
  await world.visitor().post(`/thread/${thread}/replies`, {
    text: `Message ${sent} à juger`,
    name: `Passante ${sent}`,
    key: `key-of-the-log-${sent}`,
  });
  const [{ id = '' } = {}] = await world.writer.query<{ id: string }>(
    'select id from desk.submission where source = $1',
    [`Message ${sent} à juger`],
  );
  const answer = await who.post(`/desk/submissions/${id}/decision`, { version: '1', ...fields });
  return { id, row: new URL(answer.location ?? '', world.url).searchParams.get('done') ?? '' };
}

describe('the staff’s log', () => {
  it('shows every decision with who took it and why, newest first, and undoes from there', async () => {
    const { id, row } = await decided({ decision: 'refuse', reason: 'insult', remark: 'Un mot' }, omar);
    world.clock.advance(3_600_000);
    const page = await nadia.get('/desk/log');
    const line = page.html().querySelector(`#decision-${row}`);
    expect(line?.text.replace(/\s+/g, ' ')).toMatch(/refusé par Omar .*Réponse.*Un sujet.*propos injurieux.*Un mot/);
    expect(line?.text).not.toContain('Passante');
    const form = line?.querySelector('form');
    expect(form?.getAttribute('action')).toBe(`/desk/decisions/${row}/undo`);
    const answer = await nadia.post(`/desk/decisions/${row}/undo`, {
      back: form?.querySelector('input[name="back"]')?.getAttribute('value') ?? '',
    });
    expect(answer.location).toMatch(/^\/desk\/log\?done=\d+$/);
    const after = (await nadia.get(answer.location ?? '')).html();
    expect(after.querySelector(`#decision-${row}`)?.text).toContain('annulée');
    expect(after.querySelector(`#decision-${row} form`)).toBeNull();
    expect(after.querySelector('ol.log li')?.text).toContain('décision annulée');
    expect(await world.writer.query('select status from desk.submission where id = $1', [id])).toEqual([
      { status: 'waiting' },
    ]);
  });

  it('offers no undo for what was decided again since', async () => {
    const { id, row } = await decided({ decision: 'accept' });
    const [{ number = 0 } = {}] = await world.writer.query<{ number: number }>(
      'select number from desk.submission where id = $1',
      [id],
    );
    await nadia.post(`/desk/thread/${thread}/posts/${number}/removal`, { reason: 'other', remark: 'x' });
    const html = (await nadia.get('/desk/log')).html();
    expect(html.querySelector(`#decision-${row} form`)).toBeNull();
    expect(html.querySelector('ol.log li form')).not.toBeNull();
  });

  it('is filtered by decision, moderator, category and submission, and paged by the last row', async () => {
    for (let each = 0; each < 55; each += 1) await decided({ decision: 'spam' }, each % 5 === 0 ? omar : nadia);
    const rows = async (query: string): Promise<string[]> =>
      (await nadia.get(`/desk/log${query}`))
        .html()
        .querySelectorAll('ol.log li')
        .map(({ id }) => id);
    const first = (await nadia.get('/desk/log?decision=spam')).html();
    const next = first.querySelector('a[rel="next"]')?.getAttribute('href') ?? '';
    expect(next).toMatch(/^\/desk\/log\?decision=spam&before=\d+$/);
    const both = [
      ...first.querySelectorAll('ol.log li').map(({ id }) => id),
      ...(await rows(next.replace('/desk/log', ''))),
    ];
    expect(both).toHaveLength(55);
    expect(new Set(both).size).toBe(55);
    const [{ id: member = 0 } = {}] = await world.reader.query<{ id: number }>(
      `select id from member where name = 'Omar'`,
    );
    expect(await rows(`?decision=spam&moderator=${member}`)).toHaveLength(11);
    expect(await rows('?decision=&moderator=&category=membres')).toHaveLength(1);
    const { id } = await decided({ decision: 'return', remark: 'Un mot' });
    expect(await rows(`?submission=${id}`)).toHaveLength(1);
    for (const wrong of ['?decision=tout', '?before=x', '?submission=1', '?moderator=0'])
      expect((await nadia.get(`/desk/log${wrong}`)).status).toBe(404);
  });

  it('does not exist for others, and shows a moderator of some categories only theirs', async () => {
    for (const who of [world.visitor(), world.visitor((await world.member('Ada')).cookie)])
      expect((await who.get('/desk/log')).status).toBe(404);
    expect((await omar.get('/desk/log?category=membres')).html().querySelectorAll('ol.log li')).toHaveLength(0);
    expect((await omar.get('/desk/log')).text).not.toContain('Entre nous');
  });
});

describe('the public log', () => {
  const page = () => world.visitor().get('/transparency/log');
  const count = () => world.app.get(FinishedDays, { strict: false }).count(world.clock.now());

  it('tells nothing of a day before it is over in the time zone of the site', async () => {
    world.clock.set(new Date('2026-11-24T22:30:00Z'));
    await count();
    const before = (await page())
      .html()
      .querySelectorAll('section h2')
      .map(({ text }) => text);
    await decided({ decision: 'refuse', reason: 'personal-data', remark: 'Un mot secret' });
    await nadia.post(`/desk/thread/${quiet}/posts/1/removal`, { reason: 'insult' });
    await count();
    world.clock.set(new Date('2026-11-24T23:05:00Z'));
    await count();
    expect(
      (await page())
        .html()
        .querySelectorAll('section h2')
        .map(({ text }) => text),
    ).toEqual(before);
  });

  it('then tells what was decided where everybody reads, by category and reason, without texts, names and exact numbers', async () => {
    world.clock.set(new Date('2026-11-25T14:00:00Z'));
    await Promise.all([count(), count(), count()]);
    const shown = await page();
    const [latest, earlier] = shown
      .html()
      .querySelectorAll('main section')
      .map((section) => section.text.replace(/[\s\u00A0]+/g, ' ').trim());
    expect(latest).toBe('24 novembre 2026Villes un message refusé : données personnelles d’une personne');
    expect(earlier).toMatch(/^22 novembre 2026/);
    expect(earlier).toContain('environ 60 messages indésirables');
    expect(earlier).toContain('un message refusé : propos injurieux');
    for (const secret of ['Un mot secret', 'Nadia', 'Omar', 'Passante', 'Entre', 'Un sujet'])
      expect(shown.text).not.toContain(secret);
    expect(await world.reader.query(`select count from moderated_day where decision = 'spam'`)).toEqual([
      { count: 55 },
    ]);
  });

  it('counts a day once, whatever is undone later: that is another day’s entry', async () => {
    const [{ id: row = '' } = {}] = await world.writer.query<{ id: string }>(
      `select id::text from desk.decision where decision = 'refuse' order by id desc limit 1`,
    );
    await nadia.post(`/desk/decisions/${row}/undo`);
    const before = await world.reader.query(`select * from moderated_day order by 1, 2, 3, 4`);
    world.clock.set(new Date('2026-11-26T14:00:00Z'));
    await count();
    await count();
    const after = await world.reader.query<{ decision: string; count: number }>(
      `select * from moderated_day order by 1, 2, 3, 4`,
    );
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([{ decision: 'undo', count: 1 }]);
  });

  it('is bounded: 14 days a page, older ones by the day', async () => {
    await world.db.owner.query(
      `insert into moderated_day select date '2026-01-01' + n, (select id from category
        where slug = 'villes'), 'accept', '', 3 from generate_series(0, 39) n`,
    );
    let path: string | undefined = '/transparency/log';
    let days = 0;
    for (let pages = 0; path !== undefined && pages < 9; pages += 1) {
      const html = (await world.visitor().get(path)).html();
      const shown = html.querySelectorAll('main section').length;
      expect(shown).toBeLessThanOrEqual(14);
      days += shown;
      path = html.querySelector('a[rel="next"]')?.getAttribute('href');
    }
    expect(days).toBe(43);
    for (const day of ['2026-13-45', '2026-02-30', '2025-02-29'])
      expect((await world.visitor().get(`/transparency/log?before=${day}`)).status).toBe(404);
  });

  it('shows nothing of a category that is not for everybody any more', async () => {
    await world.db.owner.query(
      `update category set audience = 'members' where slug = 'villes'; select pg_notify('palabre_news',
        '{"news":"SiteChanged"}')`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await page()).text).not.toContain('Villes');
  });
});
