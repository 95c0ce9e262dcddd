import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { answered, QUESTIONS } from '../bench/search.js';
import { sowTexts } from '../bench/sown-texts.js';
import { openWorld, type World } from '../world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const by = (await world.member('Amina')).visitor;
  await world.category({ slug: 'villes', hold: 'nobody' });
  await world.category({ slug: 'ailleurs', hold: 'nobody' });
  const text = `Une caméra dans la rue, à la demande de la mairie : ${'le conseil municipal en parle. '.repeat(8)}`;
  await world.thread({ category: 'villes', title: 'Caméras', text, by });
});
afterAll(() => world.close());

it('the bench of search sows its posts as the triggers would put them, and has an answer, a plan and a floor for each question', async () => {
  const { owner } = world.db;
  const told: number[] = [];
  await sowTexts(owner, { texts: 1500, progress: (texts) => told.push(texts) });
  expect(told).toEqual([1500]);
  const sown = `select thread_id, number, words from searched where thread_id > 1`;
  await owner.query(`create temp table kept as ${sown}`);
  await owner.query('select search_again(id, 1, last_number) from thread where id > 1');
  const { rows } = await owner.query<{ texts: number; unlike: number }>(
    `select count(*)::int as texts, count(*) filter (where tsvector_to_array(k.words) <> tsvector_to_array(s.words))::int
       as unlike from kept k join searched s using (thread_id, number) where number > 1`,
  );
  expect(rows).toEqual([{ texts: 1497, unlike: 0 }]);
  const said: string[] = [];
  const table = await answered(world.db.database.reader, owner, { runs: 1, say: (line) => said.push(line) });
  expect(table.length).toBe(QUESTIONS.length);
  expect(table.filter(({ ours, floor }) => !ours.endsWith(' ms') || floor === undefined)).toEqual([]);
  expect(said.filter((line) => !/searched_by_\w+ \d+/.test(line))).toEqual([]);
});
