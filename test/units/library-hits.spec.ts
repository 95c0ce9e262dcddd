import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LIBRARY_BOUNDS, type LibraryBounds, libraryHits } from '../../src/documents/library-hits.js';
import { Library } from '../../src/documents/library.js';
import { type LibraryPart, partOf } from '../../src/documents/library-part.js';
import { compile, formsOf } from '../../src/search/lexemes.js';
import { readQuestion } from '../../src/search/question.js';
import { sowDocuments } from '../bench/sown-documents.js';
import { sourcesOf } from '../explained.js';
import { ExplainingReader } from '../explaining-reader.js';
import { openWorld, type World } from '../world.js';

const DOCUMENTS = 60;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await sowDocuments(world.db.owner, { documents: DOCUMENTS, progress: () => undefined });
}, 90_000);
afterAll(() => world.close());

async function sought(q: string): Promise<{ asked: string; loose: string }> {
  const { question } = readQuestion(q);
  const words = [...question.groups.flat(), ...question.without].flatMap((term) => term.words);
  const { asked, loose } = compile(question, await formsOf(world.reader, words), []);
  return { asked: asked ?? '', loose: loose ?? '' };
}

/** Every page and title is read. */
async function all({ asked }: { asked: string }, condition = 'true'): Promise<{ id: string; page: number | null }[]> {
  const { rows } = await world.db.owner.query<{ id: string; page: number | null }>(
    `select d.id, (select min(page) from document_page w where w.document_id = d.id and w.search @@ $1::tsquery) as page
     from document d where ${condition} and (d.search @@ $1::tsquery or exists (select from document_page w
       where w.document_id = d.id and w.search @@ $1::tsquery)) order by d.published_at desc, d.id desc`,
    [asked],
  );
  return rows;
}

let part: LibraryPart;
beforeAll(async () => {
  part = await partOf(world.reader, 'everyone', {}, null);
});
const little = { documents: 5, pages: 50 };

it('finds the same documents and pages by a walk along the newest and by the index of words', async () => {
  const ways: LibraryBounds[] = [
    LIBRARY_BOUNDS,
    { ...LIBRARY_BOUNDS, look: little },
    { ...LIBRARY_BOUNDS, look: little, dense: 100 },
  ];
  for (const q of ['commune', '"conseil commune"', 'conseil -marché', 'seul17', 'délibération 31', 'nullepart']) {
    const words = await sought(q);
    const truth = await all(words);
    for (const most of [3, DOCUMENTS + 1])
      for (const bounds of ways)
        expect([q, await libraryHits(world.reader, words, part, most, bounds)]).toEqual([
          q,
          { hits: truth.slice(0, most), among: null },
        ]);
  }
}, 60_000);

it('filters both ways, and what one may not read is not among what is read', async () => {
  const words = await sought('conseil');
  const some = await partOf(world.reader, 'everyone', { nature: 'letter' }, null);
  const truth = await all(words, `d.nature = 'letter'`);
  for (const look of [little, LIBRARY_BOUNDS.look])
    expect((await libraryHits(world.reader, words, some, 100, { ...LIBRARY_BOUNDS, look })).hits).toEqual(truth);
  const bounds = { ...LIBRARY_BOUNDS, look: little, indexed: 0, compared: 0 };
  const elsewhere = { ...part, categories: [0] };
  expect(await libraryHits(world.reader, words, elsewhere, 100, bounds)).toEqual({ hits: [], among: null });
}, 60_000);

it('finds pages and titles in the category to which their thread has moved, and no more where it was', async () => {
  const { owner } = world.db;
  const [other] = (
    await owner.query<{ id: number }>(`insert into category (slug, name) values ('o', 'O') returning id`)
  ).rows;
  const [thread] = (await owner.query<{ id: number }>('select thread_id as id from document order by id limit 1'))
    .rows;
  const move = async (to: number): Promise<number> =>
    (
      await owner.query<{ was: number }>(
        `update thread t set category_id = $2 from thread b where b.id = t.id and t.id = $1
          returning b.category_id as was`,
        [thread?.id, to],
      )
    ).rows[0]?.was ?? 0;
  const was = await move(other?.id ?? 0);
  for (const q of ['commune', 'délibération']) {
    const words = await sought(q);
    const truth = await all(words, `d.thread_id = ${thread?.id}`);
    const left = await all(words, `d.thread_id <> ${thread?.id}`);
    expect(truth.length).toBeGreaterThan(0);
    for (const look of [{ documents: 1, pages: 1 }, LIBRARY_BOUNDS.look])
      for (const [category, hits] of [
        [other?.id ?? 0, truth],
        [was, left],
      ] as const)
        expect(
          await libraryHits(world.reader, words, { ...part, categories: [category] }, 100, {
            ...LIBRARY_BOUNDS,
            look,
          }),
        ).toEqual({ hits, among: null });
  }
  expect(await move(was)).toBe(other?.id);
}, 60_000);

/** Of 8 kB: a page and its words are five, the index of words some more. */
const MOST_BLOCKS = 6 * LIBRARY_BOUNDS.look.pages;

/** A slice and one more. */
const SHOWN = 21;

it('walks along indexes and reads no more than it needs, whatever the planner knows of the tables', async () => {
  const { owner } = world.db;
  await owner.query(`delete from pg_statistic where starelid in ('document'::regclass, 'document_page'::regclass)`);
  await owner.query(`update pg_class set reltuples = -1 where relname in ('document', 'document_page')`);
  for (const filter of [
    {},
    { nature: 'letter' },
    { from: 'Commune 7' },
    { q: 'commune' },
    { q: '"conseil commune"' },
    { q: 'seul17' },
    { q: 'nullepart' },
  ] as const) {
    const reader = new ExplainingReader(world.db.database.reader);
    await new Library(reader).find('everyone', filter, null);
    const sources = reader.explained.flatMap(sourcesOf);
    const all = sources.filter((source) => source.startsWith('all of document_page'));
    expect([filter, all, Math.max(...reader.blocks) < MOST_BLOCKS]).toEqual([filter, [], true]);
    // Of posts and threads no more than are shown, and one that says that there are more.
    const others = sources.map((source) => /^(?:all of )?(?:post|thread)(?:_pkey|_id\w*)? (\d+)$/.exec(source)?.[1]);
    expect([filter, others.filter((rows) => Number(rows) > SHOWN)]).toEqual([filter, []]);
  }
}, 60_000);
