import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LIBRARY_BOUNDS, type LibraryBounds, libraryHits } from '../../src/documents/library-hits.js';
import { compile, formsOf } from '../../src/search/lexemes.js';
import { readQuestion } from '../../src/search/question.js';
import { sowDocuments } from '../bench/sown-documents.js';
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

const part = { conditions: [] as string[], values: [['everyone']] };
const little = { documents: 5, pages: 50 };

it('finds the same documents and pages by a walk along the newest and by the index of words', async () => {
  const ways: LibraryBounds[] = [LIBRARY_BOUNDS, { ...LIBRARY_BOUNDS, look: little }];
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
  const some = { conditions: [`d.nature = $2`], values: [['everyone'], 'letter'] };
  const truth = await all(words, `d.nature = 'letter'`);
  for (const look of [little, LIBRARY_BOUNDS.look])
    expect((await libraryHits(world.reader, words, some, 100, { ...LIBRARY_BOUNDS, look })).hits).toEqual(truth);
  const bounds = { ...LIBRARY_BOUNDS, look: little, indexed: 0 };
  const staff = { conditions: [], values: [['staff']] };
  expect(await libraryHits(world.reader, words, staff, 100, bounds)).toEqual({ hits: [], among: null });
}, 60_000);

it('looks no further than it may, and says among how many it has looked', async () => {
  const words = await sought('commune');
  const truth = await all(words);
  const newest = await world.reader.query<{ id: string }>(
    'select id from document order by published_at desc, id desc limit 10',
  );
  const near = truth.filter(({ id }) => newest.some((one) => one.id === id));
  const bounds = { look: little, indexed: 3, walk: { documents: 10, pages: 1_000 } };
  expect(await libraryHits(world.reader, words, part, DOCUMENTS, bounds)).toEqual({ hits: near, among: 10 });
  // Ten pages each.
  const short = { ...bounds, walk: { documents: 100, pages: 40 } };
  expect((await libraryHits(world.reader, words, part, DOCUMENTS, short)).among).toBe(4);
  // As many as are wanted need no more.
  expect((await libraryHits(world.reader, words, part, 2, bounds)).among).toBeNull();
}, 60_000);
