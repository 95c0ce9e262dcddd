import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Articles } from '../../src/articles/articles.js';
import { LatestPosts } from '../../src/threads/latest-posts.js';
import type { Reader } from '../../src/database/reader.js';
import { Threads } from '../../src/threads/threads.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { sourcesOf } from '../explained.js';
import { ExplainingReader } from '../explaining-reader.js';
import { hostSite } from '../host-site.js';

const SECTIONS = 3_000;
const LONG = 4_000;
let db: TestDatabase;
let category: number;

/** Many sections of ten comments each, and one of thousands in branches. */
beforeAll(async () => {
  db = await freshDatabase();
  const {
    rows: [made],
  } = await db.owner.query<{ id: number }>(
    `insert into category (slug, name) values ('feuille', 'La Feuille') returning id`,
  );
  category = made?.id ?? 0;
  const site = await hostSite(db.owner, { slug: 'feuille', category });
  await db.owner.query(
    `insert into thread (id, category_id, title, slug, post_count, last_number, published_at, last_post_at, of_article)
     select n, $1, 'Article ' || n, 'article-' || n, case when n = 1 then $2 else 10 end,
       case when n = 1 then $2 else 10 end, now(), now() - n * interval '1 minute', true
     from generate_series(1, $3::int) n`,
    [category, LONG, SECTIONS],
  );
  await db.owner.query(
    `insert into article (site_id, identifier, title, url, thread_id) select $1, n::text, 'Article ' || n,
      'https://feuille.example/' || n, n from generate_series(1, $2::int) n`,
    [site, SECTIONS],
  );
  await db.owner.query(
    `insert into post (thread_id, category_id, number, root, author_role, source, html, excerpt, renderer_version,
      written_at, published_at)
     select t.id, $1, n, case when n > 3 and n % 3 = 0 then n - 2 else n end, 'guest', 'x',
       repeat('<p>Un commentaire de longueur ordinaire.</p>', 8), 'x', 1, now(), now()
     from thread t cross join generate_series(1, t.last_number) n`,
    [category],
  );
  await db.owner.query('analyze');
}, 60_000);
afterAll(() => db.close());

/** Blocks of 8 kB that these queries touch. */
async function cost(work: (reader: Reader) => Promise<unknown>): Promise<number> {
  const reader = new ExplainingReader(db.database.reader);
  await work(reader);
  return reader.blocks.reduce((sum, blocks) => sum + blocks, 0);
}

describe('what a section costs', () => {
  it('does not grow with the number of sections and of comments', async () => {
    const short = await cost((reader) => new Articles(reader).section('everyone', 'feuille', '2000'));
    expect(short).toBeLessThan(40);
    expect(await cost((reader) => new Threads(reader).for().thread(2000))).toBeLessThan(40);
    expect(await cost((reader) => new Threads(reader).for().page(2000, 1, 'branches'))).toBeLessThan(150);
    expect(await cost((reader) => new Threads(reader).for().page(1, 1, 'branches'))).toBeLessThan(200);
  });

  it('reads the last page of a long one by its index, and finds the page of a comment in it', async () => {
    const last = await cost((reader) => new Threads(reader).for().page(1, LONG / 20, 'branches'));
    expect(last).toBeLessThan(400);
    const found = await cost(async (reader) => {
      const threads = new Threads(reader).for();
      const thread = await threads.thread(1);
      if (thread !== null) expect(await threads.pageOf(thread, LONG)).toBe(LONG / 20);
    });
    expect(found).toBeLessThan(600);
  });

  it('counts a list and reads a feed with a look-up for each', async () => {
    const ids = Array.from({ length: 100 }, (_, n) => String(n * 20 + 1));
    expect((await new Articles(db.reader).counts('feuille', [...ids, 'jamais-vu'])).size).toBe(100);
    expect(await cost((reader) => new Articles(reader).counts('feuille', ids))).toBeLessThan(100 * 15);
    const listed = new ExplainingReader(db.database.reader);
    await new Articles(listed).counts('feuille', ids);
    expect(listed.explained.flatMap(sourcesOf).join(', ')).not.toContain('all of article ');
    expect(await new LatestPosts(db.reader).inCategory(category)).toHaveLength(50);
    expect(await cost((reader) => new LatestPosts(reader).inCategory(category))).toBeLessThan(2_000);
  });
});
