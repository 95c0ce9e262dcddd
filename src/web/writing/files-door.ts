import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { identifier } from '../../articles/article-words.js';
import { Articles } from '../../articles/articles.js';
import { Categories } from '../../categories/categories.js';
import { NotFound } from '../../errors/errors.js';
import { mayAttach } from '../../submissions/documents/may-attach.js';
import { OwnSubmissions } from '../../submissions/own-submissions.js';
import type { Owner } from '../../submissions/owner.js';
import { Threads } from '../../threads/threads.js';
import type { VisibleCategory } from '../../threads/visible.js';
import { Visitor } from '../../visitors/visitor.js';
import { categoryPath, followPath, submissionPath, threadPath } from '../kit/path-parts.js';

const articlePath = z.object({ site: z.string().max(60), identifier });

/**
 * Whether files may come with what is sent to an address, asked before the first byte of one is stored: by the category
 * of the thread, of the article or of the submission that its path names. What is not found takes none, and the route
 * itself says that it is not there.
 */
@Injectable()
export class FilesDoor {
  constructor(
    private readonly categories: Categories,
    private readonly threads: Threads,
    private readonly articles: Articles,
    private readonly own: OwnSubmissions,
  ) {}

  async isOpen(visitor: Visitor | null, address: string): Promise<boolean> {
    const who = visitor ?? Visitor.guest();
    const [first, ...parts] = partsOf(address);
    if (first === 'me')
      return this.changes(submissionPath.safeParse({ id: parts[1] }).data, ({ id }) => ({ author: who, id }));
    if (first === 'follow') return this.changes(followPath.safeParse({ token: parts[0] }).data, (owner) => owner);
    const category = await this.categoryOf(first, parts, who);
    return category !== null && mayAttach(who, category);
  }

  private async changes<P>(path: P | undefined, ownerOf: (path: P) => Owner): Promise<boolean> {
    return path !== undefined && (await this.own.one(ownerOf(path)))?.attaches === true;
  }

  private async categoryOf(
    first: string | undefined,
    [name, inside]: readonly string[],
    { audience }: Visitor,
  ): Promise<VisibleCategory | null> {
    if (first === 'category') {
      const { data } = categoryPath.safeParse({ slug: name });
      return data === undefined ? null : this.categories.for(audience).must(data.slug).catch(absent);
    }
    if (first === 'thread') {
      const { data } = threadPath.safeParse({ id: name });
      return data === undefined ? null : ((await this.threads.for(audience).thread(data.id))?.category ?? null);
    }
    const { data } = articlePath.safeParse({ site: name, identifier: inside });
    if (first !== 'articles' || data === undefined) return null;
    return (await this.articles.section(audience, data.site, data.identifier))?.category ?? null;
  }
}

/** Of an address that a form is sent to. */
function partsOf(address: string): string[] {
  const parts = (address.split('?', 1)[0] ?? '').split('/').filter((part) => part !== '');
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return [];
  }
}

function absent(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
