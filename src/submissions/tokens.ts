import { createHash, createHmac } from 'node:crypto';
import type { Visitor } from '../visitors/visitor.js';
import type { Checked } from './checked.js';
import type { Draft } from './draft.js';
import { boxed, codeOf, hashOfCode, spelt } from './follow-code.js';

export interface Tokens {
  /** 192 bits in base64url: what the address of the follow page carries. Never stored. */
  token: string;
  tokenHash: Buffer;
  /** Twelve letters in three groups, for whoever cannot keep an address. Never stored. */
  code: string;
  codeHash: Buffer;
  /** The token, to be read with the code. */
  codeBox: Buffer;
  keyHash: Buffer;
  /** Of the row. Made from the token's hash, so that it says nothing of how many others there are, nor of when. */
  id: string;
}

/** What is stored of a token: who reads the table cannot open anybody's follow page. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function place(draft: Draft): (string | number | null)[] {
  if (draft.kind === 'thread') return ['thread', draft.category];
  if (draft.kind === 'reply') return ['reply', draft.thread, draft.replyTo ?? null];
  if (draft.kind === 'comment') return ['comment', draft.site, draft.identifier, draft.replyTo ?? null];
  if (draft.kind === 'profile') return ['profile'];
  return ['edit', draft.thread, draft.number, draft.version];
}

/**
 * The token is a function of all that was sent, so that the same content under the same key gets the same answer
 * without anything being stored that gives the answer away. JSON keeps the fields apart: no two lists share a text.
 */
export function tokensOf(secret: Buffer, visitor: Visitor, draft: Draft, sent: Checked): Tokens {
  const who = visitor.member?.id ?? null;
  const content = JSON.stringify([who, draft.key, place(draft), sent.title, sent.text, sent.name, sent.email]);
  const bytes = createHmac('sha256', secret).update(content).digest().subarray(0, 24);
  const token = bytes.toString('base64url');
  const code = codeOf(secret, token);
  const keyHash = createHmac('sha256', secret).update(JSON.stringify(['key', who, draft.key])).digest();
  return {
    token, tokenHash: hashOf(token), keyHash, id: uuidOf(hashOf(token)),
    code: spelt(code), codeHash: hashOfCode(secret, code), codeBox: boxed(secret, code, bytes),
  };
}

/** A UUID of version 8: its bits are ours to choose. */
function uuidOf(hash: Buffer): string {
  const bytes = createHash('sha256').update(hash).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
