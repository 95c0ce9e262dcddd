import type { Writer } from '../../../client/kit/written.js';
import { policyOfArticle } from '../../screening/article-policy.js';
import { isReadFirst } from '../../screening/expected.js';
import { mayAttach } from '../../submissions/documents/may-attach.js';
import type { ScreenedKind } from '../../screening/policy.js';
import type { ThreadKind, VisibleArticle, VisibleCategory } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';

/**
 * A visitor as a writing form shows them, and what becomes of what they send from it: below an article its own policy
 * decides.
 */
export function writerOf(
  visitor: Visitor,
  kind: ScreenedKind,
  category: VisibleCategory,
  article: VisibleArticle | null = null,
  opens: ThreadKind = 'thread',
): Writer {
  const { member } = visitor;
  const readFirst = isReadFirst(visitor, kind, policyOfArticle(category, article), opens);
  const attaches = mayAttach(visitor, category);
  return member === null
    ? { kind: 'guest', readFirst, attaches }
    : { kind: 'member', name: member.name, role: member.role, readFirst, attaches };
}
