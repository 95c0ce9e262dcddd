import { createHmac, type KeyObject } from 'node:crypto';
import type { Visitor } from '../visitors/visitor.js';
import type { Checked } from './checked.js';
import type { Draft } from './draft.js';
import { boxed, codeOf, hashOfCode, spelt } from './follow-code.js';
import { kindOf } from './kinds.js';
import { hashOf } from './token-hash.js';
import { uuidOf } from './uuid-of.js';

export interface Tokens {
  /** 192 bits in base64url: what the address of the follow page carries. Never stored. */
  token: string;
  tokenHash: Buffer;
  /** Twelve letters in three groups, for people who cannot keep an address. Never stored. */
  code: string;
  codeHash: Buffer;
  /** The token, to be read with the code. */
  codeBox: Buffer;
  keyHash: Buffer;
  /** Of the row. Made from the token's hash, so that it says nothing of how many others there are, nor of when. */
  id: string;
}

/**
 * The token is a function of all that was sent, so that the same content under the same key gets the same answer
 * without anything being stored that gives the answer away. JSON keeps the fields apart: no two lists share a text.
 */
export function tokensOf(
  secret: KeyObject,
  visitor: Visitor,
  draft: Draft,
  sent: Checked,
  files: readonly unknown[] = [],
): Tokens {
  const who = visitor.member?.id ?? null;
  const words = [sent.title, sent.text, sent.name, sent.email];
  const content = [who, draft.key, kindOf(draft).key(draft), ...words, ...(files.length === 0 ? [] : [files])];
  return tokensFrom(secret, content, ['key', who, draft.key]);
}

/** The same for whatever else has a page of its own: `key` is what may be used once. */
export function tokensFrom(secret: KeyObject, content: readonly unknown[], key: readonly unknown[]): Tokens {
  const bytes = createHmac('sha256', secret).update(JSON.stringify(content)).digest().subarray(0, 24);
  const token = bytes.toString('base64url');
  const code = codeOf(secret, token);
  return {
    token,
    tokenHash: hashOf(token),
    keyHash: createHmac('sha256', secret).update(JSON.stringify(key)).digest(),
    id: uuidOf(hashOf(token)),
    code: spelt(code),
    codeHash: hashOfCode(secret, code),
    codeBox: boxed(secret, code, bytes),
  };
}
