import { Categories } from '../../src/categories/categories.js';
import { pageOf, pagesOf } from '../../src/threads/audience-threads.js';
import { Threads } from '../../src/threads/threads.js';
import type { Audience } from '../../src/threads/visible.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { ExplainingReader } from '../explaining-reader.js';
import { minutesBefore, Sower } from '../sow.js';

const NOW = new Date('2026-11-22T14:00:00Z');
let db: TestDatabase;
let threads: Threads;
let staff: number;
let long: number;
let hidden: number;

beforeAll(async () => {
  db = await freshDatabase();
  const sow = new Sower(db.owner);
  threads = new Threads(db.reader);
  const open = await sow.category('villes', 'everyone', 2);
  await sow.category('entre-nous', 'members', 1);
  staff = await sow.category('equipe', 'staff', 3);
  const amina = await sow.member('Amina');
  long = await sow.thread(open, 1200, minutesBefore(NOW, 500), amina);
  for (let n = 0; n < 60; n++) await sow.thread(open, 20, minutesBefore(NOW, 1000), amina);
  hidden = await sow.thread(staff, 3, minutesBefore(NOW, 5), amina);
});
afterAll(() => db.close());

const audiences: [Audience, string[]][] = [
  ['everyone', ['villes']],
  ['members', ['entre-nous', 'villes']],
  ['staff', ['entre-nous', 'villes', 'equipe']],
];

describe('categories', () => {
  test.each(audiences)(
    "exist for %s as far as their audience goes, in the administrator's order",
    async (audience, slugs) => {
      const categories = new Categories(db.reader).for(audience);
      expect((await categories.all()).map((category) => category.slug)).toEqual(slugs);
      expect((await categories.bySlug('equipe'))?.id ?? null).toBe(audience === 'staff' ? staff : null);
      expect((await categories.byId(staff))?.slug ?? null).toBe(audience === 'staff' ? 'equipe' : null);
    },
  );

  test('are those for everyone when no audience is named', async () => {
    expect((await new Categories(db.reader).for().all()).map((category) => category.slug)).toEqual(['villes']);
    expect(await threads.for().thread(hidden)).toBeNull();
  });
});

describe('a thread', () => {
  test('has pages of twenty posts by number, and no page beyond the last', async () => {
    const thread = await threads.for('everyone').thread(long);
    expect(thread).toMatchObject({ id: long, lastNumber: 1200, category: { slug: 'villes' }, retired: false });
    expect(pagesOf(thread!)).toBe(60);
    const page = await threads.for('everyone').page(long, 60);
    expect(page.map((post) => post.number)).toEqual(Array.from({ length: 20 }, (_, n) => 1181 + n));
    expect(page[0]).toMatchObject({
      author: { name: 'Amina', role: 'member' },
      html: '<p>Texte 1181</p>',
      gone: null,
    });
    expect(await threads.for('everyone').page(long, 61)).toEqual([]);
    expect([1, 20, 21, 1200].map(pageOf)).toEqual([1, 1, 2, 60]);
  });

  test('outside of the audience has no page, no post and no news either', async () => {
    const seen = await threads.for('staff').thread(hidden);
    expect(seen?.lastNumber).toBe(3);
    expect(await threads.for('staff').page(hidden, 1)).toHaveLength(3);
    for (const audience of ['everyone', 'members'] as const) {
      const reader = threads.for(audience);
      expect(await reader.thread(hidden)).toBeNull();
      expect(await reader.page(hidden, 1)).toEqual([]);
      expect(await reader.post(hidden, 1)).toBeNull();
      expect((await reader.since(seen!, 0, 0)).posts).toEqual([]);
    }
  });

  test('costs the same on its last page as on its first', async () => {
    // Five posts fill a block, so that walking over those of all pages would touch hundreds.
    await db.owner.query(`update post set html = repeat('Un texte. ', 150) where thread_id = $1`, [long]);
    await db.owner.query('vacuum full post');
    // Of every table: what a post is looked up in may never have been counted, and then each guess costs a look.
    await db.owner.query('analyze');
    const reader = new ExplainingReader(db.database.reader);
    const seen = new Threads(reader).for('everyone');
    await seen.page(long, 1);
    await seen.page(long, 60);
    const [first = 0, last = 0] = reader.blocks;
    const {
      rows: [all],
    } = await db.owner.query<{ blocks: number }>(
      `select count(distinct (ctid::text::point)[0])::int as blocks from post where thread_id = $1`,
      [long],
    );
    expect(all?.blocks).toBeGreaterThan(200);
    // The planner may look up twenty authors one by one for one page and all of them at once for the other.
    for (const blocks of [first, last]) expect([blocks > 4, blocks < 100]).toEqual([true, true]);
    expect(Math.abs(last - first)).toBeLessThanOrEqual(45);
  });
});
