import { randomBytes } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';
import { z } from 'zod';
import { TooMany } from '../errors/errors.js';

/** argon2id, which is the library's own choice of algorithm: 19 MiB, two passes, one lane; 8 to 10 ms. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** So many may wait for their turn, a third of a second at most. */
const MOST_WAITING = 32;

export const newPassword = z.string('password-short').min(10, 'password-short').max(200, 'password-long');

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * One after the other: side by side they would take every thread that reads files, and on a small machine four times as
 * much of the core as is left for those who read.
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw new TooMany('too-many', { seconds: 2 });
  waiting += 1;
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

/** The hash as a PHC string. The same password typed on two keyboards is the same password: NFKC first. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), COST));
}

let nobodys: Promise<string> | undefined;

/**
 * Is it the password of this hash? Without a hash, because there is no such account, the same work is done for
 * nothing, so that the time of the answer does not tell who has an account.
 */
export async function isPassword(known: string | null, password: string): Promise<boolean> {
  nobodys ??= hash(randomBytes(24).toString('base64'), COST);
  const against = known ?? (await nobodys);
  const fits = await inTurn(() => verify(against, password.normalize('NFKC')));
  return known !== null && fits;
}
