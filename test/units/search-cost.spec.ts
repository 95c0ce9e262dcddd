import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { en as english } from '../../client/locales/en.js';
import { fr as french } from '../../client/locales/fr.js';
import { byDate, byRelevance, HITS_A_SLICE } from '../../src/search/candidates.js';
import { similarThreads } from '../../src/search/similar.js';
import { suggestionsFor } from '../../src/search/suggestions.js';
import { StrayTexts } from '../../src/publishing/upkeep/stray-texts.js';
import { compile, formsOf, within } from '../../src/search/lexemes.js';
import { readQuestion } from '../../src/search/question.js';
import type { Bounds, Candidate, Candidates, Sought } from '../../src/search/ways.js';
import type { Audience } from '../../src/threads/visible.js';
import type { Cursor } from '../../src/threads/cursor.js';
import { ExplainingReader } from '../explaining-reader.js';
import { sowTexts } from '../bench/sown-texts.js';
import { until } from '../until.js';
import { openWorld, type World } from '../world.js';

const TEXTS = 10_000;
/** A hundredth of what the forum reads, as this table is a hundredth of what it may hold. */
const BOUNDS: Bounds = { probe: 50, dense: 2, newest: 500, few: 10, indexed: 150 };
/** Of 8 kB: each text that is read counts as one, and the lists of the index are short. */
const MOST_BLOCKS = 1_000;

let world: World;
let reader: ExplainingReader;

/** Twenty beginnings of texts, all with « caméra » and « place », in all categories and by a hundred members. */
beforeAll(async () => {
  world = await openWorld();
  const by = (await world.member('Amina')).visitor;
  await world.category({ slug: 'villes', hold: 'nobody' });
  await world.category({ slug: 'ailleurs', hold: 'nobody' });
  await world.category({ slug: 'petite', hold: 'nobody' });
  for (let n = 1; n <= 8; n++) {
    const text = `Une caméra sur la place numéro${n}, à la demande de la mairie${n % 4 ? '' : ' et du préfet'}. `;
    await world.thread({ category: 'petite', title: `La caméra ${n}`, text: text + 'On en parle. '.repeat(16), by });
  }
  await sowTexts(world.db.owner, { texts: TEXTS, progress: () => undefined });
  await tidied();
  reader = new ExplainingReader(world.db.database.reader);
  // Once without counting: a connection reads what the tables are like when it is first asked.
  for (const by of [byRelevance, byDate]) await by(reader, await soughtFor('caméra "la place"', {}), null, BOUNDS);
}, 60_000);
afterAll(() => world.close());

/**
 * The index of dates knows of all texts that they stand, as it does soon after they came: the servers of tests write
 * their log a moment after a commit, and until then nothing counts as settled.
 */
async function tidied(): Promise<void> {
  await until(async () => {
    await world.db.owner.query('vacuum searched');
    const { rows } = await world.db.owner.query<{ share: number }>(
      `select relallvisible::float8 / relpages as share from pg_class where oid = 'searched'::regclass`,
    );
    expect(rows[0]?.share).toBeGreaterThan(0.99);
  });
}

interface Filtered {
  filters?: string[][];
  categories?: number[];
  since?: string;
  until?: string;
}

async function soughtFor(words: string, { filters = [], categories = [1, 2, 3], since, until }: Filtered) {
  const { question } = readQuestion(words);
  const forms = await formsOf(
    world.reader,
    [...question.groups, question.without].flat().flatMap((one) => one.words),
  );
  const compiled = compile(question, forms, filters);
  const loose = compiled.loose === null ? null : within(categories, compiled.loose);
  const at = (day: string | undefined): Date | null => (day === undefined ? null : new Date(day));
  return { ...compiled, loose, categories, since: at(since), until: at(until) } satisfies Sought;
}

const now = new Date();
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

const FILTERS: [string, Filtered][] = [
  ['alone', {}],
  ['of one category', { categories: [1], filters: [['c:1']] }],
  ['of a category with few texts', { categories: [3], filters: [['c:3']] }],
  ['of a category that nobody may read', { categories: [], filters: [] }],
  ['of an author with an account', { filters: [['@~plume 11', '@12']] }],
  ['of a guest', { filters: [['@~personne 17']] }],
  ['of nobody', { filters: [['@~nobody']] }],
  ['of replies', { filters: [['k:reply']] }],
  ['of threads', { filters: [['k:thread']] }],
  ['of replies by a guest', { filters: [['@~personne 17'], ['k:reply']] }],
  ['with a tag', { filters: [['#cameras']] }],
  ['with a town', { filters: [['t:57463']] }],
  ['since a day', { since: daysAgo(5) }],
  ['until a day', { until: daysAgo(4) }],
  ['in some days', { since: daysAgo(4), until: daysAgo(3.9) }],
  ['in some days by a guest', { since: daysAgo(6), until: daysAgo(2), filters: [['@~personne 17']] }],
  ['of days when nothing was', { until: daysAgo(4_000) }],
];
const WORDS = [
  'caméra',
  'caméra place',
  '"la place"',
  '"place la"',
  '"la la"',
  'caméra -demande',
  'rare11',
  'jamais',
  '',
];

/** Whose texts stand in the index of which audience: whoever may read more looks into more of them at once. */
const AUDIENCES: [string, Record<string, Audience>][] = [
  ['to guests, by one index', {}],
  ['to members, by two indexes', { ailleurs: 'members' }],
  ['to the team, by three indexes', { ailleurs: 'members', petite: 'staff' }],
  ['to the team, of whose texts there are most', { ailleurs: 'staff', villes: 'members' }],
];

/** Gives these categories their audiences and all others everyone's, with their texts in the indexes of these. */
async function readBy(audiences: Record<string, Audience>): Promise<void> {
  const { owner } = world.db;
  await owner.query(`update category set audience = coalesce($1::jsonb->>slug, 'everyone')`, [audiences]);
  const later = new Date(Date.now() + 2 * 3_600_000);
  const gathering = world.app.get(StrayTexts, { strict: false });
  while ((await gathering.gather(later)) === 'unfinished');
  expect((await owner.query('select from indexed_elsewhere')).rowCount).toBe(0);
  await tidied();
  await owner.query('analyze searched');
}

describe.each(AUDIENCES)('what a question costs among ten thousand texts %s', (_audience, audiences) => {
  beforeAll(() => readBy(audiences), 60_000);
  afterAll(() => readBy({}), 60_000);

  test.each(FILTERS)('%s: no words with it read more than their bounds', async (_, filtered) => {
    for (const words of WORDS) {
      const sought = await soughtFor(words, filtered);
      for (const by of [byRelevance, byDate]) {
        reader.explained.length = 0;
        await by(reader, sought, null, BOUNDS);
        const blocks = reader.blocks.reduce((sum, each) => sum + each, 0);
        expect([words, by.name, blocks > MOST_BLOCKS ? blocks : 'within bounds']).toEqual([
          words,
          by.name,
          'within bounds',
        ]);
      }
    }
  });

  it('holds for what may have been meant, and for titles like another', async () => {
    const { question } = readQuestion('caméra place introuvable');
    const forms = await formsOf(
      world.reader,
      question.groups.flat().flatMap((one) => one.words),
    );
    reader.explained.length = 0;
    await suggestionsFor(reader, question, forms, [1, 2]);
    await similarThreads(reader, 'everyone', 'Sujet semé : une caméra');
    // The first look is at two thousand here, as the forum has it.
    expect(Math.max(...reader.blocks)).toBeLessThan(2_000 + MOST_BLOCKS);
  });

  it('is little enough to mean something: all texts, read one by one, are ten times that', async () => {
    const { rows } = await world.db.owner.query<{ texts: number }>('select count(*)::int as texts from searched');
    expect(rows[0]?.texts).toBeGreaterThanOrEqual(10 * MOST_BLOCKS);
  });
});

/**
 * What one way says of a question: the places that match with their relevance, the newest first, and how far it came.
 */
async function said(
  way: 'newest' | 'lately',
  sought: Sought,
  [reading, most]: readonly [number, number],
  at = 'infinity',
) {
  const { categories, asked, ranked, since, until } = sought;
  const [row] = await world.reader.query<{ rows: [number, number, number][]; full: boolean }>(
    `select coalesce(json_agg(json_build_array(thread_id, number, place) order by published_at desc, thread_id desc,
         number desc) filter (where matches), '[]') as rows, coalesce(max(nth) >= $9, false) as full
     from search_${way}($1::int[], $2::tsquery, $3::tsquery, coalesce($4::timestamptz, '-infinity'),
       coalesce($5::timestamptz, 'infinity'), $6::timestamptz, $7::int, $8::int, $9::int, $10::int)`,
    [categories, asked, ranked, since, until, at, 5, 250, reading, most],
  );
  return row;
}

describe('picking what matches out of the newest', () => {
  test.each(FILTERS)('%s: finds what reading them one after the other finds', async (_, filtered) => {
    let matches = 0;
    for (const words of WORDS) {
      const sought = await soughtFor(words, filtered);
      if (sought.asked === null) continue;
      for (const [reading, at] of [
        [30, 'infinity'],
        [700, daysAgo(2)],
        [20_000, 'infinity'],
      ] as const) {
        const one = await said('newest', sought, [reading, 20_000], at);
        const other = await said('lately', sought, [reading, 20_000], at);
        expect([words, reading, other]).toEqual([words, reading, one]);
        matches += one?.rows.length ?? 0;
      }
      // Where there are more than are asked for, the newest of them.
      const { rows } = (await said('newest', sought, [5_000, 40])) ?? {};
      expect([words, (await said('lately', sought, [5_000, 40]))?.rows]).toEqual([words, rows]);
    }
    const isOfNobody = ['of nobody', 'of a category that nobody may read', 'of days when nothing was'].includes(_);
    expect([_, matches > 0]).toEqual([_, !isOfNobody && !['with a tag', 'with a town'].includes(_)]);
  });

  it('also says so where the index of dates knows nothing of the newest texts yet', async () => {
    const sought = await soughtFor('caméra', {});
    await world.db.owner.query(`update searched set published_at = published_at where number % 3 = 0`);
    for (const reading of [30, 700]) {
      const [one, other] = [
        await said('newest', sought, [reading, 900]),
        await said('lately', sought, [reading, 900]),
      ];
      expect(other).toEqual(one);
      expect(one?.rows.length).toBeGreaterThan(0);
    }
    // Each of the newest is fetched once more then, to see that it stands.
    reader.explained.length = 0;
    await byRelevance(reader, await soughtFor('"place la"', {}), null, BOUNDS);
    expect(reader.blocks.reduce((sum, each) => sum + each, 0)).toBeLessThan(MOST_BLOCKS + 2 * BOUNDS.newest);
    await tidied();
  });
});

describe('what it finds within these bounds', () => {
  const standing = async (lexemes: string): Promise<number> => {
    const { rows } = await world.db.owner.query<{ texts: number }>(
      'select count(*)::int as texts from searched where words @@ $1::tsquery',
      [lexemes],
    );
    return rows[0]?.texts ?? 0;
  };

  it('is all that there is, wherever it stands, of a rare word or author', async () => {
    const texts = await standing(`'@12' & 'camer'`);
    expect(texts).toBeGreaterThan(10);
    const sought = await soughtFor('caméra', { filters: [['@12']] });
    expect(await byRelevance(reader, sought, null, BOUNDS)).toMatchObject({ total: texts, among: null });
    const oldest = await soughtFor('caméra', { until: daysAgo(6.8) });
    expect((await byDate(reader, oldest, null, BOUNDS)).total).toBeGreaterThan(0);
  });

  it('is among the newest of a frequent one, and says so', async () => {
    const found = await byRelevance(reader, await soughtFor('caméra', {}), null, BOUNDS);
    expect(found).toMatchObject({ total: BOUNDS.newest, among: { of: 'newest', count: BOUNDS.newest } });
  });

  it('is among those that were read where both ways come to their ends, and nobody says that this is all', async () => {
    const bounds: Bounds = { ...BOUNDS, newest: 100, few: 1_000 };
    const found = await byRelevance(reader, await soughtFor('caméra', {}), null, bounds);
    expect(found).toMatchObject({ total: bounds.indexed, among: { of: 'read', count: bounds.indexed } });
    const { fr, en } = { fr: french.search, en: english.search };
    const said = [fr, en].map(({ total, among }) =>
      `${total(found.total)} ${found.among === null ? '' : among(found.among)}`.replaceAll(/\s/g, ' '),
    );
    expect(said).toEqual([
      '150 résultats parmi 150 messages qui ont été lus, d’autres peuvent convenir',
      '150 results among 150 posts that were read, others may match',
    ]);
  });

  it('is ranked in part where more match than are ranked', async () => {
    const bounds: Bounds = { ...BOUNDS, newest: 100, few: 10_000, indexed: 1_200 };
    const found = await byRelevance(reader, await soughtFor('caméra', {}), null, bounds);
    expect(found).toMatchObject({ total: 1_000, among: { of: 'ranked', count: 1_200 } });
  });

  it('comes by date, each once, from the newest to the oldest', async () => {
    const sought = await soughtFor('', { filters: [['@12']] });
    const seen: Candidate[] = [];
    let after: Cursor | null = null;
    for (let slices = 0; slices < 9; slices++) {
      const { rows, total }: Candidates = await byDate(reader, sought, after, BOUNDS);
      expect(total).toBe(await standing(`'@12'`));
      seen.push(...rows.slice(0, HITS_A_SLICE));
      const last = rows[HITS_A_SLICE - 1];
      if (rows.length <= HITS_A_SLICE || last === undefined) break;
      after = { place: BigInt(last.place), ids: [last.thread, last.number] };
    }
    expect(seen.length).toBe(await standing(`'@12'`));
    const places = seen.map(({ place }) => BigInt(place));
    expect(places.every((place, nth) => nth === 0 || place < (places[nth - 1] ?? 0n))).toBe(true);
  });
});
