import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let nadia: Person;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'montre', hold: 'nobody' });
  await world.db.owner.query(`update category set history = true where slug = 'montre'`);
  ada = await world.member('Ada');
  nadia = await world.member('Nadia', { role: 'administrator' });
  thread = await world.thread({
    category: 'montre',
    title: 'Le marché',
    text: 'Il y a quatre caméras.',
    by: ada.visitor,
  });
});
afterAll(() => world.close());

async function edit(text: string, { number = 1, title = 'Le marché', of = thread } = {}) {
  world.clock.advance(30_000);
  const {
    rows: [post],
  } = await world.db.owner.query('select change from post where thread_id = $1 and number = $2', [of, number]);
  const fields = { text, version: String(post.change), ...(number === 1 ? { title } : {}) };
  return world.visitor(ada.cookie).post(`/thread/${of}/posts/${number}/edits`, fields);
}

async function shown(): Promise<string[]> {
  return (
    await world.reader.query<{ source: string }>('select source from revision order by thread_id, number, revision')
  ).map(({ source }) => source);
}

const desk = (number: number, act: 'removal' | 'restoration') =>
  world.visitor(nadia.cookie).post(`/desk/thread/${thread}/posts/${number}/${act}`, { reason: 'other' });
const history = (number = 1, of = thread) => world.visitor().get(`/thread/${of}/posts/${number}/history`);

describe('the history of a post, where its category shows it', () => {
  it('does not exist before anything is changed, and then says what was, by words', async () => {
    expect((await history()).status).toBe(404);
    expect((await world.visitor().get(`/thread/${thread}/le-marche`)).text).not.toContain('/history');
    expect((await edit('Il y a cinq caméras.', { title: 'Le marché couvert' })).status).toBe(303);
    expect((await world.visitor().get(`/thread/${thread}/le-marche-couvert`)).text).toContain(
      `/thread/${thread}/posts/1/history`,
    );
    const page = (await history()).html();
    expect(page.querySelectorAll('del').map(({ text }) => text)).toEqual(['quatre']);
    expect(page.querySelectorAll('ins').map(({ text }) => text)).toEqual(['cinq']);
    expect(page.text).toContain('«\u00a0Le marché\u00a0» devient «\u00a0Le marché couvert\u00a0»');
    expect(page.text).toContain('Il y a quatre caméras.');
  });

  it('goes on with each edit, and a kept page of it is never older than the last', async () => {
    await edit('Il y a cinq caméras, dont une cassée.', { title: 'Le marché couvert' });
    expect((await history()).html().querySelectorAll('.versions > li')).toHaveLength(3);
    expect(await shown()).toEqual(['Il y a quatre caméras.', 'Il y a cinq caméras.']);
  });

  it('never holds a text that the team has changed, nor any before it', async () => {
    const number = await world.reply(thread, 'Madame Durand habite au 12.', ada.visitor);
    await edit('Madame Durand habite au 12 bis.', { number });
    expect((await history(number)).status).toBe(200);
    await world.db.owner.query(`update category set edits = 'held' where slug = 'montre'`);
    await edit('Madame Durand habite au 14.', { number });
    const {
      rows: [row],
    } = await world.db.owner.query(`select id from desk.submission where status = 'waiting'`);
    const decided = await world.visitor(nadia.cookie).post(`/desk/submissions/${row.id}/decision`, {
      decision: 'accept',
      version: '1',
      text: 'Quelqu’un habite là.',
    });
    expect(decided.status).toBe(303);
    await world.db.owner.query(`update category set edits = 'as-posts' where slug = 'montre'`);
    expect((await history(number)).status).toBe(404);
    await edit('Quelqu’un habite là, au fond.', { number });
    const page = (await history(number)).text;
    expect(page).toContain('au fond');
    expect(page).not.toContain('Durand');
    expect((await shown()).filter((source) => source.includes('Durand'))).toEqual([]);
    const { rows } = await world.db.owner.query(`select 1 from desk.revision where source like '%Durand%'`);
    expect(rows.length).toBeGreaterThan(1);
  });

  it('goes with the post when it is taken down, and when its author withdraws it', async () => {
    for (const act of ['removal', 'withdrawal'] as const) {
      const number = await world.reply(thread, `Avant ${act}`, ada.visitor);
      await edit(`Après ${act}`, { number });
      expect(await shown()).toContain(`Avant ${act}`);
      if (act === 'removal') await desk(number, 'removal');
      else await world.visitor(ada.cookie).post(`/thread/${thread}/posts/${number}/withdrawal`);
      expect(await shown()).not.toContain(`Avant ${act}`);
      expect((await history(number)).status).toBe(404);
    }
  });

  it('is there again when the post is restored', async () => {
    const number = await world.reply(thread, 'Avant le retour', ada.visitor);
    await edit('Après le retour', { number });
    const before = (await history(number)).text;
    await desk(number, 'removal');
    expect((await history(number)).status).toBe(404);
    expect((await desk(number, 'restoration')).status).toBe(303);
    expect((await history(number)).text).toBe(before);
  });

  it('goes when an accepted edit is undone, and the next edit begins it again', async () => {
    const number = await world.reply(thread, 'Premier jet', ada.visitor);
    await world.db.owner.query(`update category set edits = 'held' where slug = 'montre'`);
    await edit('Second jet', { number });
    const {
      rows: [row],
    } = await world.db.owner.query(`select id from desk.submission where status = 'waiting'`);
    await world
      .visitor(nadia.cookie)
      .post(`/desk/submissions/${row.id}/decision`, { decision: 'accept', version: '1' });
    expect(await shown()).toContain('Premier jet');
    const {
      rows: [decision],
    } = await world.db.owner.query('select max(id) as id from desk.decision');
    expect((await world.visitor(nadia.cookie).post(`/desk/decisions/${decision.id}/undo`)).status).toBe(303);
    expect(await shown()).not.toContain('Premier jet');
    await world
      .visitor(nadia.cookie)
      .post(`/desk/submissions/${row.id}/decision`, { decision: 'accept', version: '1' });
    expect(await shown()).toContain('Premier jet');
    await world.db.owner.query(`update category set edits = 'as-posts' where slug = 'montre'`);
  });

  it('is nobody’s where the category does not show it, goes when it ceases to, and does not come back of what was before', async () => {
    expect((await history()).status).toBe(200);
    await world.category({ slug: 'tait', hold: 'nobody' });
    const quiet = await world.thread({ category: 'tait', title: 'Ailleurs', text: 'Avant', by: ada.visitor });
    await edit('Après', { of: quiet, title: 'Ailleurs' });
    expect((await history(1, quiet)).status).toBe(404);
    await world.db.owner.query(`update category set history = not history`);
    expect(await shown()).toEqual([]);
    await world.db.owner.query(`update category set history = true`);
    expect([(await world.visitor().get(`/thread/${quiet}/posts/1/history`)).status, await shown()]).toEqual([404, []]);
    // A post that comes back brings no more than that.
    await desk(1, 'removal');
    expect((await desk(1, 'restoration')).status).toBe(303);
    expect(await shown()).toEqual([]);
  });

  it('goes when its thread comes into a category that does not show it', async () => {
    await edit('Il y a six caméras.', { title: 'Le marché couvert' });
    expect(await shown()).toContain('Il y a cinq caméras, dont une cassée.');
    await world.db.owner.query(`update category set history = false where slug = 'tait'`);
    await world.db.owner.query(
      `update thread set category_id = (select id from category where slug = 'tait') where id = $1`,
      [thread],
    );
    expect(await shown()).toEqual([]);
  });
});
