import { expect, test } from '@jest/globals';
import { ErrorLog } from '../../src/errors/error-log.js';

test('an error that comes ten thousand times is two lines: one at once, one with the count', async () => {
  const lines: string[] = [];
  let told = (): void => undefined;
  const twice = new Promise<void>((resolve) => (told = resolve));
  const log = new ErrorLog({ error: (line: string) => void (lines.push(line) === 3 && told()) }, 50);
  for (let n = 0; n < 10_000; n++) log.note('no connection\n  at the pool');
  log.note('something else');
  expect(lines).toEqual(['no connection\n  at the pool', 'something else']);
  // The timer of the log lets the process end; this one keeps it.
  const patience = setTimeout(() => undefined, 5_000);
  await twice;
  clearTimeout(patience);
  expect(lines[2]).toBe('9999 times more: no connection');
});
