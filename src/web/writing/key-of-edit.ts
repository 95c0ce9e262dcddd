import { createHash } from 'node:crypto';

/**
 * An edit names the version that it was made from, so its content is its key: the same edit sent twice is one, and a
 * tool that knows no keys may send it.
 */
export function keyOfEdit(...content: (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
