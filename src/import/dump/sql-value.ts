import { unescaped } from './sql-escapes.js';
import type { Token } from './sql-tokens.js';

/** A value as bytes in whatever encoding the dump has; `undefined` for what is no literal and cannot be known. */
export type Value = Buffer | null | undefined;

/** What may stand right before a quoted text: the kind of literal, or the name of its encoding. */
const INTRODUCER = /^(?:[xbn]|_[a-z0-9]+)$/i;
const NUMBER = /^[+-]?(?:\d|\.\d)/;

export function isIntroducer(token: Token): token is Token & { kind: 'word' } {
  return token.kind === 'word' && INTRODUCER.test(token.text);
}

/** A single token as a value. */
export function plainValue(token: Token, backslashes: boolean): Value {
  if (token.kind === 'string') return unescaped(token.bytes, token.quote, backslashes);
  if (token.kind !== 'word') return undefined;
  const word = token.text.toLowerCase();
  if (word === 'null') return null;
  if (word === 'true' || word === 'false') return Buffer.from(word === 'true' ? '1' : '0');
  if (word.startsWith('0x')) return hex(word.slice(2));
  return NUMBER.test(word) ? Buffer.from(word) : undefined;
}

/** `x'4d'`, `b'1'`, `n'text'`, `_binary 'text'`. */
export function introducedValue(introducer: string, token: Token, backslashes: boolean): Value {
  const said = plainValue(token, backslashes);
  const kind = introducer.toLowerCase();
  if (said === null || said === undefined || (kind !== 'x' && kind !== 'b')) return said;
  return kind === 'x' ? hex(said.toString('latin1')) : bits(said.toString('latin1'));
}

function hex(digits: string): Value {
  return /^[0-9a-f]*$/i.test(digits) ? Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex') : undefined;
}

function bits(digits: string): Value {
  return /^[01]+$/.test(digits) ? hex(BigInt(`0b${digits}`).toString(16)) : undefined;
}
