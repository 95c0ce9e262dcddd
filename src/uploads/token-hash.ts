import { hash } from 'node:crypto';

/** All that is stored of the token of an upload. */
export function tokenHash(token: string): Buffer {
  return hash('sha256', `upload ${token}`, 'buffer');
}
