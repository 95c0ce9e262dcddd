import { expect, test } from '@jest/globals';
import { inTurns } from '../../src/clock/in-turns.js';
import { turnsOfOthers } from '../turns-of-others.js';

/**
 * The short form of `npm run bench -- reading`, which measures it: here others get their turns, whatever the machine.
 */
test('five hundred posts are drawn in slices, and others have a turn between two of them', async () => {
  const { made, turns } = await turnsOfOthers(() =>
    inTurns(
      Array.from({ length: 500 }, (_, index) => index),
      (one) => one * 2,
    ),
  );
  expect([made.length, made[499]]).toEqual([500, 998]);
  expect(turns).toBeGreaterThan(15);
});
