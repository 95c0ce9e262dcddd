import { createHmac, type KeyObject } from 'node:crypto';

/** Without i, l, o, u: nobody takes one for another, and hardly a word comes of them. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/** 53 bits, to be written down by hand: enough where each try costs a stranger minutes. */
export function codeOf(secret: KeyObject, token: string): string {
  let rest = createHmac('sha256', secret).update(`code ${token}`).digest().readBigUInt64BE();
  let code = '';
  for (let at = 0; at < LENGTH; at++) {
    code += LETTERS.charAt(Number(rest % BigInt(LETTERS.length)));
    rest /= BigInt(LETTERS.length);
  }
  return code;
}

/** As it is shown: three groups of four. */
export function spelt(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What somebody typed, or null when no code can be meant. */
export function readCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s\p{P}]/gu, '');
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
}

export function hashOfCode(secret: KeyObject, code: string): Buffer {
  return createHmac('sha256', secret).update(`code-hash ${code}`).digest();
}

/** The token under the code, and the token again: the same act, both ways. Tokens have 24 bytes. */
export function boxed(secret: KeyObject, code: string, bytes: Buffer): Buffer {
  const pad = createHmac('sha256', secret).update(`code-box ${code}`).digest();
  return Buffer.from(bytes.map((byte, at) => byte ^ pad.readUInt8(at)));
}
