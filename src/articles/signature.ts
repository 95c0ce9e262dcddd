import { createHmac, timingSafeEqual } from 'node:crypto';
import { type ArticleWords, articleWords } from './article-words.js';

/**
 * HMAC-SHA-256 in hex over the four values, each on a line, in UTF-8, under the site's key: docs/embed/ has it in five
 * languages.
 */
export function signatureOf(key: string, { site, identifier, title, url }: ArticleWords): string {
  return createHmac('sha256', key).update(`${site}\n${identifier}\n${title}\n${url}`).digest('hex');
}

/** Whether the site's key has signed these words, and they are words that we accept. */
export function isSigned(key: string, words: ArticleWords, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(signature) || !articleWords.safeParse(words).success) return false;
  return timingSafeEqual(Buffer.from(signatureOf(key, words), 'hex'), Buffer.from(signature, 'hex'));
}
