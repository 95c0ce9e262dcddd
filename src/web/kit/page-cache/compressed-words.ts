import { LRUCache } from 'lru-cache';
import { independentBlocks, rawBlocks } from './joined-zstandard.js';

/** Below this many letters nothing is won. */
const SHORT = 300;
/** As long as somebody goes from page to page; what names somebody is not remembered for longer (frame.ts). */
const A_WHILE = 300_000;
const MOST = 4 * 1024 * 1024;

const kept = new LRUCache<string, Buffer>({ maxSize: MOST, ttl: A_WHILE, ttlAutopurge: true });

/**
 * A fragment of a page as blocks of Zstandard. Mastheads, forms and what people may do with their posts are the same
 * from one page to the next, so they are compressed once.
 */
export function compressedWords(words: string): Buffer {
  if (words.length < SHORT) return rawBlocks(Buffer.from(words));
  const known = kept.get(words);
  if (known !== undefined) return known;
  const bytes = Buffer.from(words);
  const blocks = independentBlocks(bytes) ?? rawBlocks(bytes);
  kept.set(words, blocks, { size: words.length + blocks.length });
  return blocks;
}
