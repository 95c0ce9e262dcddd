import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RENDERER_VERSION } from '../../src/markup/render.js';
import { nothingIsOld } from '../../src/publishing/upkeep/nothing-is-old.js';
import { OldTexts } from '../../src/publishing/upkeep/old-texts.js';
import { Redrawing } from '../../src/publishing/upkeep/redrawing.js';
import { openWorld, type World } from '../world.js';

let world: World;
let thread: number;

const HOLE = '<img src=x onerror=alert(1)>';
/** Every table that holds HTML, with the rows that have a text. */
const TABLES = [
  'post',
  'profile',
  'revision',
  'desk.revision',
  'desk.submission',
  'desk.submission_version',
  'desk.removed_post',
];

const holes = async (): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await world.db.owner.query<{ n: number }>(
      `select count(*)::int as n from ${table} where html like '%onerror%'`,
    );
    counted[table] = rows[0]?.n ?? 0;
  }
  return counted;
};

beforeAll(async () => {
  world = await openWorld();
  const mira = await world.member('Mira');
  await world.category({ slug: 'villes', hold: 'nobody' });
  await world.db.owner.query('update category set history = true');
  thread = await world.thread({
    category: 'villes',
    title: 'Un sujet',
    text: 'Un mot[[une note]].',
    by: mira.visitor,
  });
  const member = world.visitor(mira.cookie);
  await member.post(`/thread/${thread}/posts/1/edits`, {
    text: 'Un autre mot[[une note]], @Mira.',
    title: 'Un sujet',
    version: '0',
    key: 'a-key-of-an-edit-1',
    action: 'send',
  });
  await member.post('/me/profile', { text: 'Je marche.', key: 'a-key-of-a-page-1', action: 'send' });
  await world.db.owner.query(
    `insert into profile (member_id, source, html, renderer_version, published_at)
      values ($1, 'Je marche.', '', 1, now())
     on conflict do nothing`,
    [mira.id],
  );
  await world.db.owner.query(
    `insert into desk.removed_post (thread_id, number, author_id, author_name, author_role, source, html, excerpt,
      removed_at)
     select thread_id, number, author_id, author_name, author_role, source, html, excerpt, now() from post`,
  );
});
afterAll(() => world.close());

it('closes in old rows a hole that was closed in the renderer, goes on where it was stopped, and changes no text', async () => {
  const { owner } = world.db;
  const drawn = async () =>
    (await owner.query<{ html: string }>('select html from post where thread_id = $1', [thread])).rows[0]?.html ?? '';
  const before = await drawn();
  for (const table of TABLES) {
    const version = ['revision', 'desk.submission_version', 'desk.removed_post'].includes(table)
      ? ''
      : ', renderer_version = 0';
    await owner.query(`update ${table} set html = $1${version} where source <> ''`, [HOLE]);
  }
  for (const [table, count] of Object.entries(await holes())) expect([table, count > 0]).toEqual([table, true]);
  const redrawing = world.app.get(Redrawing, { strict: false });
  expect(await redrawing.all(AbortSignal.abort())).toBe('unfinished');
  expect((await holes())['post']).toBeGreaterThan(0);
  expect(await redrawing.all()).toBeUndefined();
  expect(Object.values(await holes()).reduce((sum, count) => sum + count, 0)).toBe(0);
  expect(await drawn()).toBe(before);
  expect(before).toContain('id="p1-note-1"');
  expect(before).toContain('<a href="/user/Mira">@Mira</a>');
  const { rows } = await owner.query<{ version: number }>('select renderer_version as version from post');
  expect(rows.every(({ version }) => version === RENDERER_VERSION)).toBe(true);
});

it('looks once and does nothing more when all is done', async () => {
  const { owner } = world.db;
  await owner.query(`update post set html = $1 where thread_id = $2`, [HOLE, thread]);
  await world.app.get(Redrawing, { strict: false }).all();
  expect((await holes())['post']).toBe(1);
});

it('goes over nothing that this very program has made a moment ago, neither do those who look for old texts', async () => {
  const { owner } = world.db;
  const walked = async () => (await owner.query('select name, goal, done from desk.walk order by name')).rows;
  await world.app.get(Redrawing, { strict: false }).all();
  await world.app.get(OldTexts, { strict: false }).index();
  const all = await walked();
  await owner.query('delete from desk.walk');
  await nothingIsOld(world.db.writer, 'fr');
  expect(await walked()).toEqual(all);
});
