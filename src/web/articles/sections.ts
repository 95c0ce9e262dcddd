import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { SignedWords } from '../../../client/writing/section-box.js';
import { Articles } from '../../articles/articles.js';
import { identifier } from '../../articles/article-words.js';
import { type HostSite, unknownArticle } from '../../articles/section.js';
import { Signatures } from '../../articles/signatures.js';
import { Forbidden, NotFound } from '../../errors/errors.js';
import { policyOfArticle } from '../../screening/article-policy.js';
import { refusal } from '../../screening/screen.js';
import { Threads } from '../../threads/threads.js';
import type { VisibleArticle, VisibleCategory, VisibleThread } from '../../threads/visible.js';
import type { Hold } from '../../categories/policy-words.js';
import type { Visitor } from '../../visitors/visitor.js';

export const siteSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
export const sectionPath = z.strictObject({ site: siteSlug, identifier });
export type SectionPath = z.infer<typeof sectionPath>;

const word = z.string().max(4000).optional().catch(undefined);
/** What the page elsewhere says of its article, for one that is not known here yet. */
export const signedQuery = z.object({ title: word, url: word, signature: word });
export type SignedQuery = z.infer<typeof signedQuery>;

/** A section as one visitor may see it and write in it. */
export interface SeenSection {
  site: HostSite;
  category: VisibleCategory;
  article: VisibleArticle;
  thread: VisibleThread | null;
  /** With an article that nobody has made known: what its site has signed, to be sent along. */
  signed: SignedWords | null;
  /** Whom it holds. */
  hold: Hold;
}

/** Finds the section of an article for the routes that need it. */
@Injectable()
export class Sections {
  constructor(
    private readonly articles: Articles,
    private readonly signatures: Signatures,
    private readonly threads: Threads,
  ) {}

  /**
   * @throws NotFound for a site that this visitor does not see, Forbidden for an article that is neither known nor
   * signed.
   */
  async of(visitor: Visitor, { site, identifier: name }: SectionPath, asked: SignedQuery): Promise<SeenSection> {
    const found = await this.articles.section(visitor.audience, site, name);
    if (found === null) throw new NotFound();
    const { category } = found;
    if (found.article !== null) {
      const thread = found.thread === null ? null : await this.threads.for(visitor.audience).thread(found.thread);
      const { hold } = policyOfArticle({ hold: category.hold, acceptedUntil: 0 }, found.article);
      return { site: found.site, category, article: found.article, thread, signed: null, hold };
    }
    const { title = '', url = '', signature = '' } = asked;
    if (!(await this.isSigned({ site, identifier: name }, asked))) throw new Forbidden('article-unsigned');
    const article = unknownArticle(found.site, { identifier: name, title, url });
    const { hold } = policyOfArticle({ hold: category.hold, acceptedUntil: 0 }, article);
    return { site: found.site, category, article, thread: null, signed: { title, url, signature }, hold };
  }

  /** Whether the request says nothing about the article, or exactly what its site has signed. */
  async isTrue(path: SectionPath, asked: SignedQuery): Promise<boolean> {
    return (
      (asked.title === undefined && asked.url === undefined && asked.signature === undefined) ||
      this.isSigned(path, asked)
    );
  }

  private isSigned(
    { site, identifier: name }: SectionPath,
    { title = '', url = '', signature = '' }: SignedQuery,
  ): Promise<boolean> {
    return this.signatures.isSigned({ site, identifier: name, title, url }, signature);
  }
}

/** The code of why this visitor may not write there, or null. */
export function refusedIn(
  { category, article, thread }: Pick<SeenSection, 'category' | 'article' | 'thread'>,
  visitor: Visitor,
  now: Date,
): string | null {
  return refusal({
    visitor,
    kind: 'reply',
    category,
    article,
    lastPostAt: thread?.lastPostAt ?? null,
    locked: thread?.locked ?? false,
    now,
  });
}
