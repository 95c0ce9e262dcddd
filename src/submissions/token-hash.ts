import { hash } from 'node:crypto';

/** What is stored of a token: who reads the table cannot open anybody's follow page. */
export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
