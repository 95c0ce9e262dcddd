import type { KeyObject } from 'node:crypto';
import type { Queries } from '../database/transaction.js';
import type { SentDraft } from './candidate.js';
import { checked, type Checked } from './checked.js';
import { type Attached, attached } from './documents/attached.js';
import type { Draft } from './draft.js';
import type { AskedFacts } from './facts.js';
import { kindOf } from './kinds.js';
import { type Tokens, tokensOf } from './tokens.js';
import type { Words } from './words.js';

/** As it was sent, with its words cleaned and its files found. */
export interface ReadDraft extends SentDraft {
  sent: Checked;
  /** Null where the form has no field for files: then those of an edited post stay. */
  files: Attached | null;
}

/** The same, and by which tokens it is known. */
export interface TokenedDraft extends ReadDraft {
  tokens: Tokens;
}

/** @throws Invalid with a code for each wrong field */
export async function readDraft(tx: Queries, one: SentDraft): Promise<ReadDraft> {
  const sent = checked(one.draft, one.visitor);
  return { ...one, sent, files: await filesOf(tx, one.draft) };
}

/** @throws as `readDraft` */
export async function tokenedDraft(tx: Queries, secret: KeyObject, one: SentDraft): Promise<TokenedDraft> {
  const read = await readDraft(tx, one);
  return { ...read, tokens: tokensOf(secret, read.visitor, read.draft, read.sent, read.files?.content) };
}

/** What screening asks of its words. */
export function asksFacts({ visitor, sent, files, now }: ReadDraft): AskedFacts {
  return { visitor, name: sent.name, texts: [sent.text, ...textsOfDocuments(files)], now };
}

export function saidIn(files: Attached | null): Pick<Words, 'documents'> {
  return files === null ? {} : { documents: files.said };
}

export function textsOfDocuments(files: Attached | null): string[] {
  return (files?.said ?? []).flatMap(({ title, text, from }) => [title, text, from]).filter((text) => text !== '');
}

async function filesOf(tx: Queries, draft: Draft): Promise<Attached | null> {
  if (draft.documents === undefined) return null;
  const standing = draft.documents.length === 0 ? [] : await kindOf(draft).standingDocuments?.(tx, draft);
  return attached(tx, draft.documents, standing ?? []);
}
