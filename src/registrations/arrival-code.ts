import { createHmac, type KeyObject, randomInt } from 'node:crypto';

/** Only signs that nobody mistakes for each other, whether they are read, said or written by hand. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/**
 * A code of six signs, to be said at the door. It opens nothing, and whoever overhears it cannot find anything else
 * with it. Each `attempt` gives another code, in case somebody has the one before already.
 */
export function arrivalCodeOf(secret: KeyObject, token: string, attempt: number): string {
  let rest = createHmac('sha256', secret).update(`arrival ${attempt} ${token}`).digest().readBigUInt64BE();
  let code = '';
  for (let at = 0; at < LENGTH; at++) {
    code += SIGNS.charAt(Number(rest % BigInt(SIGNS.length)));
    rest /= BigInt(SIGNS.length);
  }
  return code;
}

/** A code for somebody who came without a registration, and so without a token to make it from. */
export function newArrivalCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
}

/** As it is shown: two groups of three. */
export function speltArrival(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** What somebody typed, or null when no code can be meant. */
export function readArrival(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\p{P}]/gu, '');
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}
