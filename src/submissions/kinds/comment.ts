import { findSection, type Section, unknownArticle } from '../../articles/section.js';
import { isSignedBySite } from '../../articles/signatures.js';
import { audiencesOf } from '../../categories/audience.js';
import type { Queries } from '../../database/transaction.js';
import { Forbidden, NotFound } from '../../errors/errors.js';
import { policyOfArticle } from '../../screening/article-policy.js';
import type { Policy } from '../../screening/policy.js';
import type { VisibleArticle } from '../../threads/visible.js';
import { PLAIN, POLICY } from '../destination.js';
import type { SubmissionKind } from '../submission-kind.js';
import { commented, findThread } from './reply.js';
import { MESSAGE, untitled } from './text-length.js';

export interface CommentTarget {
  /** Slug. */
  site: string;
  identifier: string;
  replyTo?: number | null;
  /** What the site has signed; not asked for where the article is known. */
  title?: string | undefined;
  url?: string | undefined;
  signature?: string | undefined;
}

/** Only the site itself can open a section: an article that nobody has made known here must be signed by it. */
async function signed(
  tx: Queries,
  { site }: Section,
  { identifier, title = '', url = '', signature = '' }: CommentTarget,
): Promise<VisibleArticle> {
  if (!(await isSignedBySite(tx, { site: site.slug, identifier, title, url }, signature)))
    throw new Forbidden('article-unsigned');
  return unknownArticle(site, { identifier, title, url });
}

export const comment: SubmissionKind<CommentTarget> = {
  text: MESSAGE,
  isTitled: untitled,
  screenedAs: 'reply',
  key: ({ site, identifier, replyTo }) => ['comment', site, identifier, replyTo ?? null],
  async find(tx, visitor, draft) {
    const found = await findSection(tx, audiencesOf(visitor.audience), draft.site, draft.identifier);
    if (found === null) throw new NotFound();
    if (found.thread !== null)
      return findThread(tx, visitor, { thread: found.thread, replyTo: draft.replyTo ?? null });
    const section = found.article ?? (await signed(tx, found, draft));
    const [category] = await tx.query<Policy>(`select ${POLICY} from category c where c.id = $1`, [found.category.id]);
    if (category === undefined) throw new NotFound();
    return {
      ...PLAIN,
      kind: 'comment',
      category: policyOfArticle(category, section),
      section,
      article: commented(section),
      thread: null,
      lastPostAt: null,
      locked: false,
    };
  },
};
