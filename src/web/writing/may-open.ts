import { refusal } from '../../screening/screen.js';
import type { ThreadKind, VisibleCategory } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';

/**
 * The code of why this visitor, like everyone of their audience, may not open a thread of this kind here; null when
 * they may.
 */
export function refusedOpening(
  visitor: Visitor,
  category: VisibleCategory,
  kind: ThreadKind,
  now: Date,
): string | null {
  if (!category.takes.includes(kind)) return `takes-no-${kind}`;
  return refusal({ visitor, kind: 'thread', category, article: null, lastPostAt: null, locked: false, now });
}
