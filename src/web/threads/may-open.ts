import { refusal } from '../../screening/screen.js';
import type { VisibleCategory } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';

/** The code of why this visitor, like everyone of their audience, may not open a thread here; null when they may. */
export function refusedThread(visitor: Visitor, category: VisibleCategory, now: Date): string | null {
  if (!category.takes.includes('thread') && !category.ofArticles) return 'takes-no-thread';
  return refusal({ visitor, kind: 'thread', category, article: null, lastPostAt: null, locked: false, now });
}
