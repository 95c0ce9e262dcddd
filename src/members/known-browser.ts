import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A year: as long as browsers keep a cookie at most. */
export const KNOWN_FOR_SECONDS = 365 * 24 * 3600;
const SHAPE = /^([\w-]{22})\.(\d{10})\.([\w-]{43})$/;

/**
 * The mark of a browser in which somebody has logged in: `ID.UNTIL.SIGNATURE`, a random id, seconds since 1970, and an
 * HMAC under the hash of the account's password. It names nobody and is kept nowhere but in that browser; another
 * password makes it worthless.
 */
export function newMark(account: MarkedAccount, now: Date): string {
  const id = randomBytes(16).toString('base64url');
  const until = Math.floor(now.getTime() / 1000) + KNOWN_FOR_SECONDS;
  return `${id}.${until}.${signature(account, id, until)}`;
}

/** The id in the mark, when it is one of this account's and its year is not over; else null. */
export function markedFor(account: MarkedAccount, mark: string, now: Date): string | null {
  const [, id = '', until = '', signed = ''] = SHAPE.exec(mark) ?? [];
  if (id === '' || Number(until) * 1000 <= now.getTime()) return null;
  const right = signature(account, id, Number(until));
  return timingSafeEqual(Buffer.from(right), Buffer.from(signed)) ? id : null;
}

export interface MarkedAccount {
  member: number;
  passwordHash: string;
}

function signature({ member, passwordHash }: MarkedAccount, id: string, until: number): string {
  return createHmac('sha256', passwordHash).update(`known browser\0${member}\0${id}\0${until}`).digest('base64url');
}
