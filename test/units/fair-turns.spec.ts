import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { FairTurns } from '../../src/live/fair-turns.js';

test('whoever comes alone is served at once', () => {
  const done: string[] = [];
  new FairTurns().take('a', () => done.push('a'));
  expect(done).toEqual(['a']);
});

test('a thousand works of one place are done a few in each turn, in order', async () => {
  const turns = new FairTurns(4);
  const done: number[] = [];
  for (let n = 0; n < 1_000; n++) turns.take('a', () => done.push(n));
  let most = 0;
  for (let before = 0; done.length < 1_000; before = done.length) {
    most = Math.max(most, done.length - before);
    await turn();
  }
  expect(most).toBeLessThanOrEqual(4);
  expect(done).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
});

test('whoever comes from elsewhere does not wait behind them', async () => {
  const turns = new FairTurns(4);
  let done = 0;
  for (let n = 0; n < 1_000; n++) turns.take('a', () => (done += 1));
  const before = await new Promise<number>((resolve) => turns.take('b', () => resolve(done)));
  expect(before).toBeLessThanOrEqual(12);
  while (done < 1_000) await turn();
});
