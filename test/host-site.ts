import type { Client } from 'pg';
import { signatureOf } from '../src/articles/signature.js';
import type { ArticleWords } from '../src/articles/article-words.js';

export const SITE_KEY = 'une-clef-de-site-assez-longue-pour-des-essais';

export interface HostSiteOptions {
  slug: string;
  name?: string;
  /** Id; the sections of its articles are threads of this category. */
  category: number;
  origins?: string[];
  threading?: 'one-level' | 'flat';
  closesAfter?: number | null;
  firstHeld?: boolean;
  licence?: string;
}

/** A site elsewhere with the key above. Answers its id. */
export async function hostSite(
  owner: Client,
  { slug, name = slug, category, origins = [], ...more }: HostSiteOptions,
): Promise<number> {
  const { threading = 'one-level', closesAfter = null, firstHeld = true, licence = '' } = more;
  const { rows } = await owner.query<{ id: number }>(
    `insert into host_site (slug, name, category_id, origins, threading, closes_after, first_held, licence)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [slug, name, category, origins, threading, closesAfter, firstHeld, licence],
  );
  const id = rows[0]?.id ?? 0;
  await owner.query('insert into private.host_site_key values ($1, $2)', [id, SITE_KEY]);
  return id;
}

/** An article as its site signs it. */
export function signed(
  site: string,
  identifier: string,
  title = `Article ${identifier}`,
): ArticleWords & { signature: string } {
  const words = { site, identifier, title, url: `https://${site}.example/article${encodeURIComponent(identifier)}` };
  return { ...words, signature: signatureOf(SITE_KEY, words) };
}
