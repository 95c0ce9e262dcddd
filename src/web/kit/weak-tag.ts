import { createHash } from 'node:crypto';

/**
 * The name of an answer that may be compressed on its way, in one way or another: a strong name would promise the same
 * bytes each time.
 */
export function weakTag(body: Buffer | string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Whether an `If-None-Match` names this one, weak or strong. */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || strong(one.trim()) === strong(tag));
}

function strong(tag: string): string {
  return tag.replace(/^W\//, '');
}
