import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIBRARY_BOUNDS, libraryHits } from '../../src/documents/library-hits.js';
import { partOf } from '../../src/documents/library-part.js';
import { Library } from '../../src/documents/library.js';
import { StrayTexts, TURN } from '../../src/publishing/upkeep/stray-texts.js';
import { byDate } from '../../src/search/candidates.js';
import { quoted, within } from '../../src/search/lexemes.js';
import { readQuestion } from '../../src/search/question.js';
import { type Query, Search } from '../../src/search/search.js';
import { BOUNDS } from '../../src/search/ways.js';
import type { Audience } from '../../src/threads/visible.js';
import { hideDocuments, PAGES, sowDocuments } from '../bench/sown-documents.js';
import { sowTexts } from '../bench/sown-texts.js';
import { ExplainingReader } from '../explaining-reader.js';
import { openWorld, type World } from '../world.js';

/** More than the first look of the library and of the search reads, so that the index of words is asked. */
const DOCUMENTS = 120;
const TEXTS = 4_000;
/** In each thread that is sown. */
const [DOCUMENTS_OF_ONE, TEXTS_OF_ONE] = [10, 500];
const HIDDEN_DOCUMENTS = 50;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const slug of ['villes', 'ailleurs']) await world.category({ slug, hold: 'nobody' });
  const text = 'Une caméra sur la place. ' + 'On en parle avec la mairie. '.repeat(16);
  await world.thread({ category: 'villes', title: 'La caméra', text });
  await sowTexts(world.db.owner, { texts: TEXTS, progress: () => undefined });
  await sowDocuments(world.db.owner, { documents: DOCUMENTS, progress: () => undefined });
}, 120_000);
afterAll(() => world.close());

async function category(slug: string, audience: Audience): Promise<number> {
  const { rows } = await world.db.owner.query<{ id: number }>(
    'insert into category (slug, name, audience) values ($1, $1, $2) returning id',
    [slug, audience],
  );
  return rows[0]?.id ?? 0;
}

/** The newest thread of sown texts goes to the category, and each of its texts has the word. */
async function hideTexts(to: number, word: string): Promise<void> {
  const { rows } = await world.db.owner.query<{ id: number }>(
    `select max(id)::int as id from thread where slug = 'sujet-seme' and post_count = $1
       and category_id in (select id from category where audience = 'everyone')`,
    [TEXTS_OF_ONE],
  );
  await world.db.owner.query('update thread set category_id = $1 where id = $2', [to, rows[0]?.id]);
  await world.db.owner.query(`update post set html = html || '<p>' || $1 || '</p>' where thread_id = $2`, [
    word,
    rows[0]?.id,
  ]);
}

const SEARCHED = {
  documents: async (reader: ExplainingReader, audience: Audience, q: string) =>
    (await new Library(reader).find(audience, { q }, null)).rows.length,
  texts: async (reader: ExplainingReader, audience: Audience, q: string) => {
    const found = await new Search(reader).find(audience, { ...QUERY, question: readQuestion(q).question }, null);
    return typeof found === 'string' ? 0 : found.total;
  },
  // Of threads with a title like this one.
  titles: async (reader: ExplainingReader, audience: Audience, title: string) =>
    (await new Search(reader).similar(audience, title)).length,
};
const QUERY: Omit<Query, 'question'> = {
  author: null,
  category: null,
  tags: [],
  town: null,
  kind: null,
  after: null,
  before: null,
  sort: 'relevance',
};

/**
 * How many are found, and how many blocks of 8 kB each query read: the least of several times, because a connection
 * also reads what the tables are like when it is first asked.
 */
async function read(what: keyof typeof SEARCHED, audience: Audience, q: string) {
  const times: { found: number; blocks: number[] }[] = [];
  for (let time = 0; time < 8; time++) {
    const reader = new ExplainingReader(world.db.database.reader);
    times.push({ found: await SEARCHED[what](reader, audience, q), blocks: reader.blocks });
  }
  const [{ found, blocks } = { found: 0, blocks: [] }] = times;
  return { found, blocks: blocks.map((_, nth) => Math.min(...times.map((one) => one.blocks[nth] ?? 0))) };
}

describe('what somebody may not read', () => {
  it.each(['documents', 'texts', 'titles'] as const)(
    'is not even looked at by a search: %s',
    async (what) => {
      if (what === 'documents') {
        const threads = HIDDEN_DOCUMENTS / DOCUMENTS_OF_ONE;
        expect(await hideDocuments(world.db.owner, { threads, word: 'wovuxi' })).toBe(HIDDEN_DOCUMENTS * PAGES);
      } else if (what === 'texts') {
        await hideTexts(await category('inside', 'members'), 'wovuxi');
      } else {
        await world.db.owner.query(`update thread t set title = 'Wovuxi' from category c
        where c.id = t.category_id and c.slug = 'inside'`);
      }
      await world.db.owner.query(`vacuum analyze ${what === 'documents' ? 'document_page' : 'searched'}`);
      for (const audience of ['members', 'staff'] as const)
        expect((await read(what, audience, 'wovuxi')).found).toBeGreaterThan(0);
      // Two words that are neighbours in the index, so that the way to both is the same.
      const [hidden, never] = [await read(what, 'everyone', 'wovuxi'), await read(what, 'everyone', 'wovuxo')];
      expect(hidden).toEqual({ ...never, found: 0 });
    },
    60_000,
  );
});

/** By the index of words, and not among the newest. */
async function indexed(audience: Audience, word: string): Promise<{ documents: number; texts: number }> {
  const part = await partOf(world.reader, audience, {}, null);
  const asked = quoted(word);
  const { hits } = await libraryHits(world.reader, { asked, loose: asked }, part, 1_000, {
    ...LIBRARY_BOUNDS,
    look: { documents: 1, pages: 1 },
  });
  const { categories } = part;
  const sought = { categories, asked, loose: within(categories, asked), ranked: null, since: null, until: null };
  const { total } = await byDate(world.reader, sought, null, { ...BOUNDS, probe: 1, newest: 1, dense: 2 });
  return { documents: hits.length, texts: total };
}

/** How many stand in the index of another audience than that of their category. */
async function strays(): Promise<number> {
  const { rows } = await world.db.owner.query<{ strays: number }>(
    `select sum(strays)::int as strays from (
       select count(*) as strays from searched s join category c on c.id = s.category_id
         where c.audience <> s.indexed_for
       union all select count(*) from document d join category c on c.id = d.category_id
         left join document_page p on p.document_id = d.id where c.audience <> any(array[d.indexed_for, p.indexed_for])
     ) each`,
  );
  return rows[0]?.strays ?? 0;
}

const elsewhere = async (): Promise<number> =>
  (await world.db.owner.query('select from indexed_elsewhere')).rowCount ?? 0;

describe('texts whose category gets another audience', () => {
  const all = { documents: DOCUMENTS_OF_ONE, texts: TEXTS_OF_ONE };
  const none = { documents: 0, texts: 0 };

  it('are found by whoever may read them and by nobody else, before a job has taken them along and after it', async () => {
    const { owner } = world.db;
    await owner.query('delete from indexed_elsewhere');
    const gathering = world.app.get(StrayTexts, { strict: false });
    await hideDocuments(owner, { threads: 1, word: 'zukevo' });
    const { rows } = await owner.query<{ id: number }>(`select id from category where slug = 'bench-zukevo'`);
    const id = rows[0]?.id ?? 0;
    await hideTexts(id, 'zukevo');
    const expected = async (audience: Audience): Promise<void> => {
      const order = ['everyone', 'members', 'staff'] as const;
      for (const one of order)
        expect([audience, one, await indexed(one, 'zukevo')]).toEqual([
          audience,
          one,
          order.indexOf(one) >= order.indexOf(audience) ? all : none,
        ]);
    };
    await expected('members');
    for (const audience of ['everyone', 'staff', 'members', 'everyone'] as const) {
      await owner.query('update category set audience = $2 where id = $1', [id, audience]);
      expect(await strays()).toBeGreaterThan(0);
      await expected(audience);
      expect(await gathering.gather(new Date(), AbortSignal.abort())).toBe('unfinished');
      expect(await strays()).toBeGreaterThan(0);
      expect(await gathering.gather(new Date())).toBeUndefined();
      expect(await strays()).toBe(0);
      await expected(audience);
    }
  }, 120_000);

  it('stay known as standing elsewhere for an hour, in which whoever had begun before may have put more there', async () => {
    const { owner } = world.db;
    const gathering = world.app.get(StrayTexts, { strict: false });
    await gathering.gather(new Date());
    expect(await elsewhere()).toBeGreaterThan(0);
    const later = new Date(Date.now() + 61 * 60_000);
    // One that somebody else has locked stays, and so does what is known of it.
    await owner.query(`update searched set indexed_for = 'staff' where (thread_id, number) in (
      select thread_id, number from searched s join category c on c.id = s.category_id and c.slug = 'bench-zukevo' limit 1)`);
    const other = world.db.database.writer.createQueryRunner();
    await other.startTransaction();
    await other.query(`select from searched where indexed_for = 'staff' for update`);
    await gathering.gather(later);
    expect([await strays(), (await elsewhere()) > 0]).toEqual([1, true]);
    await other.rollbackTransaction();
    await other.release();
    await gathering.gather(later);
    expect([await strays(), await elsewhere()]).toEqual([0, 0]);
  }, 60_000);

  it('are taken along with a thread that goes to a category of another audience, with what its own had left', async () => {
    const { owner } = world.db;
    const gathering = world.app.get(StrayTexts, { strict: false });
    const to = await category('upstairs', 'staff');
    await owner.query(`update category set audience = 'members' where slug = 'bench-zukevo'`);
    await owner.query(
      `update thread set category_id = $1 where category_id = (select id from category where slug = 'bench-zukevo')`,
      [to],
    );
    for (const turn of ['before', 'after']) {
      for (const one of ['everyone', 'members'] as const)
        expect([turn, one, await indexed(one, 'zukevo')]).toEqual([turn, one, none]);
      expect([turn, await indexed('staff', 'zukevo')]).toEqual([turn, all]);
      if (turn === 'before') expect(await strays()).toBe(DOCUMENTS_OF_ONE * PAGES);
      await gathering.gather(new Date());
      expect(await strays()).toBe(0);
    }
  }, 60_000);

  it('are taken along some thousands at a turn, and the next turn goes on', async () => {
    const { owner } = world.db;
    const gathering = world.app.get(StrayTexts, { strict: false });
    await gathering.gather(new Date());
    await owner.query(`update category set audience = 'members' where slug in ('villes', 'ailleurs')`);
    const all = await strays();
    expect(all).toBeGreaterThan(TURN);
    expect([await gathering.gather(new Date()), await strays()]).toEqual(['unfinished', all - TURN]);
    expect([await gathering.gather(new Date()), await strays()]).toEqual([undefined, 0]);
  }, 60_000);
});
