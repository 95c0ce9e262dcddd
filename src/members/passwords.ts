import { randomBytes } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';
import { z } from 'zod';
import { TooMany } from '../errors/errors.js';

/** argon2id, which is the library's own choice of algorithm: 19 MiB, two passes, one lane; 8 to 10 ms. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** More than this at once would hold up everything else that the thread pool does, such as reading files. */
const MOST_AT_ONCE = 32;

export const newPassword = z.string('password-short').min(10, 'password-short').max(200, 'password-long');

let atWork = 0;

async function working<T>(work: () => Promise<T>): Promise<T> {
  if (atWork >= MOST_AT_ONCE) throw new TooMany('too-many', { seconds: 2 });
  atWork++;
  try {
    return await work();
  } finally {
    atWork--;
  }
}

/** The hash as a PHC string. The same password typed on two keyboards is the same password: NFKC first. */
export function hashPassword(password: string): Promise<string> {
  return working(() => hash(password.normalize('NFKC'), COST));
}

let nobodys: Promise<string> | undefined;

/**
 * Is it the password of this hash? Without a hash, because there is no such account, the same work is done for
 * nothing, so that the time of the answer does not tell who has an account.
 */
export async function isPassword(known: string | null, password: string): Promise<boolean> {
  nobodys ??= hash(randomBytes(24).toString('base64'), COST);
  const against = known ?? (await nobodys);
  const fits = await working(() => verify(against, password.normalize('NFKC')));
  return known !== null && fits;
}
