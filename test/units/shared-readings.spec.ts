import { expect, test } from '@jest/globals';
import { Crowded, SharedReadings } from '../../src/live/shared-readings.js';

interface Held {
  end(value: string): void;
  fail(): void;
}

/** Works that last until they are told to end. */
function works(readings: SharedReadings<string>) {
  const held = new Map<string, Held>();
  const read = (key: string): Promise<string> =>
    readings.read(
      key,
      () => new Promise((resolve, reject) => held.set(key, { end: resolve, fail: () => reject(new Error('no')) })),
    );
  return { held, read };
}

test('those who want the same share one reading, and the next to come reads anew', async () => {
  const { held, read } = works(new SharedReadings<string>());
  const [one, two] = [read('a'), read('a')];
  held.get('a')?.end('first');
  expect(await Promise.all([one, two])).toEqual(['first', 'first']);
  const three = read('a');
  held.get('a')?.end('second');
  expect(await three).toBe('second');
});

test('no more than so many run at a time, a bounded number waits, and nobody more does', async () => {
  const { held, read } = works(new SharedReadings<string>(2, 2));
  const asked = ['a', 'b', 'c', 'd'].map(read);
  await expect(read('e')).rejects.toThrow(Crowded);
  expect([...held.keys()]).toEqual(['a', 'b']);
  held.get('a')?.fail();
  await expect(asked[0]).rejects.toThrow('no');
  while (!held.has('c')) await Promise.resolve();
  expect(held.has('d')).toBe(false);
  held.get('b')?.end('b');
  held.get('c')?.end('c');
  expect(await asked[1]).toBe('b');
  expect(await asked[2]).toBe('c');
  while (!held.has('d')) await Promise.resolve();
  held.get('d')?.end('d');
  expect(await asked[3]).toBe('d');
});
