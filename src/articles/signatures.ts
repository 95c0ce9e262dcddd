import { Injectable } from '@nestjs/common';
import type { Queries } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import type { ArticleWords } from './article-words.js';
import { isSigned } from './signature.js';

/** Whether the site whose key this is has signed the article. */
export async function isSignedBySite(from: Queries, words: ArticleWords, signature: string): Promise<boolean> {
  const [row] = await from.query<{ key: string }>(
    'select k.key from private.host_site_key k join host_site h on h.id = k.site_id where h.slug = $1',
    [words.site],
  );
  return row !== undefined && isSigned(row.key, words, signature);
}

/**
 * The reader login may not read the keys of sites. Code that draws a page asks this class, which never gives a key
 * out.
 */
@Injectable()
export class Signatures {
  constructor(private readonly writer: Writer) {}

  isSigned(words: ArticleWords, signature: string): Promise<boolean> {
    return isSignedBySite(this.writer, words, signature);
  }
}
