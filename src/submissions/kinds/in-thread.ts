import { audiencesOf } from '../../categories/audience.js';
import type { Queries } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import { policyOfArticle } from '../../screening/article-policy.js';
import type { Policy } from '../../screening/policy.js';
import { ARTICLE_OF_THREAD, articleFrom, type RawArticle } from '../../threads/article-row.js';
import type { Span } from '../../screening/while-it-runs.js';
import { DURING, duringFrom, type RawDuring } from '../../threads/during.js';
import type { ThreadKind, VisibleArticle } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { POLICY } from '../destination.js';

export interface InThread {
  category: Policy;
  section: VisibleArticle | null;
  kind: ThreadKind;
  retired: boolean;
  lastPostAt: Date;
  locked: boolean;
  /** The date of a workshop during which known members are not held here. */
  during: Span | null;
}

interface Raw {
  article: RawArticle | null;
  during: RawDuring | null;
}

/**
 * Locks the thread against moving until the submission is stored: one that arrived after a move would wait in the old
 * thread, where nobody looks. `changes`: against every change of it as well, for what keeps a copy of what stands
 * there.
 */
export async function inThread(
  tx: Queries,
  visitor: Visitor,
  thread: number,
  { changes = false }: { changes?: boolean } = {},
): Promise<InThread> {
  const [found] = await tx.query<Policy & Omit<InThread, 'category' | 'section' | 'during'> & Raw>(
    `select ${POLICY}, t.kind, t.retired, t.last_post_at as "lastPostAt", t.locked, ${ARTICLE_OF_THREAD} as article,
       ${DURING} as during
     from thread t join category c on c.id = t.category_id where t.id = $1
       and c.audience = any($2) for ${changes ? 'no key update' : 'key share'} of t`,
    [thread, audiencesOf(visitor.audience)],
  );
  if (found === undefined) throw new NotFound();
  const { kind, retired, lastPostAt, locked, article, during, ...category } = found;
  const section = articleFrom(article);
  return {
    category: policyOfArticle(category, section),
    section,
    kind,
    retired,
    lastPostAt,
    locked,
    during: duringFrom(during),
  };
}
