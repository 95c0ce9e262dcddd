import { createHash } from 'node:crypto';

/** All that is stored of the token of an upload. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(`upload ${token}`).digest();
}
