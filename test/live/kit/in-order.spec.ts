import { describe, expect, test } from '@jest/globals';
import { InOrder } from '../../../src/live/in-order.js';

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('what is said about one thread', () => {
  test('is said in the order in which it happened, however long each takes to read', async () => {
    const turns = new InOrder<number>();
    const said: string[] = [];
    for (const [each, slow] of [30, 1, 15, 0].entries()) {
      turns.run(12, async () => {
        await later(slow);
        said.push(`twelve ${each}`);
      });
    }
    turns.run(13, async () => void said.push('thirteen'));
    await later(120);
    expect(said).toEqual(['thirteen', 'twelve 0', 'twelve 1', 'twelve 2', 'twelve 3']);
  });

  test('does not wait for ever for what could not be read, and says that it could not', async () => {
    const turns = new InOrder<number>();
    const said: string[] = [];
    turns.run(
      12,
      () => Promise.reject(new Error('the database is away, as this test wants it')),
      () => said.push('catch up'),
    );
    turns.run(12, async () => void said.push('next'));
    await later(20);
    expect(said).toEqual(['catch up', 'next']);
  });
});
