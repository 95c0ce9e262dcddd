import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { byDate, byRelevance } from '../../src/search/candidates.js';
import { similarThreads } from '../../src/search/similar.js';
import { suggestionsFor } from '../../src/search/suggestions.js';
import { compile, formsOf, within } from '../../src/search/lexemes.js';
import { readQuestion } from '../../src/search/question.js';
import type { Bounds, Sought } from '../../src/search/ways.js';
import { ExplainingReader } from '../explaining-reader.js';
import { sowTexts } from '../bench/sown-texts.js';
import { openWorld, type World } from '../world.js';

const TEXTS = 20_000;
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
  reader = new ExplainingReader(world.db.database.reader);
  // Once without counting: a connection reads what the tables are like when it is first asked.
  for (const by of [byRelevance, byDate]) await by(reader, await soughtFor('caméra "la place"', {}), null, BOUNDS);
}, 60_000);
afterAll(() => world.close());

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
  ['since a day', { since: daysAgo(10) }],
  ['until a day', { until: daysAgo(5) }],
  ['in some days', { since: daysAgo(8), until: daysAgo(7.9) }],
  ['in some days by a guest', { since: daysAgo(9), until: daysAgo(2), filters: [['@~personne 17']] }],
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

describe('what a question costs among twenty thousand texts', () => {
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

  it('is little enough to mean something: all texts, read one by one, are twenty times that', async () => {
    const { rows } = await world.db.owner.query<{ texts: number }>('select count(*)::int as texts from searched');
    expect(rows[0]?.texts).toBeGreaterThanOrEqual(20 * MOST_BLOCKS);
  });
});
