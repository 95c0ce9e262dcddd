import { stat } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { TooMany } from '../../src/errors/errors.js';
import { hashPassword, isPassword } from '../../src/members/passwords.js';

const PASSWORD = 'un mot de passe assez long';

test('passwords are tried one after the other, so that files are read and pages drawn meanwhile', async () => {
  const known = await hashPassword(PASSWORD);
  let tried = 0;
  const all = Array.from({ length: 16 }, async () => {
    const fits = await isPassword(known, PASSWORD);
    tried += 1;
    return fits;
  });
  // Side by side they would take all threads that read files, and this would come behind all of them.
  for (let n = 0; n < 4; n++) await stat(import.meta.filename);
  expect(tried).toBeLessThanOrEqual(5);
  expect(await Promise.all(all)).toEqual(Array.from({ length: 16 }, () => true));
});

test('more than thirty-two do not wait, and those that wait are tried', async () => {
  const all = await Promise.allSettled(Array.from({ length: 40 }, () => isPassword(null, PASSWORD)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(32);
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(refused.every((one) => one instanceof TooMany)).toBe(true);
  expect(refused).toHaveLength(8);
});
