import { beforeEach, expect, test } from '@jest/globals';
import { KeptByThread } from '../../../src/cases/kept-by-thread.js';

/** What stands in the database, and each reading of it with its end in the test's hands. */
let stands: Map<number, string>;
let asked: (readonly number[] | null)[];
let gates: { open: () => void; fail: () => void }[];
let hearing: boolean;
let slow: boolean;
let kept: KeptByThread<string>;

beforeEach(() => {
  stands = new Map([
    [1, 'one'],
    [2, 'two'],
  ]);
  [asked, gates, hearing, slow] = [[], [], true, false];
  kept = new KeptByThread(
    async (threads) => {
      asked.push(threads);
      // As a query does, it sees what stands when it begins.
      const seen = new Map([...stands].filter(([thread]) => threads === null || threads.includes(thread)));
      if (slow) await new Promise<void>((open, reject) => gates.push({ open, fail: () => reject(new Error('away')) }));
      return seen;
    },
    () => hearing,
  );
});

const said = async (): Promise<string[]> => [...(await kept.all()).values()].toSorted();

/** Lets everything go on that waits for nothing. */
const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('everything is read once, and after news of a thread that thread alone', async () => {
  expect(await said()).toEqual(['one', 'two']);
  stands.set(1, 'another');
  stands.set(2, 'nobody was told of this');
  expect(await said()).toEqual(['one', 'two']);
  kept.change(1);
  expect(await said()).toEqual(['another', 'two']);
  expect(asked).toEqual([null, [1]]);
});

test('a thread that has nothing any more is gone, and a new one is there', async () => {
  await said();
  stands.delete(1);
  stands.set(3, 'three');
  for (const thread of [1, 3]) kept.change(thread);
  expect(await said()).toEqual(['three', 'two']);
});

test('what changes while it is read is read again', async () => {
  slow = true;
  const first = said();
  await turns();
  stands.set(1, 'another');
  kept.change(1);
  gates[0]?.open();
  await first;
  slow = false;
  expect(await said()).toEqual(['another', 'two']);
  expect(asked).toEqual([null, [1]]);
});

test('whoever asks after the news waits for a reading that began after it', async () => {
  slow = true;
  const before = said();
  await turns();
  stands.set(1, 'another');
  kept.change(1);
  const after = said();
  gates[0]?.open();
  expect(await before).toEqual(['one', 'two']);
  await turns();
  gates[1]?.open();
  expect(await after).toEqual(['another', 'two']);
});

test('what was read before everything was dropped is not kept', async () => {
  slow = true;
  const before = said();
  await turns();
  stands.set(1, 'another');
  kept.drop();
  gates[0]?.open();
  expect(await before).toEqual(['one', 'two']);
  slow = false;
  expect(await said()).toEqual(['another', 'two']);
});

test('what was read of a thread before everything was dropped is not kept either', async () => {
  await said();
  kept.change(1);
  slow = true;
  const before = said();
  await turns();
  kept.drop();
  stands.set(2, 'another');
  gates[0]?.open();
  await before;
  slow = false;
  expect(await said()).toEqual(['another', 'one']);
});

test('a reading that failed is an error for whoever asked, and the next one does it again', async () => {
  await said();
  stands.set(1, 'another');
  kept.change(1);
  slow = true;
  const failed = said();
  await turns();
  gates[0]?.fail();
  await expect(failed).rejects.toThrow('away');
  slow = false;
  expect(await said()).toEqual(['another', 'two']);
});

test('many who ask at once share one reading', async () => {
  slow = true;
  const all = [said(), said(), said()];
  await turns();
  gates[0]?.open();
  await Promise.all(all);
  expect(asked).toEqual([null]);
});

test('while no news arrive nothing is kept', async () => {
  await said();
  hearing = false;
  stands.set(1, 'nobody could be told');
  expect(await said()).toEqual(['nobody could be told', 'two']);
  stands.set(1, 'nor of this');
  expect(await said()).toEqual(['nor of this', 'two']);
});

test('after news of very many threads everything is read at once', async () => {
  await said();
  for (let thread = 1; thread <= 2_000; thread++) kept.change(thread);
  stands.set(2_000, 'the last');
  expect(await said()).toEqual(['one', 'the last', 'two']);
  expect(asked.every((threads) => (threads ?? []).length <= 500)).toBe(true);
});
