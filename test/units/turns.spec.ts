import { expect, test } from '@jest/globals';
import { Turns } from '../../src/uploads/turns.js';

/** Work that ends when it is told to, and says when it begins. */
function place(turns: Turns): {
  bring: (who: string, name: string) => void;
  end: (name: string) => Promise<void>;
  begun: string[];
} {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const works = new Map<string, Promise<void>>();
  return {
    begun,
    bring: (who, name) =>
      void works.set(
        name,
        turns.take(who, () => {
          begun.push(name);
          return new Promise<void>((resolve) => ends.set(name, resolve));
        }),
      ),
    end: async (name) => {
      ends.get(name)?.();
      await works.get(name);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('whoever brings one file waits for one of somebody who brings many, and not for all', async () => {
  const { bring, end, begun } = place(new Turns(2));
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) bring('a', name);
  bring('b', 'b1');
  bring('c', 'c1');
  bring('b', 'b2');
  expect(begun).toEqual(['a1', 'a2']);
  await end('a1');
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  await end('a2');
  await end('b1');
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
  await end('a3');
  expect(begun.at(-1)).toBe('b2');
  for (const name of ['c1', 'b2', 'a4', 'a5']) await end(name);
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4', 'a5']);
});

test('work that fails gives its place to the next', async () => {
  const turns = new Turns(1);
  const failed = turns.take('a', () => Promise.reject(new Error('broken')));
  const next = turns.take('a', () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('broken');
  await expect(next).resolves.toBe('done');
  await expect(turns.take('b', () => Promise.resolve('done'))).resolves.toBe('done');
});
