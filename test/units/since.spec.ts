import { CATCH_UP, type Since } from '../../src/threads/since.js';
import { Threads } from '../../src/threads/threads.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { Sower } from '../sow.js';

const NOW = new Date('2026-11-22T14:00:00Z');
let db: TestDatabase;
let sow: Sower;
let category: number;
let thread: number;

beforeAll(async () => {
  db = await freshDatabase();
  sow = new Sower(db.owner);
  category = await sow.category('villes');
});
afterAll(() => db.close());
beforeEach(async () => {
  thread = await sow.thread(category, 130, NOW);
});

async function ask(after: number, changes: number): Promise<Since> {
  const reader = new Threads(db.reader).for('everyone');
  return reader.since((await reader.thread(thread))!, after, changes);
}

async function askUntilTheEnd(after: number, changes: number): Promise<{ numbers: number[]; answers: Since[] }> {
  const answers = [await ask(after, changes)];
  for (let last = answers[0]!; last.more; answers.push(last)) last = await ask(last.after, last.changes);
  return { numbers: answers.flatMap((answer) => answer.posts.map((post) => post.number)), answers };
}

test('nothing happened: nothing is given, and nothing more', async () => {
  expect(await ask(130, 0)).toEqual({ posts: [], after: 130, changes: 0, more: false });
});

test('what was published after a number comes in order, fifty at a time', async () => {
  const { numbers, answers } = await askUntilTheEnd(7, 0);
  expect(numbers).toEqual(Array.from({ length: 123 }, (_, n) => n + 8));
  expect(answers.map((answer) => answer.posts.length)).toEqual([CATCH_UP, CATCH_UP, 23]);
});

test('what was changed after a change comes with its number, among what is new', async () => {
  await sow.change(thread, 3, `html = '<p>corrigé</p>'`);
  await sow.change(thread, 9, `gone = 'taken-down', html = ''`);
  await sow.change(thread, 129, `html = '<p>corrigé</p>'`);
  const answer = await ask(128, 1);
  expect(answer.posts.map((post) => [post.number, post.change, post.gone?.how ?? null])).toEqual([
    [9, 2, 'taken-down'],
    [129, 3, null],
    [130, 0, null],
  ]);
  expect(answer).toMatchObject({ after: 130, changes: 3, more: false });
});

test('more changes than fit are given in several answers, nothing lost and nothing twice', async () => {
  for (let number = 110; number >= 1; number--) await sow.change(thread, number, `html = '<p>corrigé</p>'`);
  const { numbers, answers } = await askUntilTheEnd(100, 4);
  expect(answers.every((answer) => answer.posts.length <= CATCH_UP)).toBe(true);
  expect(numbers).toHaveLength(130);
  expect(new Set(numbers).size).toBe(130);
  expect(answers.at(-1)).toMatchObject({ after: 130, changes: 110, more: false });
});

test('what happens between two answers is in the next one', async () => {
  for (let number = 1; number <= 60; number++) await sow.change(thread, number, `html = '<p>corrigé</p>'`);
  const first = await ask(130, 0);
  expect(first).toMatchObject({ changes: 50, more: true });
  await sow.change(thread, 5, `gone = 'withdrawn', html = ''`);
  const second = await ask(first.after, first.changes);
  expect(second.posts.map((post) => post.number)).toEqual([5, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60]);
  expect(second.posts[0]?.gone?.how).toBe('withdrawn');
});
