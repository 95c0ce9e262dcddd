import { expect, test } from '@jest/globals';
import { inTurns } from '../../src/clock/in-turns.js';

/**
 * The short form of `npm run bench -- reading`, which measures it: here others get their turns, whatever the machine.
 */
test('five hundred posts are drawn in slices, and others have a turn between two of them', async () => {
  let turns = 0;
  let done = false;
  const others = (): void => {
    turns++;
    if (!done) setImmediate(others);
  };
  setImmediate(others);
  const made = await inTurns(
    Array.from({ length: 500 }, (_, index) => index),
    (one) => one * 2,
  );
  done = true;
  expect([made.length, made[499]]).toEqual([500, 998]);
  expect(turns).toBeGreaterThan(15);
});
